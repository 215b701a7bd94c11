/**
 * Rules about how reports are written, read from plain sentences into their machine form. Start with
 * {@link dev.orrery.agent.extractive.rules.RuleReader}.
 */
@NullMarked
package dev.orrery.agent.extractive.rules;

import org.jspecify.annotations.NullMarked;
