/**
 * What may happen next in a run: a pure, event-sourced state machine. It knows no clock, chance, thread or I/O; they
 * arrive as arguments.
 */
@NullMarked
package dev.orrery.kernel;

import org.jspecify.annotations.NullMarked;
