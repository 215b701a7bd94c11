package dev.orrery.journal;

import dev.orrery.message.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The times that runs of a tenant wait for, the earliest first: exact over restarts. Thread-safe. */
public final class TimerList {
    /** How many timers one run may have. */
    private static final int TIMERS_PER_RUN_MAX = 100_000;

    private static final String NAME = "timers";

    private final Journal journal;
    private final String tenant;

    /** Reads the timers of {@code tenant} from {@code journal}, which must keep {@link #projection()}. */
    public TimerList(Journal journal, String tenant) {
        this.journal = journal;
        this.tenant = tenant;
    }

    /** Returns what a journal has to keep for this list. */
    public static Projection projection() {
        return new TimerProjection();
    }

    /** Returns the timers whose time has come at {@code now}, at most {@code timersMax}. */
    public List<Timer> due(Instant now, int timersMax) {
        return read(rows().upTo(Row.orderOf(now), timersMax)).stream()
                .filter(timer -> !timer.until().isAfter(now))
                .toList();
    }

    /** Returns the timer that is due next, whether or not its time has come. */
    public Optional<Timer> next() {
        return read(rows().all(1)).stream().findFirst();
    }

    private Rows rows() {
        return journal.rows(tenant, NAME);
    }

    private static List<Timer> read(List<Row> rows) {
        return rows.stream()
                .map(row -> new Timer(
                        row.group(),
                        row.body().text("effect"),
                        Instant.parse(row.body().text("until"))))
                .toList();
    }

    /** One row per open wake-up, grouped by run and sorted by its time. */
    private static final class TimerProjection implements Projection {
        /** The kinds of effects that wait for a time. */
        private static final Set<String> WAITS = Set.of("wake", "retry");

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
            return Set.of("effect.requested", "timer.fired", "effect.lost", "human.answered", "run.ended");
        }

        @Override
        public void apply(Recorded event, EditableRows rows) {
            if (event.stream().kind() != StreamId.Kind.RUN) return;
            String run = event.stream().id();
            Json body = event.event().body();
            switch (event.event().type()) {
                case "effect.requested" -> timer(run, body).ifPresent(rows::put);
                case "timer.fired", "effect.lost" -> rows.remove(key(run, body));
                case "human.answered" -> removeWhere(run, rows, "question", body.text("id"));
                default -> rows.group(run, TIMERS_PER_RUN_MAX).forEach(row -> rows.remove(row.key()));
            }
        }

        private static Optional<Row> timer(String run, Json body) {
            if (!WAITS.contains(body.text("kind"))) return Optional.empty();
            try {
                Instant until = Instant.parse(body.text("until"));
                Json.Obj row = Json.object()
                        .with("effect", body.text("effect"))
                        .with("question", body.text("question"))
                        .with("until", until.toString());
                return Optional.of(new Row(key(run, body), run, Row.orderOf(until), row));
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        }

        /** An answer drops the wake-up that would have ended the waiting for it. */
        private static void removeWhere(String run, EditableRows rows, String member, String value) {
            rows.group(run, TIMERS_PER_RUN_MAX).stream()
                    .filter(row -> row.body().text(member).equals(value))
                    .forEach(row -> rows.remove(row.key()));
        }

        private static String key(String run, Json body) {
            return run + "/" + body.text("effect");
        }
    }
}
