/**
 * Plans as data: typed graphs of steps, read from JSON, and compiled before they run. Nothing here knows how a step is
 * carried out.
 *
 * <p>Start with {@link dev.orrery.plan.Plan}; {@link dev.orrery.plan.PlanCompiler} says what makes one valid.
 */
@NullMarked
package dev.orrery.plan;

import org.jspecify.annotations.NullMarked;
