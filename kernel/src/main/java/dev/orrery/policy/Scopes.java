package dev.orrery.policy;

import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keeps a step within the part of the knowledge that its plan gives it. */
final class Scopes {
    private static final String KNOWLEDGE = "knowledge.";
    private static final String READ = "knowledge.read";

    private Scopes() {}

    /** Refuses a knowledge call that would reach a place outside the step's scope. */
    static Optional<Judgement> insideScope(RunState state, Effect effect, World world) {
        if (!(effect instanceof Effect.UseTool use)) return Optional.empty();
        List<String> scope =
                state.graph().step(use.step()).map(s -> s.step().scope()).orElse(List.of());
        return objection(use, scope);
    }

    static Optional<Judgement> objection(Effect.UseTool use, List<String> scope) {
        if (scope.isEmpty() || !use.call().tool().startsWith(KNOWLEDGE)) return Optional.empty();
        List<String> places = places(use.call());
        if (places.isEmpty()) {
            return deny(use.call().tool() + " reads everything unless it is told where; step " + use.step()
                    + " may read " + scope);
        }
        return places.stream()
                .filter(place -> scope.stream().noneMatch(s -> within(place, s)))
                .findFirst()
                .flatMap(place -> deny(place + " lies outside of what step " + use.step() + " may read: " + scope));
    }

    private static Optional<Judgement> deny(String why) {
        return Optional.of(new Judgement.Deny("scope", why));
    }

    /** Returns where the call looks: one path when it reads, prefixes otherwise. */
    private static List<String> places(ToolCall call) {
        return call.tool().equals(READ)
                ? call.arguments().at("path").flatMap(Json::asText).stream().toList()
                : call.arguments().textList("under");
    }

    /** Tells whether {@code place} is {@code prefix} or lies below it; a name that merely begins alike does not. */
    static boolean within(String place, String prefix) {
        if (Arrays.asList(place.split("[/\\\\]")).contains("..")) return false;
        String folder = prefix.endsWith("/") ? prefix : prefix + "/";
        return prefix.isEmpty() || place.equals(prefix) || place.startsWith(folder);
    }
}
