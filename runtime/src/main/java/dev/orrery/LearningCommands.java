package dev.orrery;

import dev.orrery.OrreryException.Kind;
import dev.orrery.journal.JournalException;
import dev.orrery.kernel.Learned;
import dev.orrery.learning.Learning;
import dev.orrery.learning.Learning.Answer;
import dev.orrery.learning.Observation;
import dev.orrery.learning.Observation.MemoryReview;
import dev.orrery.learning.Proposal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What runs have taught, and a human's say in what comes of it. Thread-safe. */
public final class LearningCommands {
    private final Learning learning;
    private final Consumer<MemoryReview> doubtful;

    LearningCommands(Learning learning, Consumer<MemoryReview> doubtful) {
        this.learning = learning;
        this.doubtful = doubtful;
    }

    /** Returns what a run that starts now pins. */
    Learned pinned() {
        return learning.current();
    }

    /** Takes in what runs taught since the last time. */
    Observation catchUp() {
        return learning.catchUp(doubtful);
    }

    /** Takes in what a run taught that is over. Should that fail, the run is none the worse for it: the next time does it. */
    void afterRun() {
        try {
            catchUp();
        } catch (JournalException e) {
            // The run stays among those that are to be observed; there is nothing to tell its user.
        }
    }

    /** Returns all proposals, in the order in which they were made. */
    public List<Proposal> list() {
        return asked(() -> {
            catchUp();
            return learning.list();
        });
    }

    /**
     * Returns the proposal {@code id}.
     *
     * @throws OrreryException when there is none
     */
    public Proposal show(String id) {
        return list().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OrreryException(
                        Kind.FAILED, "there is no proposal " + id + "; `orrery learn list` shows them"));
    }

    /**
     * Puts the proposal {@code id} in force for every run that starts from now on.
     *
     * @throws OrreryException when it is in force already, or there is none
     */
    public Proposal accept(String id) {
        return asked(() -> done(learning.accept(id)));
    }

    /**
     * Turns the proposal {@code id} down.
     *
     * @param why may be empty
     * @throws OrreryException when it does not wait for a decision, or there is none
     */
    public Proposal reject(String id, String why) {
        return asked(() -> done(learning.reject(id, why)));
    }

    /**
     * Takes the proposal {@code id} back: runs that start from now on behave as if it had never been accepted.
     *
     * @throws OrreryException when it is not in force, or there is none
     */
    public Proposal rollback(String id) {
        return asked(() -> done(learning.rollback(id)));
    }

    private static Proposal done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done.proposal();
            case Answer.Refused refused -> throw new OrreryException(Kind.FAILED, refused.why());
        };
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (JournalException e) {
            throw new OrreryException(Kind.FAILED, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }
}
