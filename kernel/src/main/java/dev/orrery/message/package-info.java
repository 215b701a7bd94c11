/**
 * The words that everything else is said in: JSON values, labels, windows and turns. Pure values without behaviour of
 * their own; every other room may import this one and it imports none.
 *
 * <p>Start with {@link dev.orrery.message.Window} (what an agent sees) and {@link dev.orrery.message.Turn} (what it
 * answers).
 */
@NullMarked
package dev.orrery.message;

import org.jspecify.annotations.NullMarked;
