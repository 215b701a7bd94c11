package dev.orrery.kernel;

import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the engine or a human tells a run. */
public sealed interface Command {
    /** Begin. Said once per run. */
    record Start(String run, String goal, Options options, Budget budget, Pins pins) implements Command {}

    /** Work on after the process that held the run is gone: what was in flight is lost or repeated. */
    record Recover() implements Command {}

    /** The window is built and stored. */
    record Assembled(String effect, Hash window, long tokens, List<MemoryRef> memory) implements Command {
        public Assembled {
            memory = List.copyOf(memory);
        }
    }

    /**
     * The agent answered; its output fits the schema.
     *
     * @param used what it used; empty when that is not known: what was reserved is charged
     * @param repairs how often the reply had to be mended
     * @param label that of the window
     * @param sent the messages that were sent to a model, as they are kept
     */
    record Replied(String effect, Turn turn, Optional<Amount> used, int repairs, Label label, Optional<Hash> sent)
            implements Command {
        /** An agent answered that sent no messages, and what it used is known. */
        public Replied(String effect, Turn turn, Amount used, int repairs, Label label) {
            this(effect, turn, Optional.of(used), repairs, label, Optional.empty());
        }
    }

    /**
     * The agent did not give a usable answer.
     *
     * @param used what it used all the same; empty when that is not known: what was reserved is charged
     * @param again whether the failure passes, so that the same turn may be asked again
     * @param sent the messages that were sent to a model, as they are kept
     */
    record ReplyFailed(
            String effect, FailureKind kind, String reason, Optional<Amount> used, Again again, Optional<Hash> sent)
            implements Command {
        /** An agent failed for good that sent no messages, and what it used is known. */
        public ReplyFailed(String effect, FailureKind kind, String reason, Amount used) {
            this(effect, kind, reason, Optional.of(used), Again.NO, Optional.empty());
        }
    }

    /**
     * Whether the same turn may be asked again.
     *
     * @param may whether the failure passes
     * @param after how long to wait; empty when nobody said
     */
    record Again(boolean may, Optional<Duration> after) {
        /** The failure stays. */
        public static final Again NO = new Again(false, Optional.empty());
    }

    /** The call is about to be made; said before it, for calls that cannot be repeated. */
    record ToolStarted(String effect) implements Command {}

    /** The call was answered; {@code flags} is what a reader should know of the result. */
    record ToolAnswered(String effect, Outcome outcome, List<Flag> flags) implements Command {
        public ToolAnswered {
            flags = flags.stream().limit(Flag.PER_RESULT_MAX).toList();
        }

        /** The call was answered, and there is nothing to say of the result. */
        public ToolAnswered(String effect, Outcome outcome) {
            this(effect, outcome, List.of());
        }
    }

    /** The report lies where the user asked for it. */
    record Delivered(String effect, List<String> files) implements Command {
        public Delivered {
            files = List.copyOf(files);
        }
    }

    /** Memory took the proposals. */
    record Proposed(String effect, List<String> entries) implements Command {
        public Proposed {
            entries = List.copyOf(entries);
        }
    }

    /** The time that was waited for has come. */
    record Woke(String effect) implements Command {}

    /** A human answers a question. */
    record Answer(String question, String text) implements Command {}

    /** A human allows what is asked; {@code hash} says exactly what was seen, or is empty to take what is asked. */
    record Approve(String question, String hash) implements Command {}

    /**
     * A human allows a call with other arguments, which fit the tool's schema.
     *
     * @param hash says exactly what was seen, or is empty to take what is asked
     */
    record ApproveEdited(String question, String hash, Json arguments) implements Command {}

    /** A human refuses what is asked. */
    record Deny(String question, String why) implements Command {}

    /** Somebody wants the plan replaced. Refused when {@code basedOn} is not the current revision. */
    record ProposePlan(int basedOn, Json plan, String author) implements Command {}

    /**
     * A human found out what became of a call whose outcome is unknown.
     *
     * @param found what it gave, or that it did nothing
     */
    record Resolve(String effect, Outcome found) implements Command {}

    /**
     * What was copied from the run {@code from}, up to its event {@code seq}, becomes a run of its own. Said once, behind
     * the copied events.
     *
     * @param pins what it keeps in place of what {@code from} keeps
     */
    record Fork(String from, long seq, Options options, Budget budget, Optional<Pins> pins) implements Command {}

    /** A human wants another attempt at a step that is under way. */
    record Retry(String step) implements Command {}

    /** A human holds the run: nothing new is begun. */
    record Pause(String why) implements Command {}

    /** A human lets the run go on. */
    record Resume() implements Command {}

    /** A human tells the run's agents something. */
    record Steer(String text) implements Command {}

    /** A human ends the run. */
    record Cancel(String why) implements Command {}

    /** A human judges the outcome, also after the end. */
    record GiveFeedback(Json signal) implements Command {}
}
