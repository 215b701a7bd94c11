/**
 * The rules behind the one gate. Each rule is a pure function of the run's state, the effect and the world; the first
 * that has something to say decides.
 */
@NullMarked
package dev.orrery.policy;

import org.jspecify.annotations.NullMarked;
