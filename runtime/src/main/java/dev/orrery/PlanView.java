package dev.orrery;

import dev.orrery.message.Json;

/**
 * The plan of a run.
 *
 * @param revision counts from 1; 0 while no plan was accepted
 * @param proposed whether the plan still waits for leave
 * @param plan the plan as {@link Decisions#propose} takes it
 * @param text the plan in words
 */
public record PlanView(String run, int revision, boolean proposed, Json plan, String text) {}
