/**
 * How decisions get done on one machine: a session per run that appends what the kernel decides, performs what is owed,
 * and answers with commands. Recovery is no special case: replay, then perform what is still owed.
 *
 * <p>Start with {@link dev.orrery.engine.Engine}; {@link dev.orrery.engine.Session} is the heart of it.
 */
@NullMarked
package dev.orrery.engine;

import org.jspecify.annotations.NullMarked;
