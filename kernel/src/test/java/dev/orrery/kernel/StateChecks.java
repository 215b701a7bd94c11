package dev.orrery.kernel;

import dev.orrery.kernel.StepState.Phase;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** What holds in every state between two commands: what is kept incrementally equals what a look at everything gives. */
final class StateChecks {
    private StateChecks() {}

    static void check(RunState s, Amount excess) {
        Graph graph = s.graph();
        holds(ids(graph, Phase.READY).equals(graph.ready()), () -> "ready is " + graph.ready());
        holds(ids(graph, Phase.STUCK).equals(graph.stuck()), () -> "stuck is " + graph.stuck());
        Set<String> running = ids(graph, Phase.RUNNING);
        holds(running.size() == graph.running(), () -> "running is " + graph.running() + " for " + running);
        holds(
                new HashSet<>(graph.order()).equals(graph.steps().keySet())
                        && graph.order().size() == graph.steps().size(),
                () -> "order is " + graph.order());
        graph.steps().values().forEach(step -> counts(graph, step));
        money(s, excess);
        if (s.ended()) {
            holds(s.owed().values().stream().allMatch(d -> outcomeUnknown(s, d.effect())), () -> "owed at the end");
        } else if (s.start().isPresent()) {
            if (s.progress().cancelling().isEmpty()) underWay(s, running);
            boolean paused = s.progress().guidance().pause().isPresent();
            if (paused) holds(s.status() == RunStatus.PAUSED, () -> "the status is " + s.status());
            if (s.idle() && !paused) {
                holds(!s.questions().isEmpty(), () -> "the run stands still and waits for nobody");
                holds(s.status() == RunStatus.WAITING, () -> "the status is " + s.status());
            }
        }
    }

    private static void underWay(RunState s, Set<String> running) {
        for (String id : running) holds(moves(s, s.graph().get(id)), () -> id + " runs, but nothing brings it on");
        for (String id : ids(s.graph(), Phase.REVIEW)) {
            String review = id + "#qa" + s.graph().get(id).attempts();
            holds(!s.graph().get(review).phase().ended(), () -> id + " is in review, but nobody reviews it");
        }
        for (StepState step : s.graph().steps().values()) {
            step.origin().reviewOf().filter(_ -> !step.phase().ended()).ifPresent(reviewed -> {
                StepState author = s.graph().get(reviewed);
                holds(
                        author.phase() == Phase.REVIEW && step.id().equals(Reviews.id(author)),
                        () -> step.id() + " reviews what nobody wants reviewed");
            });
        }
        for (Question question : s.questions().values()) {
            boolean wanted = question.kind() == Question.Kind.OUTCOME
                    || question.kind() == Question.Kind.PLAN
                    || running.contains(question.step());
            holds(wanted, () -> question + " is asked for a step that does not run");
        }
    }

    private static void counts(Graph graph, StepState step) {
        if (step.phase() != Phase.WAITING && step.phase() != Phase.EXPANDED) return;
        var needs = step.phase() == Phase.WAITING ? step.step().needs() : step.children();
        long open = needs.stream().filter(n -> !graph.get(n).phase().ended()).count();
        holds(
                open > 0 && open == step.waitingFor(),
                () -> step.id() + " waits for " + step.waitingFor() + ", not " + open);
    }

    private static void money(RunState s, Amount excess) {
        Amount reserved =
                s.owed().values().stream().map(d -> d.terms().reserved()).reduce(Amount.ZERO, Amount::plus);
        holds(reserved.equals(s.ledger().reserved()), () -> "reserved is " + s.ledger() + ", owed " + reserved);
        Amount left = s.ledger().left().plus(excess);
        holds(left.tokens() >= 0 && left.costMicros() >= 0 && left.turns() >= 0, () -> "overspent: " + left);
    }

    /** Tells whether something will bring a running step on: an effect, or a human's word. */
    private static boolean moves(RunState s, StepState step) {
        return step.unasked()
                || s.owed().values().stream()
                        .map(RunState.Debt::effect)
                        .anyMatch(e -> e.step().equals(step.id()) && !(e instanceof Effect.Wake))
                || s.questions().values().stream().anyMatch(q -> q.step().equals(step.id()));
    }

    private static boolean outcomeUnknown(RunState s, Effect effect) {
        return s.questions().values().stream()
                .anyMatch(q -> q.kind() == Question.Kind.OUTCOME && q.about().equals(effect.id()));
    }

    private static Set<String> ids(Graph graph, Phase phase) {
        var ids = new HashSet<String>();
        for (StepState step : graph.steps().values()) if (step.phase() == phase) ids.add(step.id());
        return ids;
    }

    private static void holds(boolean condition, Supplier<String> otherwise) {
        if (!condition) throw new AssertionError(otherwise.get());
    }
}
