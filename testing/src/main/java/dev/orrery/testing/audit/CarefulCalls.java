package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls as the outside world saw them against what the run says of them: wanted before they were made; those that cannot
 * be repeated begun before they were made, made once, and never called undone when they happened.
 */
final class CarefulCalls implements Check {
    private static final Set<String> CAREFUL = Set.of("non_idempotent", "irreversible");

    private final Outside outside;
    private final Map<String, Wanted> effects = new HashMap<>();
    private final List<Wanted> inOrder = new ArrayList<>();
    private final Map<String, String> outcomeQuestions = new HashMap<>();
    private final Set<String> happenedByHuman = new HashSet<>();

    /** A call that the run wanted, and what the run knows of it; a number of 0 means never. */
    private static final class Wanted {
        final String key;
        final boolean careful;
        final long requested;
        long started;
        long returned;
        boolean surfaced;

        Wanted(Json body, long seq) {
            key = body.text("key");
            careful = CAREFUL.contains(body.text("class"));
            requested = seq;
        }

        boolean openAt(long durable) {
            return requested <= durable && (returned == 0 || returned > durable);
        }
    }

    CarefulCalls(Outside outside) {
        this.outside = outside;
    }

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        long seq = event.seq();
        switch (event.event().type()) {
            case "effect.requested" -> requested(body, seq);
            case "tool.started" -> started(body, seq, findings);
            case "tool.returned" -> returned(body, seq, findings);
            case "effect.lost" -> lost(body, seq, findings);
            case "human.asked" -> asked(body);
            case "human.answered" -> answered(body);
            default -> {}
        }
    }

    private void requested(Json body, long seq) {
        if (!body.text("kind").equals("tool")) return;
        var wanted = new Wanted(body, seq);
        effects.put(body.text("effect"), wanted);
        inOrder.add(wanted);
    }

    private void started(Json body, long seq, Findings findings) {
        Wanted wanted = effects.get(body.text("effect"));
        boolean first = wanted != null && wanted.started == 0 && wanted.returned == 0;
        findings.require(first, Promise.CAREFUL_CALLS_HAPPEN_ONCE, seq, body.text("effect") + " begins again");
        if (wanted != null) wanted.started = seq;
    }

    private void returned(Json body, long seq, Findings findings) {
        String effect = body.text("effect");
        Wanted wanted = effects.get(effect);
        if (wanted == null) return;
        wanted.returned = seq;
        if (!wanted.careful) return;
        String outcome = body.text("outcome");
        boolean happened = happened(wanted, seq);
        findings.require(
                !outcome.equals("returned") || happened,
                Promise.CAREFUL_CALLS_HAPPEN_ONCE,
                seq,
                effect + " has a result, and nobody made the call");
        findings.require(
                !outcome.equals("notDone") || !happened,
                Promise.CAREFUL_CALLS_HAPPEN_ONCE,
                seq,
                effect + " is said not to be done, and it happened");
        findings.require(
                !outcome.equals("unknown") || happenedByHuman.contains(effect),
                Promise.UNKNOWN_OUTCOMES_ARE_SURFACED,
                seq,
                effect + " is settled as unknown, and no human said so");
    }

    private boolean happened(Wanted wanted, long before) {
        return outside.calls().stream()
                .anyMatch(c -> c.key().equals(wanted.key)
                        && c.happened()
                        && c.durable() >= wanted.requested
                        && c.durable() < before);
    }

    private void lost(Json body, long seq, Findings findings) {
        Wanted wanted = effects.get(body.text("effect"));
        if (wanted == null) return;
        wanted.returned = seq;
        findings.require(
                !wanted.careful || wanted.started == 0,
                Promise.UNKNOWN_OUTCOMES_ARE_SURFACED,
                seq,
                body.text("effect") + " had begun and is forgotten");
    }

    private void asked(Json body) {
        if (!body.text("kind").equals("outcome")) return;
        outcomeQuestions.put(body.text("id"), body.text("about"));
        Wanted wanted = effects.get(body.text("about"));
        if (wanted != null) wanted.surfaced = true;
    }

    private void answered(Json body) {
        String effect = outcomeQuestions.get(body.text("id"));
        if (effect != null && body.text("verdict").equals("approved")) happenedByHuman.add(effect);
    }

    @Override
    public void end(Findings findings) {
        var happened = new HashMap<String, Integer>();
        for (Outside.Called call : outside.calls()) made(call, happened, findings);
        for (Wanted wanted : inOrder) {
            boolean open = wanted.careful && wanted.started > 0 && wanted.returned == 0;
            findings.require(
                    !open || wanted.surfaced,
                    Promise.UNKNOWN_OUTCOMES_ARE_SURFACED,
                    wanted.started,
                    wanted.key + " has begun, is not answered, and no human is asked");
        }
    }

    private void made(Outside.Called call, Map<String, Integer> happened, Findings findings) {
        List<Wanted> open = inOrder.stream()
                .filter(w -> w.key.equals(call.key()) && w.openAt(call.durable()))
                .toList();
        findings.require(
                !open.isEmpty(), Promise.WANTED_BEFORE_DONE, call.durable(), call.key() + " is called unasked");
        if (call.effect().repeatable()) return;
        findings.require(
                open.stream().anyMatch(w -> w.started > 0 && w.started <= call.durable()),
                Promise.WANTED_BEFORE_DONE,
                call.durable(),
                call.key() + " is called before its start is durable");
        if (!call.happened()) return;
        int times = happened.merge(call.key(), 1, Integer::sum);
        findings.require(
                times == 1,
                Promise.CAREFUL_CALLS_HAPPEN_ONCE,
                call.durable(),
                call.key() + " happens for time " + times);
    }
}
