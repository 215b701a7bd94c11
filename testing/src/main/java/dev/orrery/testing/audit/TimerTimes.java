package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Timers fire not before their time, and are not forgotten: none is long overdue when nobody watches any more. */
final class TimerTimes implements Check {
    /** How long after its time a timer may still be on its way: a process may have to come back first. */
    private static final Duration GRACE = Duration.ofDays(30);

    private record Timer(long seq, Instant at, String question) {}

    private final Outside outside;
    private final Map<String, Timer> open = new HashMap<>();
    private boolean ended;

    TimerTimes(Outside outside) {
        this.outside = outside;
    }

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        String effect = body.text("effect");
        switch (event.event().type()) {
            case "effect.requested" -> {
                if (!body.text("until").isEmpty()) {
                    Instant at = Instant.parse(body.text("until"));
                    open.put(effect, new Timer(event.seq(), at, body.text("question")));
                }
            }
            case "timer.fired" -> {
                Timer timer = open.remove(effect);
                findings.require(timer != null, Promise.TIMERS_FIRE_ONCE, event.seq(), effect + " is no open timer");
                boolean early = timer != null && event.event().at().isBefore(timer.at());
                findings.require(!early, Promise.TIMERS_FIRE_ONCE, event.seq(), effect + " fires early");
            }
            case "effect.lost" -> open.remove(effect);
            case "human.answered" ->
                List.copyOf(open.keySet()).stream()
                        .filter(e -> body.text("id").equals(known(e)))
                        .forEach(open::remove);
            case "run.ended" -> ended = true;
            default -> {}
        }
    }

    private String known(String effect) {
        Timer timer = open.get(effect);
        return timer == null ? "" : timer.question();
    }

    @Override
    public void end(Findings findings) {
        if (ended) return;
        open.forEach((effect, timer) -> findings.require(
                timer.at().plus(GRACE).isAfter(outside.until()),
                Promise.TIMERS_FIRE_ONCE,
                timer.seq(),
                effect + " was due at " + timer.at() + " and has not fired"));
    }
}
