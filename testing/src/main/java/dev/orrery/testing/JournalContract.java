package dev.orrery.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.JournalUnavailable;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} promises. An adapter's test extends this and opens one. */
public abstract class JournalContract {
    /** The stream that most promises are tried on. */
    protected static final StreamId RUN = StreamId.run("moon-1");

    private Journal journal;

    /** Opens an empty journal that keeps {@code projections}. It is closed after the test. */
    protected abstract Journal open(List<Projection> projections);

    /** Returns an event of {@code type} whose body is {@code {"n": n}}. */
    protected static StoredEvent event(String type, long n) {
        return new StoredEvent(
                type,
                1,
                Instant.parse("2026-03-01T10:00:00Z").plusMillis(n),
                Json.object().with("n", n));
    }

    /** Returns the journal of this test. */
    protected Journal journal() {
        return journal;
    }

    @BeforeEach
    void openJournal() {
        journal = open(List.of(new CountingProjection()));
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    @Test
    void whatWasAppendedIsReadBackAsItWas() {
        var body = Json.object()
                .with("text", "tab\t, quote \", zero \u0000, moon \uD83C\uDF19, lone \uD83C")
                .with("numbers", Json.of(List.of(Json.of(0.1), Json.of(1e300), Json.of(-7))))
                .with("nothing", new Json.Null());
        var first = new StoredEvent("run.started", 2, Instant.parse("2026-03-01T10:00:00.123456789Z"), body);
        long commit = journal.append(RUN, 0, List.of(first, event("step.completed", 2)));

        assertThat(journal.read(RUN, 0, 10))
                .containsExactly(
                        new Recorded(RUN, 1, first, commit), new Recorded(RUN, 2, event("step.completed", 2), commit));
    }

    @Test
    void eventsAreNumberedFromOneWithoutGapsOverRecords() {
        journal.append(RUN, 0, List.of(event("a", 1)));
        journal.append(RUN, 1, List.of(event("b", 2), event("b", 3)));
        journal.append(RUN, 3, List.of(event("c", 4)));

        assertThat(journal.read(RUN, 0, 10)).extracting(Recorded::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(journal.lastSeq(RUN)).isEqualTo(4);
    }

    @Test
    void readingGoesOnFromAnyEventAndStopsAtTheBound() {
        journal.append(RUN, 0, List.of(event("a", 1), event("a", 2), event("a", 3)));
        journal.append(RUN, 3, List.of(event("b", 4), event("b", 5)));

        for (int after = 0; after <= 6; after++) {
            for (int max = 1; max <= 6; max++) {
                long[] expected = LongStream.rangeClosed(after + 1L, Math.min(5, after + max))
                        .toArray();
                assertThat(journal.read(RUN, after, max))
                        .as("after %d at most %d", after, max)
                        .extracting(Recorded::seq)
                        .containsExactly(LongStream.of(expected).boxed().toArray(Long[]::new));
            }
        }
    }

    @Test
    void aStreamThatIsNotThereIsEmpty() {
        assertThat(journal.read(RUN, 0, 10)).isEmpty();
        assertThat(journal.lastSeq(RUN)).isZero();
        assertThat(journal.streams(StreamId.LOCAL, StreamId.Kind.RUN)).isEmpty();
        assertThat(journal.lastCommit()).isZero();
    }

    @Test
    void aDecisionOnAnOldStateIsRefusedAndWritesNothing() {
        journal.append(RUN, 0, List.of(event("a", 1), event("a", 2)));
        long commit = journal.lastCommit();

        for (long expected : new long[] {0, 1, 3, 99}) {
            assertThatThrownBy(() ->
                            journal.append(RUN, expected, List.of(event("b", 3)), List.of(Blob.of("kept " + expected))))
                    .isInstanceOfSatisfying(JournalConflict.class, refusal -> {
                        assertThat(refusal.lastSeq()).isEqualTo(2);
                        assertThat(refusal.stream()).isEqualTo(RUN);
                    })
                    .hasMessageContaining(RUN.toString());
            assertThat(journal.blobs().get(Hash.of("kept " + expected))).isEmpty();
        }
        assertThat(journal.read(RUN, 0, 10)).hasSize(2);
        assertThat(journal.lastCommit()).isEqualTo(commit);
    }

    @Test
    void ofManyWhoDecideOnTheSameStateOneWins() throws Exception {
        int rounds = 20;
        var won = inParallel(8, _ -> {
            int wins = 0;
            for (long seq = 0; seq < rounds; seq++) {
                try {
                    journal.append(RUN, seq, List.of(event("a", seq)));
                    wins++;
                } catch (JournalConflict tooLate) {
                    assertThat(tooLate.lastSeq()).isGreaterThan(seq);
                }
            }
            return wins;
        });

        assertThat(won.stream().mapToInt(Integer::intValue).sum()).isEqualTo(rounds);
        assertThat(journal.read(RUN, 0, 100)).hasSize(rounds);
    }

    @Test
    void whatTheFenceRefusesDoesNotHinderItsNeighbours() throws Exception {
        journal.append(RUN, 0, List.of(event("a", 1)));
        var written = inParallel(64, i -> {
            if (i % 2 == 0) return journal.append(StreamId.run("other-" + i), 0, List.of(event("b", i)));
            assertThatThrownBy(() -> journal.append(RUN, 0, List.of(event("c", i))))
                    .isInstanceOf(JournalConflict.class);
            return 0L;
        });

        assertThat(written.stream().filter(commit -> commit > 0)).hasSize(32).doesNotHaveDuplicates();
        assertThat(journal.streams(StreamId.LOCAL, StreamId.Kind.RUN)).hasSize(33);
        assertThat(journal.read(RUN, 0, 10)).hasSize(1);
    }

    @Test
    void commitNumbersCountOverAllStreamsWithoutGaps() throws Exception {
        inParallel(20, i -> journal.append(StreamId.run("r-" + i), 0, List.of(event("a", 1), event("a", 2))));

        List<Recorded> all = journal.tail(0, 100);
        assertThat(all.stream().map(Recorded::commit).distinct())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(all).hasSize(40);
        assertThat(journal.lastCommit()).isEqualTo(20);
    }

    @Test
    void theTailGivesWholeRecordsInTheOrderOfCommits() {
        var other = new StreamId(StreamId.LOCAL, StreamId.Kind.MEMORY, "facts");
        journal.append(RUN, 0, List.of(event("a", 1)));
        journal.append(other, 0, List.of(event("b", 1), event("b", 2)));
        journal.append(RUN, 1, List.of(event("a", 2)));

        assertThat(journal.tail(1, 1))
                .extracting(Recorded::stream, Recorded::seq)
                .containsExactly(tuple(other, 1L), tuple(other, 2L));
        assertThat(journal.tail(1, 9)).hasSize(3);
        assertThat(journal.tail(3, 9)).isEmpty();
    }

    @Test
    void streamsAreListedByTenantAndKindWithWhereTheyStand() {
        var elsewhere = new StreamId("acme", StreamId.Kind.RUN, "moon-1");
        journal.append(RUN, 0, List.of(event("a", 1)));
        journal.append(elsewhere, 0, List.of(event("a", 2)));
        long commit = journal.append(RUN, 1, List.of(event("a", 3), event("a", 4)));
        journal.append(new StreamId(StreamId.LOCAL, StreamId.Kind.HOME, "home"), 0, List.of(event("a", 5)));

        assertThat(journal.streams(StreamId.LOCAL, StreamId.Kind.RUN))
                .singleElement()
                .satisfies(head -> {
                    assertThat(head.stream()).isEqualTo(RUN);
                    assertThat(head.lastSeq()).isEqualTo(3);
                    assertThat(head.commit()).isEqualTo(commit);
                    assertThat(head.updated()).isEqualTo(event("a", 4).at());
                });
        assertThat(journal.streams("acme", StreamId.Kind.RUN)).hasSize(1);
        assertThat(journal.read(elsewhere, 0, 10)).hasSize(1);
    }

    @Test
    void contentsAreKeptOnceUnderTheirHash() {
        byte[] bytes = {0, -1, 7};
        Hash hash = journal.blobs().put("the moon");

        assertThat(hash).isEqualTo(Hash.of("the moon"));
        assertThat(journal.blobs().put("the moon")).isEqualTo(hash);
        assertThat(journal.blobs().text(hash)).contains("the moon");
        assertThat(journal.blobs().get(journal.blobs().put(bytes)))
                .hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes));
        assertThat(journal.blobs().get(Hash.of("never put"))).isEmpty();
        assertThat(journal.check().blobs()).isEqualTo(2);
    }

    @Test
    void contentsComeWithTheEventsThatNameThem() {
        Blob window = Blob.of("what the agent saw");
        journal.append(RUN, 0, List.of(event("a", 1)), List.of(window, Blob.of(""), window));

        assertThat(journal.blobs().text(window.hash())).contains("what the agent saw");
        assertThat(journal.blobs().text(Hash.of(""))).contains("");
    }

    @Test
    void rowsAreInStepWithTheEvents() {
        journal.append(RUN, 0, List.of(event("counted", 1), event("ignored", 2), event("counted", 3)));
        journal.append(StreamId.run("moon-2"), 0, List.of(event("counted", 4)));
        journal.append(new StreamId("acme", StreamId.Kind.RUN, "moon-1"), 0, List.of(event("counted", 5)));

        assertThat(counts(StreamId.LOCAL)).containsExactly("moon-1=2", "moon-2=1");
        assertThat(counts("acme")).containsExactly("moon-1=1");
        journal.append(RUN, 3, List.of(event("removed", 6)));
        assertThat(counts(StreamId.LOCAL)).containsExactly("moon-2=1");
    }

    @Test
    void rowsMadeAnewAreTheSame() {
        for (int i = 0; i < 30; i++) {
            journal.append(StreamId.run("r-" + i % 7), i / 7, List.of(event(i % 11 == 10 ? "removed" : "counted", i)));
        }
        List<Row> before = journal.rows(StreamId.LOCAL, "counts").all(100);
        journal.rebuildProjections();

        assertThat(journal.rows(StreamId.LOCAL, "counts").all(100))
                .isEqualTo(before)
                .isNotEmpty();
        assertThat(journal.check().damages()).isEmpty();
    }

    @Test
    void rowsAreFoundByKeyGroupPrefixAndOrder() {
        for (String id : List.of("ab-1", "ab-2", "abc", "b")) {
            journal.append(StreamId.run(id), 0, List.of(event("counted", id.length()), event("counted", id.length())));
        }
        journal.append(StreamId.run("ab-1"), 2, List.of(event("counted", 9)));
        var rows = journal.rows(StreamId.LOCAL, "counts");

        assertThat(rows.get("abc")).isPresent();
        assertThat(rows.get("nobody")).isEmpty();
        assertThat(rows.all(3)).extracting(Row::key).containsExactly("b", "abc", "ab-2");
        assertThat(rows.keysFrom("ab-", 9)).extracting(Row::key).containsExactly("ab-2", "ab-1");
        assertThat(rows.group("2", 9)).extracting(Row::key).containsExactly("b", "abc", "ab-2");
        assertThat(rows.upTo(3, 9)).extracting(Row::key).containsExactly("b", "abc");
    }

    @Test
    void aProjectionThatThrowsFailsOnlyTheAppendThatItThrewOn() throws Exception {
        inParallel(32, i -> {
            var stream = StreamId.run("r-" + i);
            if (i % 4 != 0) return journal.append(stream, 0, List.of(event("counted", i)));
            assertThatThrownBy(() -> journal.append(stream, 0, List.of(event("counted", i), event("refused", i))))
                    .isInstanceOf(IllegalStateException.class);
            return 0L;
        });

        assertThat(journal.streams(StreamId.LOCAL, StreamId.Kind.RUN)).hasSize(24);
        assertThat(counts(StreamId.LOCAL)).hasSize(24);
        assertThat(journal.check().damages()).isEmpty();
    }

    @Test
    void aRecordNeedsEventsAndHasABound() {
        assertThatThrownBy(() -> journal.append(RUN, 0, List.of())).isInstanceOf(IllegalArgumentException.class);
        var large = new StoredEvent("a", 1, Instant.EPOCH, Json.of("x".repeat(Journal.RECORD_BYTES_MAX)));
        assertThatThrownBy(() -> journal.append(RUN, 0, List.of(large)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blobs");
        assertThat(journal.lastSeq(RUN)).isZero();
    }

    @Test
    void aClosedJournalRefusesToWrite() {
        journal.append(RUN, 0, List.of(event("a", 1)));
        journal.close();
        journal.close();

        assertThatThrownBy(() -> journal.append(RUN, 1, List.of(event("a", 2))))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> journal.read(RUN, 0, 1)).isInstanceOf(JournalUnavailable.class);
    }

    @Test
    void aWriterThatIsInterruptedIsStillAnswered() throws Exception {
        var thread = Thread.ofVirtual().unstarted(() -> {
            Thread.currentThread().interrupt();
            journal.append(RUN, 0, List.of(event("a", 1)));
        });
        thread.start();
        thread.join();

        assertThat(journal.lastSeq(RUN)).isEqualTo(1);
    }

    private List<String> counts(String tenant) {
        return journal.rows(tenant, "counts").keysFrom("", 100).stream()
                .map(row -> row.key() + "=" + row.body().number("count", -1))
                .toList();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    private interface Task<T> {
        T run(int index) throws Exception;
    }

    /** Runs {@code task} on {@code count} threads at once and returns what each gave. */
    private static <T> List<T> inParallel(int count, Task<T> task) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit((Callable<T>) () -> task.run(i)))
                    .toList();
            var out = new ArrayList<T>();
            for (Future<T> future : futures) out.add(future.get());
            return out;
        }
    }
}
