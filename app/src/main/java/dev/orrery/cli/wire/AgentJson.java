package dev.orrery.cli.wire;

import dev.orrery.agent.Roster;
import dev.orrery.message.Json;

/** The form of an agent definition. */
public final class AgentJson {
    private AgentJson() {}

    /** Returns the form that {@code agents list} and {@code agents show} print. */
    public static Json.Obj of(Roster.Member agent) {
        Json.Obj card = agent.card().toJson();
        Json.Obj json = Json.object()
                .with("name", agent.card().name())
                .with("capabilities", card.at("capabilities").orElse(Members.NONE))
                .with("source", agent.source())
                .with("description", Members.orNull(agent.description()));
        for (var member : card.members().entrySet()) json = json.with(member.getKey(), member.getValue());
        return json.with("hash", agent.card().hash().hex());
    }
}
