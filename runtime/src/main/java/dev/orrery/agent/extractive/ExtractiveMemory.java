package dev.orrery.agent.extractive;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.report.KeyFindings;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;

/**
 * Proposes the key findings of a run for long-term memory: what each subject says it is, and its best statement on each
 * topic, with their places. It only proposes. Thread-safe; keeps nothing between two windows.
 */
public final class ExtractiveMemory implements Agent {
    @Override
    public Turn reply(Window window) {
        return new Turn.Final(KeyFindings.of(window));
    }
}
