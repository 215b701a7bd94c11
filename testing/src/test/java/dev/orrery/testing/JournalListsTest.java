package dev.orrery.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.journal.Journal;
import dev.orrery.journal.RunList;
import dev.orrery.journal.RunRow;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.Timer;
import dev.orrery.journal.TimerList;
import dev.orrery.journal.Wait;
import dev.orrery.journal.WaitList;
import dev.orrery.message.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lists that are kept beside the streams: runs, what waits for a human, timers. */
class JournalListsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final Journal journal =
            new MemoryJournal(List.of(RunList.projection(), WaitList.projection(), TimerList.projection()));
    private final RunList runs = new RunList(journal, StreamId.LOCAL);
    private final WaitList waits = new WaitList(journal, StreamId.LOCAL);
    private final TimerList timers = new TimerList(journal, StreamId.LOCAL);

    @Test
    void theNewestRunComesFirstWithHowItStands() {
        happens("old", 0, "run.started", Json.object().with("goal", "First"));
        happens("new", 5, "run.started", Json.object().with("goal", "Second"));
        happens("old", 9, "run.ended", Json.object().with("status", "gaps").with("reason", "one gap"));
        happens("old", 12, "feedback.given", Json.object());

        assertThat(runs.all())
                .extracting(RunRow::run, RunRow::goal, RunRow::status)
                .containsExactly(tuple("new", "Second", "running"), tuple("old", "First", "gaps"));
        assertThat(runs.find("old")).hasValueSatisfying(row -> {
            assertThat(row.started()).isEqualTo(START);
            assertThat(row.ended()).contains(START.plusSeconds(9));
            assertThat(row.updated()).isEqualTo(START.plusSeconds(12));
            assertThat(row.reason()).isEqualTo("one gap");
        });
    }

    @Test
    void aRunIsFoundByItsPrefix() {
        for (String id : List.of("moon-1", "moon-2", "mars")) happens(id, 0, "run.started", Json.object());

        assertThat(runs.withPrefix("moon")).hasSize(2);
        assertThat(runs.withPrefix("ma")).extracting(RunRow::run).containsExactly("mars");
        assertThat(runs.find("moon")).isEmpty();
    }

    @Test
    void whatWaitsForAHumanIsThereUntilItIsAnswered() {
        happens("r", 0, "run.started", Json.object());
        happens("r", 1, "human.asked", question("q1", "question").with("expiresAt", "2026-03-02T10:00:00Z"));
        happens("r", 2, "human.asked", question("q2", "approval"));
        assertThat(waits.all()).extracting(Wait::id).containsExactly("q1", "q2");
        assertThat(waits.of("r").getFirst().expiresAt()).contains(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(runs.all().getFirst().waiting()).isEqualTo(2);

        happens("r", 3, "human.answered", Json.object().with("id", "q1"));
        assertThat(waits.of("r")).extracting(Wait::id, Wait::kind).containsExactly(tuple("q2", "approval"));
        assertThat(runs.all().getFirst().waiting()).isEqualTo(1);
    }

    @Test
    void onlyAnUnknownOutcomeOutlivesItsRun() {
        happens("r", 0, "run.started", Json.object());
        happens("r", 1, "human.asked", question("q1", "question"));
        happens("r", 2, "human.asked", question("q2", "outcome"));
        happens("r", 3, "run.ended", Json.object().with("status", "cancelled"));

        assertThat(waits.all()).extracting(Wait::id).containsExactly("q2");
    }

    @Test
    void timersAreDueInTheirOrderAndGoWithTheirQuestion() {
        happens("r", 0, "effect.requested", wake("e1", "q1", 60));
        happens("r", 0, "effect.requested", wake("e2", "q2", 30));
        happens("s", 0, "effect.requested", wake("e1", "q1", 90));
        happens("s", 0, "effect.requested", Json.object().with("effect", "e2").with("kind", "think"));

        assertThat(timers.next()).contains(new Timer("r", "e2", START.plusSeconds(30)));
        assertThat(timers.due(START.plusSeconds(60), 9))
                .extracting(Timer::effect)
                .containsExactly("e2", "e1");
        happens("r", 31, "timer.fired", Json.object().with("effect", "e2"));
        happens("r", 32, "human.answered", Json.object().with("id", "q1"));
        assertThat(timers.due(Instant.MAX, 9)).containsExactly(new Timer("s", "e1", START.plusSeconds(90)));
        happens("s", 40, "run.ended", Json.object());
        assertThat(timers.next()).isEmpty();
    }

    private static Json.Obj question(String id, String kind) {
        return Json.object()
                .with("id", id)
                .with("kind", kind)
                .with("text", "May I?")
                .with("step", "research");
    }

    private static Json.Obj wake(String effect, String question, long seconds) {
        return Json.object()
                .with("effect", effect)
                .with("kind", "wake")
                .with("question", question)
                .with("until", START.plusSeconds(seconds).toString());
    }

    private void happens(String run, long second, String type, Json body) {
        var stream = StreamId.run(run);
        journal.append(
                stream, journal.lastSeq(stream), List.of(new StoredEvent(type, 1, START.plusSeconds(second), body)));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }
}
