package dev.orrery.journal;

import dev.orrery.message.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What waits for a human, over all runs of a tenant, the oldest first. Thread-safe. */
public final class WaitList {
    /** How many waits a list has at most. */
    public static final int WAITS_MAX = 100_000;

    private static final String NAME = "waits";

    private final Journal journal;
    private final String tenant;

    /** Reads the waits of {@code tenant} from {@code journal}, which must keep {@link #projection()}. */
    public WaitList(Journal journal, String tenant) {
        this.journal = journal;
        this.tenant = tenant;
    }

    /** Returns what a journal has to keep for this list. */
    public static Projection projection() {
        return new WaitProjection();
    }

    /** Returns all that waits. */
    public List<Wait> all() {
        return read(rows().all(WAITS_MAX));
    }

    /** Returns what waits in {@code run}. */
    public List<Wait> of(String run) {
        return read(rows().group(run, WAITS_MAX));
    }

    private Rows rows() {
        return journal.rows(tenant, NAME);
    }

    private static List<Wait> read(List<Row> rows) {
        return rows.stream().map(WaitList::read).toList();
    }

    private static Wait read(Row row) {
        Json body = row.body();
        return new Wait(
                row.group(),
                body.text("id"),
                body.text("step"),
                body.text("kind"),
                body.text("text"),
                body.text("hash"),
                body.text("about"),
                Instant.parse(body.text("asked")),
                body.at("expiresAt").flatMap(Json::asText).map(Instant::parse));
    }

    /** One row per open question, grouped by run. */
    private static final class WaitProjection implements Projection {
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
            return Set.of("human.asked", "human.answered", "run.ended");
        }

        @Override
        public void apply(Recorded event, EditableRows rows) {
            if (event.stream().kind() != StreamId.Kind.RUN) return;
            String run = event.stream().id();
            Json body = event.event().body();
            String key = run + "/" + body.text("id");
            switch (event.event().type()) {
                case "human.asked" -> {
                    if (body instanceof Json.Obj asked) {
                        Instant at = event.event().at();
                        rows.put(new Row(key, run, Row.orderOf(at), asked.with("asked", at.toString())));
                    }
                }
                case "human.answered" -> rows.remove(key);
                default ->
                    rows.group(run, WAITS_MAX).stream()
                            .filter(row -> !outlivesRun(row))
                            .forEach(row -> rows.remove(row.key()));
            }
        }

        /** What became of a call is still to be said when the run is over. */
        private static boolean outlivesRun(Row row) {
            return row.body().text("kind").equals("outcome");
        }
    }
}
