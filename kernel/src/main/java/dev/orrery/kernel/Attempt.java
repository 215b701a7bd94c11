package dev.orrery.kernel;

import dev.orrery.message.ToolCall;
import java.util.List;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One agent's try at a step.
 *
 * @param number counts from 1 within the step
 * @param agent who tries
 * @param turn the turn under way, from 1
 * @param past what happened in earlier turns
 * @param slots the calls of the turn under way, in the order in which they were asked for
 * @param calls the identities of all calls so far, for the loop guard
 * @param results the contents of all results so far, for the loop guard
 * @param warned whether the loop guard has spoken
 * @param memory what was retrieved for this attempt
 */
public record Attempt(
        int number,
        String agent,
        int turn,
        PVector<Past> past,
        PVector<Slot> slots,
        PVector<String> calls,
        PVector<String> results,
        boolean warned,
        List<MemoryRef> memory) {

    /** The most call identities and results that the loop guard looks back on. */
    static final int LOOK_BACK = 64;

    /** A call of the turn under way, and what came of it. */
    public record Slot(ToolCall call, Optional<Past> past) {}

    /** Begins an attempt. */
    static Attempt begin(int number, String agent) {
        return new Attempt(
                number,
                agent,
                1,
                TreePVector.empty(),
                TreePVector.empty(),
                TreePVector.empty(),
                TreePVector.empty(),
                false,
                List.of());
    }

    Attempt retrieved(List<MemoryRef> refs) {
        return new Attempt(number, agent, turn, past, slots, calls, results, warned, List.copyOf(refs));
    }

    /** The agent asked for {@code asked}: its slots wait to be filled. */
    Attempt asked(List<ToolCall> asked) {
        PVector<Slot> open = TreePVector.empty();
        PVector<String> identities = calls;
        for (ToolCall call : asked) {
            open = open.plus(new Slot(call, Optional.empty()));
            identities = recent(identities, LoopGuard.identity(call));
        }
        return new Attempt(number, agent, turn, past, open, identities, results, warned, memory);
    }

    /** The call in {@code slot} came to {@code outcome}; when it was the last one, the next turn begins. */
    Attempt filled(int slot, Past outcome) {
        PVector<Slot> now = slots.with(slot, new Slot(slots.get(slot).call(), Optional.of(outcome)));
        PVector<String> seen =
                outcome instanceof Past.Result r ? recent(results, r.content().hex()) : results;
        boolean complete = now.stream().allMatch(s -> s.past().isPresent());
        if (!complete) return new Attempt(number, agent, turn, past, now, calls, seen, warned, memory);
        PVector<Past> all =
                past.plusAll(now.stream().flatMap(s -> s.past().stream()).toList());
        return new Attempt(number, agent, turn + 1, all, TreePVector.empty(), calls, seen, warned, memory);
    }

    /** Something else happened that the agent must see: the next turn begins. */
    Attempt noted(Past happened) {
        return new Attempt(
                number,
                agent,
                turn + 1,
                past.plus(happened),
                TreePVector.empty(),
                calls,
                results,
                warned || happened instanceof Past.Objected,
                memory);
    }

    private static PVector<String> recent(PVector<String> list, String next) {
        PVector<String> longer = list.plus(next);
        return longer.size() > LOOK_BACK ? longer.minus(0) : longer;
    }

    /** Tells whether the turn still waits for calls. */
    boolean waitsForCalls() {
        return !slots.isEmpty();
    }
}
