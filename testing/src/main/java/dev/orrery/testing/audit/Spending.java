package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The books of a run, kept anew from its events. What is spent and reserved stays within the cap; only what agents say to
 * have used beyond what was reserved for them may stand on top of it. A turn reserves before it is taken, and one that was
 * lost is charged in full.
 */
final class Spending implements Check {
    private static final List<String> UNITS = List.of("tokens", "costMicros", "turns");

    private final Map<String, Json> open = new HashMap<>();
    private final Map<String, Long> cap = new HashMap<>();
    private final Map<String, Long> spent = new HashMap<>();
    private final Map<String, Long> reserved = new HashMap<>();
    private final Map<String, Long> excess = new HashMap<>();

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        switch (event.event().type()) {
            case "run.started" ->
                UNITS.forEach(u -> cap.put(u, member(body, "budget").number(u, 0)));
            case "effect.requested" -> requested(body, event.seq(), findings);
            case "turn.taken", "turn.failed" -> settle(body, member(body, "used"));
            case "effect.lost" -> lost(body, event.seq(), findings);
            case "context.assembled", "tool.returned", "report.delivered", "memory.proposed", "timer.fired" ->
                settle(body, Json.object());
            default -> {}
        }
        for (String unit : UNITS) {
            long out = of(spent, unit) + of(reserved, unit);
            long most = of(cap, unit) + of(excess, unit);
            findings.require(out <= most, Promise.BUDGETS_HOLD, event.seq(), out + " " + unit + " are out, of " + most);
        }
    }

    private void requested(Json body, long seq, Findings findings) {
        Json reserve = member(member(body, "terms"), "reserved");
        open.put(body.text("effect"), reserve);
        UNITS.forEach(u -> reserved.merge(u, reserve.number(u, 0), Long::sum));
        for (String unit : UNITS) {
            long wanted = reserve.number(unit, 0);
            findings.require(wanted >= 0, Promise.BUDGETS_HOLD, seq, "less than nothing is reserved");
            // Nothing is asked for on top of what liars have used beyond the cap.
            findings.require(
                    wanted == 0 || of(spent, unit) + of(reserved, unit) <= of(cap, unit),
                    Promise.BUDGETS_HOLD,
                    seq,
                    wanted + " " + unit + " are reserved that are not there");
        }
        boolean paid = reserve.number("turns", 0) >= 1 && reserve.number("tokens", 0) >= body.number("tokens", 0);
        findings.require(
                !body.text("kind").equals("think") || paid,
                Promise.BUDGETS_HOLD,
                seq,
                body.text("effect") + " is asked for less than its window");
    }

    private void lost(Json body, long seq, Findings findings) {
        Json was = open.getOrDefault(body.text("effect"), Json.object());
        Json charged = member(body, "charged");
        boolean full = UNITS.stream().allMatch(u -> was.number(u, 0) == charged.number(u, 0));
        findings.require(full, Promise.BUDGETS_HOLD, seq, body.text("effect") + " is lost and not charged in full");
        settle(body, charged);
    }

    private void settle(Json body, Json used) {
        Json was = open.remove(body.text("effect"));
        if (was == null) return;
        for (String unit : UNITS) {
            long most = was.number(unit, 0);
            long took = used.number(unit, 0);
            reserved.merge(unit, -most, Long::sum);
            spent.merge(unit, took, Long::sum);
            excess.merge(unit, Math.max(0, took - most), Long::sum);
        }
    }

    private static long of(Map<String, Long> account, String unit) {
        return account.getOrDefault(unit, 0L);
    }

    private static Json member(Json json, String name) {
        return json.at(name).orElse(Json.object());
    }
}
