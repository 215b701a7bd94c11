package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Within one attempt the same call is made twice at the most, as the documents say: the third is a loop. */
final class Repetitions implements Check {
    private static final int SAME_CALL_MAX = 2;

    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, Integer> warned = new HashMap<>();
    private final Set<String> looping = new HashSet<>();

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        String attempt = body.text("step") + "@" + body.number("attempt", 0);
        switch (event.event().type()) {
            case "turn.taken" -> {
                looping.remove(attempt);
                for (Json call : body.at("answer").orElse(Json.object()).list("calls")) {
                    String counted = attempt + " " + text(call);
                    if (asked.merge(counted, 1, Integer::sum) > SAME_CALL_MAX) looping.add(attempt);
                }
            }
            case "loop.detected" -> {
                // That a new plan holds what failed ends no attempt.
                if (body.text("detector").equals("same-plan")) return;
                int times = warned.merge(attempt, 1, Integer::sum);
                findings.require(
                        body.flag("ends") == (times == 2) && times <= 2,
                        Promise.LOOPS_ARE_BOUNDED,
                        event.seq(),
                        "warning " + times + " of " + attempt + " ends what it should not, or the other way round");
            }
            case "effect.requested", "tool.refused" ->
                findings.require(
                        !looping.contains(attempt) || !isCall(body),
                        Promise.LOOPS_ARE_BOUNDED,
                        event.seq(),
                        attempt + " makes the same call a third time");
            default -> {}
        }
    }

    private static boolean isCall(Json body) {
        return body.text("kind").equals("tool");
    }

    private static String text(Json call) {
        return call.text("tool") + " " + JsonText.canonical(call.at("arguments").orElse(Json.object()));
    }
}
