package dev.orrery.cli.live;

import dev.orrery.EventView;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.text.Mark;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as its events paint it. It knows the events by their stable names and passes over those that it does not know, so
 * it never stands in the way of a run. Not thread-safe.
 */
public final class RunPicture {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Node> roots = new ArrayList<>();
    private final Map<String, String> questions = new LinkedHashMap<>();
    private String run = "";
    private Mark mark = Mark.RUNNING;
    private long tokens;
    private long turns;
    private @Nullable Instant began;
    private @Nullable Instant ended;

    /** Takes in the next event. */
    public void add(EventView event) {
        run = event.run();
        Json body = event.body();
        Instant at = event.at();
        Node node = nodes.get(body.text("step"));
        switch (event.type()) {
            case "run.started" -> began = at;
            case "plan.accepted" -> plan(body.at("plan").orElse(Json.object()));
            case "step.added" -> added(body);
            case "run.ended" -> end(RunStatus.of(body.text("status")), at);
            case "human.asked" -> asked(body);
            case "human.answered" -> answered(body.text("id"));
            default -> {
                if (node != null) step(node, event.type(), body, at);
            }
        }
    }

    private void step(Node node, String type, Json body, Instant at) {
        switch (type) {
            case "step.expanded" -> {
                node.mark = Mark.EXPANDED;
                body.list("items").forEach(item -> child(node, node.id + "/" + item.text("key")));
            }
            case "step.routed" -> node.begin((int) body.number("attempt", 1), body.text("agent"), at);
            case "effect.requested" -> node.doing = doing(body);
            case "turn.taken" -> took(node, body.at("used").orElse(Json.object()));
            case "step.submitted" -> node.mark = Mark.REVIEW;
            case "attempt.failed" -> {
                node.note = "attempt " + body.number("attempt", 1) + " failed: " + Plain.line(body.text("critique"));
                node.stop(Mark.WAITING, at);
            }
            case "step.stuck" -> node.stop(Mark.STUCK, at);
            case "step.completed" -> {
                node.note = "";
                node.stop(Mark.DONE, at);
            }
            case "step.gap" -> {
                node.note = Plain.line(body.text("text"));
                node.stop(Mark.GAP, at);
            }
            case "step.abandoned" -> node.stop(Mark.ABANDONED, at);
            default -> {
                // What else happens to a step changes nothing that is shown.
            }
        }
    }

    private static String doing(Json body) {
        return switch (body.text("kind")) {
            case "tool" -> {
                Json call = body.at("call").orElse(Json.object());
                Json arguments = call.at("arguments").orElse(Json.object());
                String about = arguments.text("query", arguments.text("path"));
                yield (call.text("tool") + " " + Plain.line(about)).strip();
            }
            case "think" -> "turn " + body.number("turn", 1);
            case "deliver" -> "delivering";
            case "propose" -> "proposing to memory";
            default -> "";
        };
    }

    private void took(Node node, Json used) {
        node.doing = "";
        node.tokens += used.number("tokens", 0);
        tokens += used.number("tokens", 0);
        turns++;
    }

    private void plan(Json plan) {
        plan.list("steps").forEach(step -> root(step.text("id")));
    }

    private void added(Json body) {
        String id = body.text("step");
        Node reviewed = nodes.get(body.text("reviewOf"));
        if (reviewed == null) root(id);
        else child(reviewed, id);
    }

    private void root(String id) {
        if (nodes.containsKey(id)) return;
        var node = new Node(id);
        nodes.put(id, node);
        roots.add(node);
    }

    private void child(Node parent, String id) {
        if (nodes.containsKey(id)) return;
        var node = new Node(id);
        nodes.put(id, node);
        parent.children.add(node);
    }

    private void asked(Json body) {
        questions.put(body.text("id"), body.text("step"));
        Node node = nodes.get(body.text("step"));
        if (node != null) node.mark = Mark.ASKING;
    }

    private void answered(String question) {
        Node node = nodes.get(questions.getOrDefault(question, ""));
        questions.remove(question);
        if (node != null && node.mark == Mark.ASKING) node.mark = Mark.RUNNING;
    }

    private void end(RunStatus status, Instant at) {
        mark = Mark.of(status);
        ended = at;
    }

    /** Returns the run's id; empty before the first event. */
    public String run() {
        return run;
    }

    Mark mark() {
        return ended == null && !questions.isEmpty() && nobodyWorks() ? Mark.ASKING : mark;
    }

    private boolean nobodyWorks() {
        return nodes.values().stream().noneMatch(n -> n.mark == Mark.RUNNING || n.mark == Mark.REVIEW);
    }

    List<Node> roots() {
        return roots;
    }

    long tokens() {
        return tokens;
    }

    long turns() {
        return turns;
    }

    @Nullable
    Instant began() {
        return began;
    }

    @Nullable
    Instant ended() {
        return ended;
    }
}
