package dev.orrery.engine;

import dev.orrery.journal.EditableRows;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.journal.Rows;
import dev.orrery.journal.StoredEvent;
import dev.orrery.kernel.FailureKind;
import dev.orrery.kernel.World.Health;
import dev.orrery.message.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The agents' circuit breakers: after {@value #FAILURES} attempts in a row that ended in an error or a time-out, over all
 * runs, an agent is left alone for a while; then it is tried once more. What a review says of its work does not count
 * here. Thread-safe.
 */
public final class Breakers {
    /** How many failures in a row open a breaker. */
    public static final int FAILURES = 3;

    /** How long an open breaker keeps an agent from being taken. */
    public static final Duration OPEN_FOR = Duration.ofMinutes(5);

    private record Count(int failures, Instant last, String why) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** Makes the breakers as the projection has them. */
    public Breakers(Rows rows) {
        for (Row row : rows.all(ROWS_MAX)) {
            counts.put(row.key(), count(row.body()));
        }
    }

    private static final int ROWS_MAX = 10_000;

    private static Count count(Json body) {
        return new Count(
                (int) body.number("failures", 0),
                Instant.parse(body.text("last", "1970-01-01T00:00:00Z")),
                body.text("why"));
    }

    /** Returns the health of the agents of whom there is anything to say at {@code now}. */
    Map<String, Health> health(Instant now) {
        var health = new HashMap<String, Health>();
        counts.forEach((agent, count) -> {
            boolean open =
                    count.failures() >= FAILURES && now.isBefore(count.last().plus(OPEN_FOR));
            if (open) {
                health.put(
                        agent, new Health(0, true, count.failures() + " failures in a row, the last: " + count.why()));
            }
        });
        return health;
    }

    void observe(StoredEvent event) {
        Json body = event.body();
        String agent = body.text("agent");
        if (agent.isEmpty()) return;
        if (fails(event)) {
            counts.merge(
                    agent,
                    new Count(1, event.at(), body.text("critique")),
                    (was, one) -> new Count(was.failures() + 1, one.last(), one.why()));
        } else if (event.type().equals(COMPLETED)) {
            counts.remove(agent);
        }
    }

    private static final String FAILED = "attempt.failed";
    private static final String COMPLETED = "step.completed";

    private static boolean fails(StoredEvent event) {
        return event.type().equals(FAILED)
                && FailureKind.of(event.body().text("kind")).unhealthy();
    }

    /** Keeps the counts over processes: one row per agent whose last attempt failed. */
    public static final class Kept implements Projection {
        /** The projection's name. */
        public static final String NAME = "agent-health";

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
            return Set.of(FAILED, COMPLETED);
        }

        @Override
        public void apply(Recorded recorded, EditableRows rows) {
            StoredEvent event = recorded.event();
            String agent = event.body().text("agent");
            if (agent.isEmpty()) return;
            if (fails(event)) {
                int before =
                        rows.get(agent).map(r -> count(r.body()).failures()).orElse(0);
                Json body = Json.object()
                        .with("failures", before + 1L)
                        .with("last", event.at().toString())
                        .with("why", event.body().text("critique"));
                rows.put(new Row(agent, "", event.at().toEpochMilli(), body));
            } else if (event.type().equals(COMPLETED)) {
                rows.remove(agent);
            }
        }
    }
}
