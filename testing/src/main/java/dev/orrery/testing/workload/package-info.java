/**
 * Makes up what is to be simulated: goals, plans of every shape, agents and tools that do well, badly and not at all,
 * budgets that bite, humans of every kind. All of it follows from one seed.
 *
 * <p>Start with {@link dev.orrery.testing.workload.Workload}. What a workload never asks for a simulator never finds: a new
 * feature of the kernel wants its share here.
 */
@NullMarked
package dev.orrery.testing.workload;

import org.jspecify.annotations.NullMarked;
