/**
 * How the native planner gets from a goal to a plan. Everything is worked out anew from the window in each turn: what a
 * tool has answered is known, what has not been asked yet is asked for. Start with
 * {@link dev.orrery.agent.extractive.planning.Planning}.
 *
 * <p>{@link dev.orrery.agent.extractive.planning.SubjectSearch} finds out who the report is about,
 * {@link dev.orrery.agent.extractive.planning.TopicSearch} what it covers,
 * {@link dev.orrery.agent.extractive.planning.VersionSearch} which versions are compared, and
 * {@link dev.orrery.agent.extractive.planning.PlanWriter} writes the steps down.
 */
@NullMarked
package dev.orrery.agent.extractive.planning;

import org.jspecify.annotations.NullMarked;
