package dev.orrery;

import dev.orrery.context.WindowStore;
import dev.orrery.engine.wire.EventReader;
import dev.orrery.journal.Blobs;
import dev.orrery.journal.Recorded;
import dev.orrery.kernel.Event;
import dev.orrery.message.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The windows that the agents of one step were shown. */
final class SeenWindows {
    private final String run;
    private final String step;
    private final List<Event.ContextAssembled> windows = new ArrayList<>();

    SeenWindows(String run, String step, List<Recorded> events) {
        this.run = run;
        this.step = step;
        for (Recorded recorded : events) {
            if (recorded.event().type().equals("context.assembled")
                    && EventReader.read(recorded) instanceof Event.ContextAssembled e
                    && e.step().equals(step)) {
                windows.add(e);
            }
        }
    }

    /**
     * Returns one of them; the last attempt and its last turn where nothing is said.
     *
     * @throws OrreryException when there is no such window; the message says which there are
     */
    WindowView find(Optional<Integer> attempt, Optional<Integer> turn, Blobs blobs) {
        int wanted = attempt.orElse(windows.isEmpty() ? 1 : windows.getLast().attempt());
        Hash hash = windows.stream()
                .filter(w ->
                        w.attempt() == wanted && turn.map(t -> t == w.turn()).orElse(true))
                .reduce((_, later) -> later)
                .map(Event.ContextAssembled::window)
                .orElseThrow(() -> new OrreryException(OrreryException.Kind.FAILED, none()));
        return new WindowView(new WindowStore(blobs).read(hash), hash);
    }

    private String none() {
        if (windows.isEmpty()) {
            return "step " + step + " of run " + run + " has no window; `orrery show " + run + "` lists steps";
        }
        return "step " + step + " of run " + run + " has no such turn; its windows are "
                + windows.stream()
                        .map(w -> "attempt " + w.attempt() + " turn " + w.turn())
                        .collect(Collectors.joining(", "));
    }
}
