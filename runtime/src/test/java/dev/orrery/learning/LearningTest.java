package dev.orrery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.learning.Learning.Answer;
import dev.orrery.learning.Observation.MemoryReview;
import dev.orrery.message.JsonText;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned is kept, once, whoever observes it. */
class LearningTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = SqliteJournal.open(Home.open(folder), Learning.projections());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatWasLearnedOutlivesTheProcess() {
        String id = fiveRuns(learning());
        assertThat(learning().accept(id)).isInstanceOf(Answer.Done.class);

        close();
        open();

        assertThat(learning().current().routes()).containsExactly(java.util.Map.entry("research/research", 1.0));
        assertThat(learning().current().version()).isEqualTo(1);
        assertThat(JsonText.print(learning().show(id).orElseThrow().toJson()))
                .startsWith("{\"id\":\"" + id + "\",\"kind\":\"route\",\"target\":\"research/quick\",\"change\":{")
                .contains(
                        "\"evidence\":[{\"run\":\"r1\",\"seq\":3,\"signal\":\"flagged research/acme, attempt 1 of quick: "
                                + "nothing was found\"}")
                .endsWith("\"status\":\"accepted\",\"version\":1}");
    }

    @Test
    void observingARunTwiceSaysNothingTwice() {
        fiveRuns(learning());
        long events = events().size();

        Observation again = learning().observe(run("r5").events());

        assertThat(again.made()).isEmpty();
        assertThat(events()).hasSize((int) events);
    }

    @Test
    void anUnfinishedRunTeachesNothingYet() {
        List<Recorded> told = run("r1").events();

        learning().observe(told.subList(0, told.size() - 1));

        assertThat(events()).isEmpty();
    }

    @Test
    void theSlowerOfTwoProcessesDecidesAnewOnWhatTheFasterOneWrote() {
        for (int i = 1; i <= 2; i++) learning().observe(run("r" + i).events());
        var faster = learning();
        var first = new AtomicBoolean(true);
        // The clock is read between the decision and the append.
        InstantSource overtaken = () -> {
            if (first.getAndSet(false)) faster.observe(run("r3").events());
            return CLOCK.instant();
        };
        var slower = new Learning(journal, StreamId.LOCAL, overtaken);

        Observation observation = slower.observe(run("r3").events());

        assertThat(observation.made()).as("the faster one made it").isEmpty();
        assertThat(observation.strengthened()).isEmpty();
        assertThat(slower.list()).hasSize(1).isEqualTo(faster.list());
        assertThat(events().stream().filter(e -> e.event().type().equals("run.observed")))
                .hasSize(3);
    }

    @Test
    void anAcceptanceOvertakenByAnotherIsRefused() {
        String id = fiveRuns(learning());
        var first = new AtomicBoolean(true);
        InstantSource overtaken = () -> {
            if (first.getAndSet(false)) learning().accept(id);
            return CLOCK.instant();
        };

        assertThat(new Learning(journal, StreamId.LOCAL, overtaken).accept(id)).isInstanceOf(Answer.Refused.class);
        assertThat(learning().current().version()).isEqualTo(1);
    }

    @Test
    void runsThatEndedUnobservedAreCaughtUpWithOnce() {
        var told = new ArrayList<MemoryReview>();
        ToldRun run = doubted("r1");
        store(run);
        for (int i = 2; i <= 6; i++) store(run("r" + i));

        assertThat(learning().catchUp(told::add).made()).hasSize(1);
        assertThat(told).extracting(MemoryReview::source).containsExactly("memory:m-1@2");

        Observation again = learning().catchUp(told::add);
        assertThat(again).isEqualTo(new Observation(List.of(), List.of(), List.of()));
        assertThat(told).hasSize(1);
    }

    @Test
    void aDeathBetweenTheLessonAndWhatFollowsFromItIsMadeGoodByTheNextProcess() {
        for (int i = 1; i <= 2; i++) learning().observe(run("r" + i).events());
        store(run("r3"));
        var readings = new AtomicInteger();
        // The clock is read once for the lesson and once for the proposal.
        InstantSource dying = () -> {
            if (readings.incrementAndGet() == 2) throw new IllegalStateException("killed");
            return CLOCK.instant();
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> new Learning(journal, StreamId.LOCAL, dying).catchUp(_ -> {}));
        assertThat(learning().list()).isEmpty();

        assertThat(learning().catchUp(_ -> {}).made()).hasSize(1);
    }

    @Test
    void aRunThatWasJudgedAgainIsObservedAgain() {
        ToldRun run = doubted("r1");
        store(run);
        learning().catchUp(_ -> {});
        int before = run.events().size();

        run.feedback(new Feedback.Rejection("still stale"));
        journal.append(
                StreamId.run("r1"), before, List.of(run.events().getLast().event()));

        assertThat(learning().catchUp(_ -> {}).reviews())
                .extracting(MemoryReview::why)
                .containsExactly("still stale");
    }

    @Test
    void anApprovalLiftsTheDoubt() {
        ToldRun run = doubted("r1").feedback(new Feedback.Approval());
        store(run);

        assertThat(learning().catchUp(_ -> {}).reviews()).isEmpty();
    }

    @Test
    void timeNeverRunsBackwardsInTheStream() {
        learning().observe(run("r1").events());
        new Learning(journal, StreamId.LOCAL, InstantSource.fixed(Instant.EPOCH))
                .observe(run("r2").events());

        assertThat(events()).extracting(e -> e.event().at()).containsOnly(CLOCK.instant());
    }

    /** A run that a human rejected and that memory had fed. */
    private static ToldRun doubted(String id) {
        ToldRun run = new ToldRun(id).routed("research", 1, "research", "research");
        run.remembered("research", 1, "memory:m-1@2")
                .completed("research", 1, "research")
                .ended();
        return run.feedback(new Feedback.Rejection("stale"));
    }

    private void store(ToldRun run) {
        journal.append(
                run.events().getFirst().stream(),
                0,
                run.events().stream().map(Recorded::event).toList());
    }

    private Learning learning() {
        return new Learning(journal, StreamId.LOCAL, CLOCK);
    }

    private static String fiveRuns(Learning learning) {
        for (int i = 1; i <= 5; i++) learning.observe(run("r" + i).events());
        assertThat(learning.list()).hasSize(1);
        return learning.list().getFirst().id();
    }

    private static ToldRun run(String id) {
        return ToldRun.inWhichTheSecondChoiceIsBetter(id, "quick", "research", "acme");
    }

    private List<Recorded> events() {
        var all = new ArrayList<Recorded>();
        for (String id : List.of("lessons", "learned")) {
            all.addAll(journal.read(new StreamId(StreamId.LOCAL, StreamId.Kind.LEARNING, id), 0, 1_000));
        }
        return all;
    }
}
