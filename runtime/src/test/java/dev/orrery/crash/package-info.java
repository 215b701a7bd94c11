/**
 * Processes that die while they work on a real journal, and what must hold afterwards.
 *
 * <p>{@code RunningProcess} works on small runs ({@code SmallRun}) and {@code WritingProcess} only appends; both say on their
 * standard output what became durable and which tools they called ({@code Said}). {@code Failpoints} stand between the journal and SQLite and hold it at a place
 * that was asked for, so that it is killed there; {@code ChildJvm} starts it fast. The test's process is the outside world:
 * {@code Outside} counts what it is told, and {@code Audit} reads the journal and compares.
 */
@NullMarked
package dev.orrery.crash;

import org.jspecify.annotations.NullMarked;
