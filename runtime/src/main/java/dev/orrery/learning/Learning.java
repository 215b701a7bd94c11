package dev.orrery.learning;

import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Learned;
import dev.orrery.learning.LearningDecider.Decision;
import dev.orrery.learning.Observation.MemoryReview;
import dev.orrery.learning.outcome.RunStory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What runs have taught, what follows from it, and what holds. Keeps everything in one stream of the journal, and reads
 * only what is new of it. Thread-safe; other processes may write to the same stream.
 */
public final class Learning {
    private static final int READ_MAX = 1_000;

    /** Every conflict means that someone else got something done, so this many in a row point to a broken journal. */
    private static final int CONFLICTS_MAX = 100;

    private final Journal journal;
    private final StreamId stream;
    private final InstantSource clock;
    private LearningState state = LearningState.EMPTY;
    private long seq;
    private Instant last = Instant.EPOCH;

    /** What came of a human's decision. */
    public sealed interface Answer {
        /**
         * It holds for every run that starts from now on.
         *
         * @param proposal as it stands now
         * @param learned what new runs pin now
         */
        record Done(Proposal proposal, Learned learned) implements Answer {}

        /** It cannot be; {@code why} says what to do instead. */
        record Refused(String why) implements Answer {}
    }

    /** Opens what {@code tenant} has learned. */
    public Learning(Journal journal, String tenant, InstantSource clock) {
        this.journal = journal;
        this.stream = new StreamId(tenant, StreamId.Kind.LEARNING, "learned");
        this.clock = clock;
    }

    /**
     * Takes in what a run taught, when it ends and whenever feedback is given. Observing the same events again changes
     * nothing.
     *
     * @param events those of one run, from the first on
     */
    public synchronized Observation observe(List<Recorded> events) {
        RunStory story = RunStory.of(events);
        List<MemoryReview> reviews = reviews(story);
        if (!story.ended()) return new Observation(List.of(), List.of(), reviews);
        Lessons lessons = LessonReader.read(story);
        List<LearningEvent> done = commit(now -> LearningDecider.observe(now, lessons));
        return new Observation(
                done.stream()
                        .flatMap(e -> e instanceof LearningEvent.ProposalMade m ? Stream.of(m.proposal()) : Stream.of())
                        .toList(),
                done.stream()
                        .flatMap(e -> e instanceof LearningEvent.ProposalStrengthened s
                                ? state.proposal(s.id()).stream()
                                : Stream.of())
                        .toList(),
                reviews);
    }

    private static List<MemoryReview> reviews(RunStory story) {
        return story.signals().stream()
                .filter(s -> s.kind().equals("reject"))
                .flatMap(s -> story.memory().stream()
                        .map(m -> new MemoryReview(
                                m, story.run(), s.seq(), s.body().text("why"))))
                .toList();
    }

    /** Returns what a run that starts now pins. */
    public synchronized Learned current() {
        return load().learned();
    }

    /** Returns all proposals, in the order in which they were made. */
    public synchronized List<Proposal> list() {
        return List.copyOf(load().proposals());
    }

    /** Returns the proposal {@code id}. */
    public synchronized Optional<Proposal> show(String id) {
        return load().proposal(id);
    }

    /** Puts proposal {@code id} in force. */
    public Answer accept(String id) {
        return decide(id, now -> LearningDecider.accept(now, id));
    }

    /** Turns proposal {@code id} down; {@code why} may be empty. */
    public Answer reject(String id, String why) {
        return decide(id, now -> LearningDecider.reject(now, id, why));
    }

    /** Takes proposal {@code id} back, as if it had never been accepted. */
    public Answer rollback(String id) {
        return decide(id, now -> LearningDecider.rollback(now, id));
    }

    private synchronized Answer decide(String id, Function<LearningState, Decision> decider) {
        var refusal = new String[] {""};
        commit(now -> switch (decider.apply(now)) {
            case Decision.Accepted accepted -> {
                refusal[0] = "";
                yield accepted.events();
            }
            case Decision.Refused refused -> {
                refusal[0] = refused.why();
                yield List.of();
            }
        });
        if (!refusal[0].isEmpty()) return new Answer.Refused(refusal[0]);
        return new Answer.Done(state.proposal(id).orElseThrow(), state.learned());
    }

    /** Decides on the newest state, and anew for as long as someone else is quicker. */
    private List<LearningEvent> commit(Function<LearningState, List<LearningEvent>> decider) {
        for (int conflicts = 0; ; conflicts++) {
            List<LearningEvent> events = decider.apply(load());
            if (events.isEmpty()) return events;
            Instant now = clock.instant();
            Instant at = now.isAfter(last) ? now : last;
            List<StoredEvent> stored =
                    events.stream().map(e -> LearningWire.write(e, at)).toList();
            try {
                journal.append(stream, seq, stored);
                load();
                return events;
            } catch (JournalConflict e) {
                if (conflicts >= CONFLICTS_MAX) throw e;
            }
        }
    }

    private LearningState load() {
        List<Recorded> news;
        do {
            news = journal.read(stream, seq, READ_MAX);
            for (Recorded recorded : news) {
                state = state.apply(LearningWire.read(recorded));
                seq = recorded.seq();
                last = recorded.event().at();
            }
        } while (news.size() == READ_MAX);
        return state;
    }
}
