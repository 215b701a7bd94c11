package dev.orrery.policy;

import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a step within the part of the knowledge that its plan gives it. A call that names no place is not refused: the tool
 * is handed the scope and looks nowhere else.
 */
final class Scopes {
    private static final String KNOWLEDGE = "knowledge.";

    private Scopes() {}

    /** Refuses a knowledge call that names a place outside the step's scope. */
    static Optional<Judgement> insideScope(RunState state, Effect effect, World world) {
        if (!(effect instanceof Effect.UseTool use)) return Optional.empty();
        List<String> scope =
                state.graph().step(use.step()).map(s -> s.step().scope()).orElse(List.of());
        return objection(use, scope);
    }

    static Optional<Judgement> objection(Effect.UseTool use, List<String> scope) {
        if (scope.isEmpty() || !use.call().tool().startsWith(KNOWLEDGE)) return Optional.empty();
        return places(use.call().arguments()).stream()
                .filter(place -> scope.stream().noneMatch(s -> within(place, s)))
                .findFirst()
                .map(place -> new Judgement.Deny(
                        "scope", place + " lies outside of what step " + use.step() + " may read: " + scope));
    }

    private static List<String> places(Json arguments) {
        var places = new ArrayList<>(arguments.textList("under"));
        arguments.at("path").flatMap(Json::asText).ifPresent(places::add);
        return places;
    }

    /** Tells whether {@code place} is {@code prefix} or lies below it; a name that merely begins alike does not. */
    static boolean within(String place, String prefix) {
        if (Arrays.asList(place.split("[/\\\\]")).contains("..")) return false;
        String folder = prefix.endsWith("/") ? prefix : prefix + "/";
        return prefix.isEmpty() || place.equals(prefix) || place.startsWith(folder);
    }
}
