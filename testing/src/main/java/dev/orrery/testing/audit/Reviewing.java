package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A step with a rubric completes by a passing verdict on its current attempt alone, and a verdict is what its reviewer
 * said.
 */
final class Reviewing implements Check {
    private final Set<String> reviewed = new HashSet<>();
    private final Set<String> lists = new HashSet<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Boolean> said = new HashMap<>();
    private final Set<String> passed = new HashSet<>();
    private final Map<String, Long> attempts = new HashMap<>();

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        String step = body.text("step");
        switch (event.event().type()) {
            case "plan.accepted" ->
                body.at("plan").orElse(Json.object()).list("steps").forEach(this::planned);
            case "step.expanded" ->
                body.list("items").forEach(item -> parents.put(step + "/" + item.text("key"), step));
            case "step.routed" -> attempts.put(step, body.number("attempt", 0));
            case "turn.taken" ->
                body.at("answer").flatMap(a -> a.at("output")).ifPresent(output -> said.put(step, output.flag("pass")));
            case "verdict.given" -> verdict(body, event.seq(), findings);
            case "step.completed" -> completed(body, event.seq(), findings);
            default -> {}
        }
    }

    private void planned(Json step) {
        String id = step.text("id");
        if (step.list("rubric").isEmpty()) reviewed.remove(id);
        else reviewed.add(id);
        if (step.at("forEach").isPresent()) lists.add(id);
        else lists.remove(id);
    }

    private void verdict(Json body, long seq, Findings findings) {
        String step = body.text("step");
        long attempt = body.number("attempt", 0);
        findings.require(
                attempt == attempts.getOrDefault(step, 0L),
                Promise.REVIEWS_DECIDE,
                seq,
                "a verdict on attempt " + attempt + " of " + step + ", which is past");
        Boolean pass = said.get(step + "#qa" + attempt);
        findings.require(
                pass != null && pass == body.flag("pass"),
                Promise.REVIEWS_DECIDE,
                seq,
                "the verdict on " + step + " is not what its reviewer said");
        if (body.flag("pass")) passed.add(step + "@" + attempt);
    }

    private void completed(Json body, long seq, Findings findings) {
        String step = body.text("step");
        boolean list = lists.contains(step);
        boolean needs = !list && reviewed.contains(parents.getOrDefault(step, step));
        findings.require(
                !needs || passed.contains(step + "@" + body.number("attempt", 0)),
                Promise.REVIEWS_DECIDE,
                seq,
                step + " completes without a passing verdict on its attempt");
    }
}
