package dev.orrery.learning.outcome;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run's events while they are read. */
final class StoryReading {
    private final String run;
    private boolean ended;
    private String deliver = "";
    private final Map<String, String> capabilities = new HashMap<>();
    private final Map<String, Attempted> attempts = new LinkedHashMap<>();
    /** The key of the attempt that completed each step: what it saw may be told later. */
    private final Map<String, String> completed = new LinkedHashMap<>();

    private final Map<String, Json> outputs = new HashMap<>();
    private final List<Judged> verdicts = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();

    StoryReading(String run) {
        this.run = run;
    }

    void read(Recorded recorded) {
        Json body = recorded.event().body();
        long seq = recorded.seq();
        // The names are those that the engine writes; there are others, which say nothing about how well work was done.
        switch (recorded.event().type()) {
            case "plan.accepted" -> plan(body.at("plan").orElse(Json.object()));
            case "step.added" -> define(body.text("step"), body.at("definition").orElse(Json.object()));
            case "step.routed" -> routed(body);
            case "context.assembled" -> seen(body);
            case "turn.taken" -> turn(body);
            case "verdict.given" -> judged(seq, body, body.flag("pass"), String.join("; ", body.textList("critique")));
            case "attempt.failed" -> failed(seq, body);
            case "step.completed" -> completed(body);
            case "run.ended" -> ended = true;
            case "feedback.given" ->
                signals.add(new Signal(seq, body.at("signal").orElse(Json.object())));
            default -> {}
        }
    }

    RunStory story() {
        Optional<Report> report = Optional.ofNullable(completed.get(deliver))
                .flatMap(key -> Optional.ofNullable(outputs.get(key)))
                .map(output -> Report.of(deliver, output))
                .filter(r -> !r.lines().isEmpty());
        return new RunStory(
                run,
                ended,
                List.copyOf(attempts.values()),
                completed.values().stream().map(attempts::get).toList(),
                verdicts,
                report,
                signals);
    }

    private void plan(Json plan) {
        plan.list("steps").forEach(step -> define(step.text("id"), step));
        deliver = plan.text("deliver");
    }

    private void define(String step, Json definition) {
        capabilities.put(step, definition.text("capability"));
    }

    private void routed(Json body) {
        String step = body.text("step");
        List<String> ranked =
                body.list("candidates").stream().map(c -> c.text("agent")).toList();
        var attempt = new Attempted(step, number(body), capability(step), body.text("agent"), ranked, List.of());
        attempts.put(key(step, attempt.number()), attempt);
    }

    /** A child of a {@code forEach} step is called {@code parent/key} and does what the parent was defined to do. */
    private String capability(String step) {
        String name = step;
        while (!capabilities.containsKey(name)) {
            int slash = name.lastIndexOf('/');
            if (slash < 0) return "";
            name = name.substring(0, slash);
        }
        return capabilities.get(name);
    }

    private void seen(Json body) {
        List<String> sources =
                body.list("memory").stream().map(m -> m.text("source")).toList();
        if (!sources.isEmpty()) {
            attempts.computeIfPresent(key(body.text("step"), number(body)), (_, a) -> a.seeing(sources));
        }
    }

    private void turn(Json body) {
        Json answer = body.at("answer").orElse(Json.object());
        if (!answer.text("kind").equals("final")) return;
        answer.at("output").ifPresent(output -> outputs.put(key(body.text("step"), number(body)), output));
    }

    /** A failure that QA saw has its verdict; one that nobody else answers for counts like a verdict. */
    private void failed(long seq, Json body) {
        switch (body.text("kind")) {
            case "invalid", "loop", "limit" ->
                judged(seq, body, false, body.text("kind") + ": " + body.text("critique"));
            default -> {}
        }
    }

    private void judged(long seq, Json body, boolean pass, String why) {
        Attempted attempt = attempts.get(key(body.text("step"), number(body)));
        if (attempt != null) verdicts.add(new Judged(seq, attempt, pass, pass ? "" : why));
    }

    private void completed(Json body) {
        String key = key(body.text("step"), number(body));
        if (attempts.containsKey(key)) completed.put(body.text("step"), key);
    }

    private static int number(Json body) {
        return (int) body.number("attempt", 0);
    }

    private static String key(String step, int attempt) {
        return step + "#" + attempt;
    }
}
