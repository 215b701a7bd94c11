package dev.orrery.learning;

import dev.orrery.journal.EditableRows;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What humans said of outcomes, over all runs of a tenant, the oldest first. Thread-safe. */
public final class FeedbackList {
    /** How many signals a list has at most. */
    public static final int SIGNALS_MAX = 100_000;

    private static final String NAME = "feedback";

    private final Journal journal;
    private final String tenant;

    /**
     * One thing that a human said.
     *
     * @param run which run it is about
     * @param seq which event of it says so
     * @param at when it was said
     * @param signal what was said; its {@code kind} is {@code rating}, {@code approve}, {@code reject} or {@code edited}
     */
    public record Given(String run, long seq, Instant at, Json signal) {}

    /** Reads what was said of the runs of {@code tenant} from {@code journal}, which must keep {@link #projection()}. */
    public FeedbackList(Journal journal, String tenant) {
        this.journal = journal;
        this.tenant = tenant;
    }

    /** Returns what a journal has to keep for this list. */
    public static Projection projection() {
        return new Kept();
    }

    /** Returns all that was said. */
    public List<Given> all() {
        return journal.rows(tenant, NAME).all(SIGNALS_MAX).stream()
                .map(FeedbackList::read)
                .toList();
    }

    private static Given read(Row row) {
        return new Given(
                row.group(),
                row.body().number("seq", 0),
                Instant.parse(row.body().text("at")),
                row.body().at("signal").orElse(Json.object()));
    }

    /** One row per signal, grouped by run. */
    private static final class Kept implements Projection {
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
            return Set.of("feedback.given");
        }

        @Override
        public void apply(Recorded event, EditableRows rows) {
            if (event.stream().kind() != StreamId.Kind.RUN) return;
            String run = event.stream().id();
            Instant at = event.event().at();
            Json.Obj body = Json.object()
                    .with("seq", event.seq())
                    .with("at", at.toString())
                    .with("signal", event.event().body().at("signal").orElse(Json.object()));
            rows.put(new Row(run + "/" + event.seq(), run, Row.orderOf(at), body));
        }
    }
}
