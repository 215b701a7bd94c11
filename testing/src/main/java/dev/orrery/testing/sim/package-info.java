/**
 * A whole run in one thread, on virtual time, out of one seed: the engine's own sessions, workers and codec, over a disk,
 * tools, agents and humans that fail as chance has it. The same seed always gives the same history.
 *
 * <p>Start with {@link dev.orrery.testing.sim.Simulation}: give it your agents and tools, say what may go wrong
 * ({@link dev.orrery.testing.sim.Mishaps}), run it for many seeds, and look at the
 * {@link dev.orrery.testing.sim.SimulationOutcome}. What goes on inside: a {@code Timeline} holds what is to happen, in
 * the order of virtual time; a {@code SimulatedProcess} is the scheduler that the engine gets and that a crash throws
 * away; {@code SimulatedDisk} acknowledges, refuses and crashes; {@code SimulatedTool}, {@code SimulatedAgent} and
 * {@code SimulatedHuman} stand around it and note in {@link dev.orrery.testing.audit.Outside} what really happened.
 */
@NullMarked
package dev.orrery.testing.sim;

import org.jspecify.annotations.NullMarked;
