package dev.orrery.journal;

import dev.orrery.message.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The runs of a tenant, the newest first, read without decoding any of their events. Thread-safe. */
public final class RunList {
    /** How many runs a list has at most; the newest are in it. */
    public static final int RUNS_MAX = 100_000;

    private static final String NAME = "runs";

    private final Journal journal;
    private final String tenant;

    /** Reads the runs of {@code tenant} from {@code journal}, which must keep {@link #projection()}. */
    public RunList(Journal journal, String tenant) {
        this.journal = journal;
        this.tenant = tenant;
    }

    /** Returns what a journal has to keep for this list. */
    public static Projection projection() {
        return new RunProjection();
    }

    /** Returns all runs. */
    public List<RunRow> all() {
        return list(rows().all(RUNS_MAX));
    }

    /** Returns the runs whose id begins with {@code prefix}: exactly one when it is a unique prefix. */
    public List<RunRow> withPrefix(String prefix) {
        return list(rows().keysFrom(prefix, RUNS_MAX));
    }

    /** Returns the run called {@code run}. */
    public Optional<RunRow> find(String run) {
        return withPrefix(run).stream().filter(row -> row.run().equals(run)).findFirst();
    }

    private Rows rows() {
        return journal.rows(tenant, NAME);
    }

    private List<RunRow> list(List<Row> rows) {
        if (rows.isEmpty()) return List.of();
        // Every event moves a run's last change, so that is kept with the stream and not in the row.
        Map<String, StreamHead> heads = journal.streams(tenant, StreamId.Kind.RUN).stream()
                .collect(Collectors.toMap(head -> head.stream().id(), Function.identity()));
        return rows.stream()
                .map(row -> read(row, Optional.ofNullable(heads.get(row.key()))))
                .toList();
    }

    private static RunRow read(Row row, Optional<StreamHead> head) {
        Json body = row.body();
        Instant started = Instant.parse(body.text("started"));
        return new RunRow(
                row.key(),
                body.text("goal"),
                body.text("status"),
                body.text("reason"),
                (int) body.number("waiting", 0),
                body.at("copyOf").flatMap(Json::asText),
                started,
                body.at("ended").flatMap(Json::asText).map(Instant::parse),
                head.map(StreamHead::updated).orElse(started));
    }

    /** One row per run, sorted so that the newest comes first. */
    private static final class RunProjection implements Projection {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public int version() {
            return 4;
        }

        @Override
        public Set<String> types() {
            return Set.of(
                    "run.started",
                    "run.forked",
                    "run.paused",
                    "run.resumed",
                    "run.ended",
                    "human.asked",
                    "human.answered");
        }

        @Override
        public void apply(Recorded event, EditableRows rows) {
            if (event.stream().kind() != StreamId.Kind.RUN) return;
            String run = event.stream().id();
            StoredEvent what = event.event();
            if (what.type().equals("run.started")) rows.put(started(run, what));
            else if (what.type().equals("run.forked")) rows.get(run).ifPresent(row -> rows.put(forked(row, what)));
            else rows.get(run).ifPresent(row -> rows.put(changed(row, what)));
        }

        private static Row started(String run, StoredEvent event) {
            Json.Obj body = Json.object()
                    .with("goal", event.body().text("goal"))
                    .with("status", "running")
                    .with("started", event.at().toString())
                    .with("waiting", 0);
            return new Row(run, "", -Row.orderOf(event.at()), body);
        }

        /** A fork begins when it is made, and not when the run did that it is a copy of. */
        private static Row forked(Row row, StoredEvent event) {
            if (!(row.body() instanceof Json.Obj body)) return row;
            Json.Obj now = body.with("status", "running")
                    .with("started", event.at().toString())
                    .with("copyOf", event.body().text("from"));
            return new Row(row.key(), row.group(), -Row.orderOf(event.at()), now);
        }

        private static Row changed(Row row, StoredEvent event) {
            if (!(row.body() instanceof Json.Obj body)) return row;
            long waiting = body.number("waiting", 0);
            Json.Obj now = switch (event.type()) {
                case "human.asked" -> body.with("waiting", waiting + 1);
                case "human.answered" -> body.with("waiting", Math.max(0, waiting - 1));
                case "run.paused" -> body.with("status", "paused");
                case "run.resumed" -> body.with("status", "running");
                default ->
                    body.with("status", event.body().text("status"))
                            .with("reason", event.body().text("reason"))
                            .with("ended", event.at().toString());
            };
            return new Row(row.key(), row.group(), row.order(), now);
        }
    }
}
