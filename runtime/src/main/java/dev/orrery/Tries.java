package dev.orrery;

import dev.orrery.StepView.Try;
import dev.orrery.engine.wire.EventReader;
import dev.orrery.journal.Recorded;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.Pins;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The attempts at each step, as a run's events tell of them: who, what each used, how long it took, how it ended. */
final class Tries {
    private final Pins pins;
    private final Map<String, List<Try>> steps = new HashMap<>();
    private final Map<String, Asked> asked = new HashMap<>();

    /** An agent that was asked and has not answered. */
    private record Asked(String step, Instant at) {}

    private Tries(Pins pins) {
        this.pins = pins;
    }

    /** Reads the events of a run that pinned {@code pins}. */
    static Tries of(Pins pins, List<Recorded> events) {
        var tries = new Tries(pins);
        for (Recorded recorded : events) {
            tries.see(EventReader.read(recorded), recorded.event().at());
        }
        return tries;
    }

    /** Returns the attempts at {@code step}, in order. */
    List<Try> at(String step) {
        return List.copyOf(steps.getOrDefault(step, List.of()));
    }

    private void see(Event event, Instant at) {
        if (event instanceof Event.StepRouted e) {
            var begun = new Try(e.attempt(), e.agent(), pins.standsIn(e.agent()), 0, Amount.ZERO, 0, "");
            steps.computeIfAbsent(e.step(), _ -> new ArrayList<>()).add(begun);
        } else if (event instanceof Event.Requested e && e.effect() instanceof Effect.Think think) {
            asked.put(think.id(), new Asked(think.step(), at));
        } else if (event instanceof Event.TurnTaken e) {
            last(e.step(), t -> used(t, 1, e.used(), waited(e.effect(), at)));
        } else if (event instanceof Event.TurnFailed e) {
            last(e.step(), t -> used(t, 0, e.used(), waited(e.effect(), at)));
        } else if (event instanceof Event.EffectLost e) {
            lost(e);
        } else if (event instanceof Event.AttemptFailed e) {
            last(e.step(), t -> failed(t, e.kind().wire() + ": " + e.critique()));
        }
    }

    /** A call that was lost is paid for; how long the process was gone is nobody's work. */
    private void lost(Event.EffectLost e) {
        Asked was = asked.remove(e.effect());
        if (was != null) last(was.step(), t -> used(t, 0, e.charged(), 0));
    }

    private long waited(String effect, Instant at) {
        Asked was = asked.remove(effect);
        return was == null ? 0 : Duration.between(was.at(), at).toMillis();
    }

    private void last(String step, UnaryOperator<Try> change) {
        List<Try> tries = steps.getOrDefault(step, List.of());
        if (!tries.isEmpty()) tries.set(tries.size() - 1, change.apply(tries.getLast()));
    }

    private static Try used(Try t, int turns, Amount used, long millis) {
        return new Try(
                t.attempt(),
                t.agent(),
                t.standIn(),
                t.turns() + turns,
                t.spent().plus(used),
                t.millis() + millis,
                t.failure());
    }

    private static Try failed(Try t, String why) {
        return new Try(t.attempt(), t.agent(), t.standIn(), t.turns(), t.spent(), t.millis(), why);
    }
}
