package dev.orrery.learning;

import dev.orrery.journal.EditableRows;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Json;
import java.util.Set;

/**
 * The runs that ended, or were judged, since they were last observed: one row per run. It is kept with the events
 * themselves, so a process that dies between a run's end and its observation loses nothing.
 */
final class PendingRuns implements Projection {
    static final String NAME = "pending-lessons";

    /** Says that a run was observed up to an event; lies in a stream of its own that nobody has to read. */
    static final String SEEN = "run.seen";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> types() {
        return Set.of("run.ended", "feedback.given", SEEN);
    }

    @Override
    public void apply(Recorded event, EditableRows rows) {
        Json body = event.event().body();
        if (event.stream().kind() == StreamId.Kind.RUN) {
            Json.Obj pending = Json.object().with("seq", event.seq());
            rows.put(new Row(event.stream().id(), "", event.commit(), pending));
        } else if (event.event().type().equals(SEEN)) {
            long seen = body.number("seq", 0);
            rows.get(body.text("run"))
                    .filter(row -> row.body().number("seq", 0) <= seen)
                    .ifPresent(row -> rows.remove(row.key()));
        }
    }

    /** Returns what {@link #SEEN} says of {@code run}, observed up to event {@code seq}. */
    static Json.Obj seen(String run, long seq) {
        return Json.object().with("run", run).with("seq", seq);
    }
}
