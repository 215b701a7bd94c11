/**
 * What each agent is shown, built fresh for each turn: role, tools, brief, declared inputs, a slice of memory, and what
 * happened earlier in the attempt. Everything that was left out is listed with its reason, and every window is kept as it
 * was.
 *
 * <p>Start with {@link dev.orrery.context.WindowBuilder}; {@link dev.orrery.context.WindowStore} keeps windows so that
 * each content is stored once.
 */
@NullMarked
package dev.orrery.context;

import org.jspecify.annotations.NullMarked;
