package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When nothing moves any more, the run is over or a human is asked; and an end says what it came to. */
final class Liveness implements Check {
    private final Map<String, Json> questions = new HashMap<>();
    private final Map<String, Json> open = new HashMap<>();
    private final Set<String> gaps = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private String deliver = "";
    private boolean planOnly;
    private boolean began;
    private boolean ended;

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        String effect = body.text("effect");
        String step = body.text("step");
        switch (event.event().type()) {
            case "run.started" -> {
                began = true;
                planOnly = body.at("options").orElse(Json.object()).flag("planOnly");
            }
            case "plan.accepted" ->
                deliver = body.at("plan").orElse(Json.object()).text("deliver");
            case "human.asked" -> questions.put(body.text("id"), body);
            case "human.answered" -> {
                questions.remove(body.text("id"));
                open.values().removeIf(o -> o.text("question").equals(body.text("id")));
            }
            case "effect.requested" -> open.put(effect, body);
            case "context.assembled",
                    "turn.taken",
                    "turn.failed",
                    "tool.returned",
                    "report.delivered",
                    "memory.proposed",
                    "timer.fired",
                    "effect.lost" -> open.remove(effect);
            case "step.gap" -> gaps.add(step);
            case "step.completed" -> done.add(step);
            case "step.abandoned" -> {
                gaps.remove(step);
                done.remove(step);
            }
            case "run.ended" -> ended(body, event.seq(), findings);
            default -> {}
        }
    }

    private void ended(Json body, long seq, Findings findings) {
        ended = true;
        Promise end = Promise.RUNS_COME_TO_AN_END;
        findings.require(
                open.values().stream().allMatch(this::askedAbout), end, seq, "it is over and owes " + open.keySet());
        findings.require(
                questions.values().stream().allMatch(q -> q.text("kind").equals("outcome")),
                end,
                seq,
                "it is over and still asks " + questions.keySet());
        boolean delivered = done.contains(deliver);
        switch (body.text("status")) {
            case "done" ->
                findings.require(planOnly || delivered && gaps.isEmpty(), end, seq, "it is done, but " + gaps);
            case "gaps" ->
                findings.require(
                        delivered
                                && gaps.stream()
                                                .filter(body.text("reason")::contains)
                                                .count()
                                        >= Math.min(gaps.size(), 20),
                        end,
                        seq,
                        "it does not name its gaps " + gaps);
            case "failed" -> findings.require(!delivered, end, seq, "it failed, and has a report");
            case "cancelled" -> {}
            default -> findings.add(end, seq, "it ends as " + body.text("status"));
        }
    }

    private boolean askedAbout(Json effect) {
        return questions.values().stream().anyMatch(q -> q.text("about").equals(effect.text("effect")));
    }

    @Override
    public void end(Findings findings) {
        if (!began || ended) return;
        List<Json> stuck = open.values().stream()
                .filter(o -> !o.text("kind").equals("wake") && !askedAbout(o))
                .toList();
        findings.require(stuck.isEmpty(), Promise.RUNS_COME_TO_AN_END, 0, "it stands still and owes " + stuck);
        findings.require(
                !questions.isEmpty(), Promise.RUNS_COME_TO_AN_END, 0, "it stands still, and no human is asked");
    }
}
