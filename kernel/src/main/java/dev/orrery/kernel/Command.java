package dev.orrery.kernel;

import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Turn;
import java.util.List;

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

    /** The agent answered; its output fits the schema. {@code label} is that of the window. */
    record Replied(String effect, Turn turn, Amount used, int repairs, Label label) implements Command {}

    /** The agent did not give a usable answer. */
    record ReplyFailed(String effect, FailureKind kind, String reason, Amount used) implements Command {}

    /** The call is about to be made; said before it, for calls that cannot be repeated. */
    record ToolStarted(String effect) implements Command {}

    /** The call was answered. */
    record ToolAnswered(String effect, Outcome outcome) implements Command {}

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

    /** A human refuses what is asked. */
    record Deny(String question, String why) implements Command {}

    /** Somebody wants the plan replaced. Refused when {@code basedOn} is not the current revision. */
    record ProposePlan(int basedOn, Json plan, String author) implements Command {}

    /** A human ends the run. */
    record Cancel(String why) implements Command {}

    /** A human judges the outcome, also after the end. */
    record GiveFeedback(Json signal) implements Command {}
}
