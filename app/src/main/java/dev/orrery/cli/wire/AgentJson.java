package dev.orrery.cli.wire;

import dev.orrery.agent.Problem;
import dev.orrery.agent.Roster;
import dev.orrery.kernel.ModelPin;
import dev.orrery.message.Json;
import java.util.Locale;

/** The forms of an agent definition, and of a fault in one. */
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
        return json.with("mind", agent.card().mind().name().toLowerCase(Locale.ROOT))
                .with("model", agent.card().model().<Json>map(ModelPin::toJson).orElse(Members.NONE))
                .with("hash", agent.card().hash().hex());
    }

    /** Returns the form that {@code agents check} prints. */
    public static Json.Obj of(Problem problem) {
        return Json.object()
                .with("file", problem.file())
                .with("line", problem.line())
                .with("message", problem.message());
    }
}
