package dev.orrery.testing.sim;

import dev.orrery.agent.Agent;
import dev.orrery.kernel.AgentCard;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;

/** Plays the parts that a simulation needs and nobody brings: a reviewer who passes everything, a writer, a keeper. */
final class Extras {
    private Extras() {}

    static void join(Setting setting) {
        play(setting, "extra-reviewer", Capability.QA, Json.object().with("pass", Json.of(true)));
        play(
                setting,
                "extra-writer",
                Capability.WRITE,
                Json.object().with("title", "Report").with("lines", Json.texts(java.util.List.of())));
        play(
                setting,
                "extra-keeper",
                Capability.MEMORY,
                Json.object().with("proposals", Json.texts(java.util.List.of())));
    }

    private static void play(Setting setting, String name, Capability capability, Json output) {
        if (setting.isAble(capability)) return;
        Agent agent = _ -> new Turn.Final(output);
        setting.cards.put(name, AgentCard.of(name, capability));
        setting.agents.put(name, agent);
    }
}
