package dev.orrery.learning;

import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Learned;
import dev.orrery.learning.LearningDecider.Decision;
import dev.orrery.learning.Observation.MemoryReview;
import dev.orrery.learning.outcome.RunStory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What runs have taught, what follows from it, and what holds. The lessons of runs are in one stream of the journal and
 * the decisions in another, which is short: whoever only wants to know what holds reads no lessons. Thread-safe; other
 * processes may write to the same streams.
 */
public final class Learning {
    /** How many runs are observed in one go, and how many events of one are read. */
    private static final int PENDING_MAX = 1_000;

    private static final int EVENTS_MAX = 1_000_000;

    /** Every conflict means that someone else got something done, so this many in a row point to a broken journal. */
    private static final int CONFLICTS_MAX = 100;

    private final Journal journal;
    private final String tenant;
    private final StreamId seen;
    private final LearningLog decisions;
    private final LearningLog lessons;
    private final InstantSource clock;
    private LearningState state = LearningState.EMPTY;

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

    /** Opens what {@code tenant} has learned in {@code journal}, which must keep {@link #projections()}. */
    public Learning(Journal journal, String tenant, InstantSource clock) {
        this.journal = journal;
        this.tenant = tenant;
        this.seen = stream("seen");
        this.decisions = new LearningLog(journal, stream("learned"), Integer.MAX_VALUE);
        this.lessons = new LearningLog(journal, stream("lessons"), LearningState.RUNS_MAX);
        this.clock = clock;
    }

    private StreamId stream(String id) {
        return new StreamId(tenant, StreamId.Kind.LEARNING, id);
    }

    /** Returns what a journal has to keep for learning. */
    public static List<Projection> projections() {
        return List.of(new PendingRuns(), FeedbackList.projection());
    }

    /**
     * Observes every run that ended or was judged since it was last observed, whichever process ran it: call it when a
     * run ends, after feedback, and before what was learned is shown. Costs next to nothing when there is none.
     *
     * @param doubtful is told each memory entry that fed an outcome which a human rejected; after a crash once more
     * @return what came of it, the runs taken together
     */
    public Observation catchUp(Consumer<MemoryReview> doubtful) {
        var made = new ArrayList<Proposal>();
        var strengthened = new ArrayList<Proposal>();
        var reviews = new ArrayList<MemoryReview>();
        for (Row row : journal.rows(tenant, PendingRuns.NAME).all(PENDING_MAX)) {
            List<Recorded> events = journal.read(new StreamId(tenant, StreamId.Kind.RUN, row.key()), 0, EVENTS_MAX);
            Observation one = observe(events);
            one.reviews().forEach(doubtful);
            made.addAll(one.made());
            strengthened.addAll(one.strengthened());
            reviews.addAll(one.reviews());
            markSeen(row.key(), events.getLast().seq());
        }
        return new Observation(made, strengthened, reviews);
    }

    private void markSeen(String run, long seq) {
        var mark = new StoredEvent(PendingRuns.SEEN, 1, clock.instant(), PendingRuns.seen(run, seq));
        for (int conflicts = 0; ; conflicts++) {
            try {
                journal.append(seen, journal.lastSeq(seen), List.of(mark));
                return;
            } catch (JournalConflict e) {
                if (conflicts >= CONFLICTS_MAX) throw e;
            }
        }
    }

    /**
     * Takes in what a run taught. Observing the same events again changes nothing.
     *
     * @param events those of one run, from the first on
     */
    synchronized Observation observe(List<Recorded> events) {
        RunStory story = RunStory.of(events);
        List<MemoryReview> reviews = reviews(story);
        if (!story.ended()) return new Observation(List.of(), List.of(), reviews);
        Lessons taught = LessonReader.read(story);
        commit(lessons, now -> LearningDecider.observe(now, taught));
        var made = new ArrayList<Proposal>();
        var strengthened = new ArrayList<Proposal>();
        for (LearningEvent event : commit(decisions, LearningDecider::propose)) {
            if (event instanceof LearningEvent.ProposalMade m) made.add(m.proposal());
            if (event instanceof LearningEvent.ProposalStrengthened s) {
                strengthened.add(state.proposal(s.id()).orElseThrow());
            }
        }
        return new Observation(made, strengthened, reviews);
    }

    /** A rejection holds until an approval follows it. */
    private static List<MemoryReview> reviews(RunStory story) {
        return story.signals().stream()
                .filter(s -> s.kind().equals("reject") || s.kind().equals("approve"))
                .reduce((_, last) -> last)
                .filter(s -> s.kind().equals("reject"))
                .map(s -> story.memory().stream()
                        .map(m -> new MemoryReview(
                                m, story.run(), s.seq(), s.body().text("why")))
                        .toList())
                .orElse(List.of());
    }

    /** Returns what a run that starts now pins. */
    public synchronized Learned current() {
        return decided().learned();
    }

    /** Returns all proposals, in the order in which they were made. */
    public synchronized List<Proposal> list() {
        return List.copyOf(decided().proposals());
    }

    /** Returns the proposal {@code id}. */
    public synchronized Optional<Proposal> show(String id) {
        return decided().proposal(id);
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
        commit(decisions, now -> switch (decider.apply(now)) {
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
    private List<LearningEvent> commit(LearningLog log, Function<LearningState, List<LearningEvent>> decider) {
        for (int conflicts = 0; ; conflicts++) {
            List<LearningEvent> events = decider.apply(taught());
            if (events.isEmpty()) return events;
            try {
                log.append(events, clock.instant());
                taught();
                return events;
            } catch (JournalConflict e) {
                if (conflicts >= CONFLICTS_MAX) throw e;
            }
        }
    }

    /** Returns the state with the newest decisions: a short stream, read in full. */
    private LearningState decided() {
        state = state.applyAll(decisions.news());
        return state;
    }

    /** Returns the state with the newest decisions and lessons. */
    private LearningState taught() {
        state = decided().applyAll(lessons.news());
        return state;
    }
}
