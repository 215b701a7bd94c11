package dev.orrery;

import dev.orrery.context.WindowStore;
import dev.orrery.engine.wire.EventReader;
import dev.orrery.journal.Blobs;
import dev.orrery.journal.Recorded;
import dev.orrery.kernel.Event;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The windows that the agents of one step were shown, and what was sent to models for them. */
final class SeenWindows {
    private static final Set<String> TYPES = Set.of("context.assembled", "turn.taken", "turn.failed");

    private final String run;
    private final String step;
    private final List<Event.ContextAssembled> windows = new ArrayList<>();
    private final Map<Place, Hash> sent = new HashMap<>();

    /** One turn of one attempt. */
    private record Place(int attempt, int turn) {}

    SeenWindows(String run, String step, List<Recorded> events) {
        this.run = run;
        this.step = step;
        for (Recorded recorded : events) {
            boolean ofStep = recorded.event().body().text("step").equals(step);
            if (ofStep && TYPES.contains(recorded.event().type())) see(EventReader.read(recorded));
        }
    }

    private void see(Event event) {
        if (event instanceof Event.ContextAssembled e) windows.add(e);
        if (event instanceof Event.TurnTaken e) sent(e.attempt(), e.turn(), e.sent());
        if (event instanceof Event.TurnFailed e) sent(e.attempt(), e.turn(), e.sent());
    }

    /** A turn that is asked again is sent again; the last time counts. */
    private void sent(int attempt, int turn, Optional<Hash> messages) {
        messages.ifPresent(hash -> sent.put(new Place(attempt, turn), hash));
    }

    /**
     * Returns one of them; the last attempt and its last turn where nothing is said.
     *
     * @throws OrreryException when there is no such window; the message says which there are
     */
    WindowView find(Optional<Integer> attempt, Optional<Integer> turn, Blobs blobs) {
        int wanted = attempt.orElse(windows.isEmpty() ? 1 : windows.getLast().attempt());
        Event.ContextAssembled found = windows.stream()
                .filter(w ->
                        w.attempt() == wanted && turn.map(t -> t == w.turn()).orElse(true))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new OrreryException(OrreryException.Kind.FAILED, none()));
        var store = new WindowStore(blobs);
        Optional<Json> messages = Optional.ofNullable(sent.get(new Place(found.attempt(), found.turn())))
                .map(store::json);
        return new WindowView(store.read(found.window()), found.window(), messages);
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
