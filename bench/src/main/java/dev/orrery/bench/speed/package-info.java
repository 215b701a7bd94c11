/**
 * How fast Orrery is: one class for each row of the table that {@code bench/run} prints. All of them go through what runs go
 * through, the decider with the standard policy, the stable form of events and the SQLite journal; only agents and tools are
 * scripted, so that nothing but Orrery is measured.
 *
 * <p>Start with {@link dev.orrery.bench.speed.Speed}, which names the rows; {@link dev.orrery.bench.speed.Plays} are the runs that they
 * work on, and {@link dev.orrery.bench.speed.Stage} is a home with an engine to play them in.
 */
@NullMarked
package dev.orrery.bench.speed;

import org.jspecify.annotations.NullMarked;
