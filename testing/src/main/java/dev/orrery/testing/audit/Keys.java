package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The same call of a step has the same key in every attempt, and no two calls share one. A call is its tool, its
 * arguments, and how often the attempt had asked for it.
 */
final class Keys implements Check {
    private final Map<String, String> keyOf = new HashMap<>();
    private final Map<String, String> callOf = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, String> attempts = new HashMap<>();
    private final Set<String> edited = new HashSet<>();
    private final Map<String, Integer> slots = new HashMap<>();

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        String attempt = body.text("step") + "@" + body.number("attempt", 0);
        switch (event.event().type()) {
            case "turn.taken" -> {
                attempts.put(body.text("step"), attempt);
                turn(attempt, body);
            }
            // What a human changed is the human's call, wherever it stands among the agent's.
            case "call.edited" -> {
                edited.add(body.text("step") + "#" + body.number("slot", 0));
                Json call = body.at("call").orElse(Json.object());
                asked.merge(attempts.getOrDefault(body.text("step"), "") + " " + text(call), 1, Integer::sum);
            }
            case "step.routed" -> edited.removeIf(e -> e.startsWith(body.text("step") + "#"));
            case "effect.requested" -> {
                if (body.text("kind").equals("tool")) requested(attempt, body, event.seq(), findings);
            }
            default -> {}
        }
    }

    private void turn(String attempt, Json body) {
        edited.removeIf(e -> e.startsWith(body.text("step") + "#"));
        int slot = 0;
        for (Json call : body.at("answer").orElse(Json.object()).list("calls")) {
            int times = asked.merge(attempt + " " + text(call), 1, Integer::sum);
            slots.put(attempt + "#" + slot++, times);
        }
    }

    private void requested(String attempt, Json body, long seq, Findings findings) {
        if (edited.contains(body.text("step") + "#" + body.number("slot", 0))) return;
        Json call = body.at("call").orElse(Json.object());
        int times = slots.getOrDefault(attempt + "#" + body.number("slot", 0), 0);
        String identity = body.text("step") + " " + text(call) + " " + times;
        String key = body.text("key");
        String before = keyOf.putIfAbsent(identity, key);
        findings.require(
                before == null || before.equals(key),
                Promise.KEYS_ARE_STABLE,
                seq,
                "the key of " + identity + " was " + before + " and is " + key);
        String other = callOf.putIfAbsent(key, identity);
        findings.require(
                other == null || other.equals(identity),
                Promise.KEYS_ARE_STABLE,
                seq,
                key + " stands for " + other + " and for " + identity);
    }

    private static String text(Json call) {
        return call.text("tool") + " " + JsonText.canonical(call.at("arguments").orElse(Json.object()));
    }
}
