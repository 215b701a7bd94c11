package dev.orrery.agent.extractive;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.planning.Planning;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;

/**
 * Turns a goal into a plan without a model: reads the goal, finds in the knowledge who and what it is about, asks a human
 * where the knowledge leaves a doubt, and plans research, report and memory. A goal that it cannot plan gets a reason. A
 * pure function of the window. Thread-safe.
 */
public final class ExtractivePlanner implements Agent {
    @Override
    public Turn reply(Window window) {
        return new Planning(window).turn();
    }
}
