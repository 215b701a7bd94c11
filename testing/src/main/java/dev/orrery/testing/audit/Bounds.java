package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The recovery ladder ends: tries per agent, attempts per step, replans, retries of a turn, work at once, turns. */
final class Bounds implements Check {
    /** How often one turn is asked again when its failure passes, as the documents say. */
    private static final int RETRIES_MAX = 3;

    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Integer> retries = new HashMap<>();
    private final Map<String, Json> agents = new HashMap<>();
    private final Map<String, String> worker = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private Json ladder = Json.object();
    private int replans;

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        String step = body.text("step");
        Promise bounded = Promise.LOOPS_ARE_BOUNDED;
        long seq = event.seq();
        switch (event.event().type()) {
            case "run.started" -> {
                Json pins = body.at("pins").orElse(Json.object());
                ladder = pins.at("ladder").orElse(Json.object());
                pins.list("agents").forEach(a -> agents.put(a.text("name"), a));
            }
            case "step.added" -> {
                if (step.startsWith("replan-")) replans++;
                findings.require(replans <= ladder.number("replans", 0), bounded, seq, replans + " replans");
            }
            case "step.routed" -> routed(body, seq, findings);
            case "attempt.failed" -> {
                failures.merge(step, 1, Integer::sum);
                failures.merge(step + " by " + body.text("agent"), 1, Integer::sum);
                running.remove(step);
            }
            case "step.submitted", "step.completed", "step.gap" -> running.remove(step);
            case "step.abandoned" -> {
                running.remove(step);
                // Whoever begins again under another definition begins to count again.
                failures.keySet().removeIf(k -> k.equals(step) || k.startsWith(step + " by "));
            }
            case "turn.failed" -> {
                if (!body.text("retryAt").isEmpty()) {
                    String turn = step + "@" + body.number("attempt", 0) + "." + body.number("turn", 0);
                    int times = retries.merge(turn, 1, Integer::sum);
                    findings.require(times <= RETRIES_MAX, bounded, seq, turn + " is asked again " + times + " times");
                }
            }
            case "effect.requested" -> turns(body, seq, findings);
            default -> {}
        }
    }

    private void routed(Json body, long seq, Findings findings) {
        String step = body.text("step");
        String agent = body.text("agent");
        Promise bounded = Promise.LOOPS_ARE_BOUNDED;
        running.add(step);
        worker.put(step, agent);
        findings.require(
                running.size() <= ladder.number("parallel", 0), bounded, seq, running.size() + " attempts at once");
        int mine = failures.getOrDefault(step + " by " + agent, 0);
        int all = failures.getOrDefault(step, 0);
        findings.require(mine < ladder.number("triesPerAgent", 0), bounded, seq, agent + " tries " + step + " again");
        // A stand-in has a try of its own when the others' are used up.
        boolean ownTry = mine == 0
                && agents.getOrDefault(agent, Json.object()).text("origin").equals("fallback");
        findings.require(
                ownTry || all < ladder.number("attemptsPerStep", 0), bounded, seq, step + " is tried once too often");
    }

    private void turns(Json body, long seq, Findings findings) {
        if (!body.text("kind").equals("think")) return;
        Json card = agents.getOrDefault(body.text("agent"), Json.object());
        long most = card.at("limits").orElse(Json.object()).number("turns", Long.MAX_VALUE);
        findings.require(
                body.number("turn", 0) <= most,
                Promise.LOOPS_ARE_BOUNDED,
                seq,
                body.text("agent") + " takes turn " + body.number("turn", 0) + " of " + most);
        findings.require(
                body.text("agent").equals(worker.get(body.text("step"))),
                Promise.LOOPS_ARE_BOUNDED,
                seq,
                body.text("agent") + " was not given " + body.text("step"));
    }
}
