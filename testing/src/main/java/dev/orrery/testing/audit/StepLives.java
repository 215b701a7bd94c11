package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A step completes once, unless it is dropped in between; its attempts count on; what ended is not worked on. */
final class StepLives implements Check {
    private final Map<String, Long> attempts = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> failed = new HashSet<>();

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        String step = body.text("step");
        long seq = event.seq();
        Promise once = Promise.RESULTS_COMMIT_ONCE;
        switch (event.event().type()) {
            case "step.routed" -> {
                long number = body.number("attempt", 0);
                findings.require(
                        number == attempts.getOrDefault(step, 0L) + 1,
                        once,
                        seq,
                        step + " skips or repeats an attempt");
                findings.require(!done.contains(step), once, seq, step + " is done and tried again");
                attempts.put(step, number);
            }
            case "attempt.failed" -> {
                findings.require(
                        failed.add(step + "@" + body.number("attempt", 0)),
                        once,
                        seq,
                        step + " fails twice in one try");
                current(body, seq, findings);
            }
            case "step.submitted" -> current(body, seq, findings);
            case "step.completed" -> {
                findings.require(done.add(step), once, seq, step + " completes twice");
                findings.require(!given.contains(step), once, seq, step + " was given up and completes");
                if (body.number("attempt", 0) > 0) current(body, seq, findings);
            }
            case "step.gap" -> {
                findings.require(!done.contains(step), once, seq, step + " is done and given up");
                findings.require(given.add(step), once, seq, step + " is given up twice");
            }
            case "step.abandoned" -> {
                done.remove(step);
                given.remove(step);
            }
            case "turn.taken", "effect.requested" -> worked(event, findings);
            default -> {}
        }
    }

    private void current(Json body, long seq, Findings findings) {
        String step = body.text("step");
        findings.require(
                body.number("attempt", 0) == attempts.getOrDefault(step, 0L),
                Promise.RESULTS_COMMIT_ONCE,
                seq,
                step + " is at attempt " + attempts.getOrDefault(step, 0L));
    }

    private void worked(Recorded event, Findings findings) {
        Json body = event.event().body();
        boolean attempt = body.number("attempt", 0) > 0;
        if (!attempt) return;
        current(body, event.seq(), findings);
        findings.require(
                !done.contains(body.text("step")),
                Promise.RESULTS_COMMIT_ONCE,
                event.seq(),
                body.text("step") + " is done and worked on");
    }
}
