package dev.orrery.kernel;

import dev.orrery.message.Hash;
import dev.orrery.message.JsonText;
import dev.orrery.message.ToolCall;
import java.util.List;
import java.util.Optional;

/**
 * Sees when an attempt goes round in circles. Pure detectors over the calls and results so far; what they say comes with
 * the evidence. Caps on turns and budget stand behind them.
 */
final class LoopGuard {
    /** How often the same call may be made in one attempt before it counts as a loop. */
    static final int SAME_CALL_MAX = 2;

    /** The longest pattern of calls that is looked for. */
    static final int PERIOD_MAX = 4;

    /** How often a pattern must stand in a row; with more, each of its calls would count as the same call first. */
    static final int ROUNDS = 2;

    /** How many results in a row must be old before it counts as no new information. */
    static final int STALE_RESULTS = 6;

    private static final int ARGUMENTS_SHOWN_MAX = 200;

    /** What was seen. */
    record Finding(String detector, String evidence) {}

    private LoopGuard() {}

    /** Returns what makes two calls the same: the tool and the canonical arguments. */
    static String identity(ToolCall call) {
        return call.tool() + ":" + Hash.of(call.arguments()).brief();
    }

    /** Returns what makes two notes the same: their canonical content. */
    static String identity(Past.Noted note) {
        return "note:" + Hash.of(note.content()).brief();
    }

    /** Looks at an attempt whose last turn was a note; the same note counts like the same call. */
    static Optional<Finding> lookAtNote(Attempt attempt) {
        int times = attempt.trail().times(attempt.trail().last());
        return times > SAME_CALL_MAX
                ? Optional.of(new Finding("same-note", "the same note was made " + times + " times"))
                : pattern(attempt.trail().latest());
    }

    /** Looks at an attempt whose last turn asked for calls. */
    static Optional<Finding> look(Attempt attempt) {
        Trail trail = attempt.trail();
        return same(attempt).or(() -> pattern(trail.latest())).or(() -> stale(trail));
    }

    private static Optional<Finding> same(Attempt attempt) {
        for (Attempt.Slot slot : attempt.slots()) {
            int times = attempt.trail().times(slot.identity());
            if (times > SAME_CALL_MAX) {
                return Optional.of(
                        new Finding("same-call", "the call " + shown(slot) + " was asked for " + times + " times"));
            }
        }
        return Optional.empty();
    }

    /** The arguments tell a reader more than their hash does, as long as they are short. */
    private static String shown(Attempt.Slot slot) {
        String arguments = JsonText.print(slot.call().arguments());
        return arguments.length() <= ARGUMENTS_SHOWN_MAX ? slot.call().tool() + " " + arguments : slot.identity();
    }

    private static Optional<Finding> pattern(List<String> calls) {
        for (int period = 2; period <= PERIOD_MAX; period++) {
            if (repeats(calls, period)) {
                return Optional.of(new Finding(
                        "ping-pong",
                        "the turns " + calls.subList(calls.size() - period, calls.size()) + " stand " + ROUNDS
                                + " times in a row"));
            }
        }
        return Optional.empty();
    }

    private static boolean repeats(List<String> calls, int period) {
        int span = period * ROUNDS;
        if (calls.size() < span) return false;
        for (int i = calls.size() - span + period; i < calls.size(); i++) {
            if (!calls.get(i).equals(calls.get(i - period))) return false;
        }
        return true;
    }

    private static Optional<Finding> stale(Trail trail) {
        return trail.stale() >= STALE_RESULTS
                ? Optional.of(new Finding(
                        "no-new-information", "the last " + STALE_RESULTS + " results had all been seen before"))
                : Optional.empty();
    }
}
