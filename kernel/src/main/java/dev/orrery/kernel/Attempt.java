package dev.orrery.kernel;

import dev.orrery.message.Hash;
import dev.orrery.message.ToolCall;
import java.util.List;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One agent's try at a step. It grows with its turns, which the agent's limits bound.
 *
 * @param number counts from 1 within the step
 * @param agent who tries
 * @param turn the turn under way, from 1
 * @param window the turn's window, once it is built and until the agent is asked
 * @param past what happened in earlier turns
 * @param slots the calls of the turn under way, in the order in which they were asked for
 * @param trail what was done so far, for the loop guard
 * @param grace what the attempt was let go on after
 * @param spent what was spent on this attempt so far
 * @param memory what was retrieved for this attempt
 */
public record Attempt(
        int number,
        String agent,
        int turn,
        Optional<Built> window,
        PVector<Past> past,
        PVector<Slot> slots,
        Trail trail,
        Grace grace,
        Amount spent,
        List<MemoryRef> memory) {

    /** A window that is built, and its size. */
    public record Built(Hash hash, long tokens) {}

    /**
     * A call of the turn under way, and what came of it.
     *
     * @param identity what makes two calls the same
     * @param time how often the attempt had asked for the same call by then, from 1; it stays, whatever becomes of the others
     */
    public record Slot(ToolCall call, String identity, int time, Optional<Past> past) {
        Slot filled(Past outcome) {
            return new Slot(call, identity, time, Optional.of(outcome));
        }
    }

    /** Begins an attempt. */
    static Attempt begin(int number, String agent) {
        return new Attempt(
                number,
                agent,
                1,
                Optional.empty(),
                TreePVector.empty(),
                TreePVector.empty(),
                Trail.NONE,
                Grace.NONE,
                Amount.ZERO,
                List.of());
    }

    /** The window is built, from these memories among others. */
    Attempt assembled(Built built, List<MemoryRef> refs) {
        return new Attempt(
                number, agent, turn, Optional.of(built), past, slots, trail, grace, spent, List.copyOf(refs));
    }

    /** The agent is asked, or must be asked again. */
    Attempt waiting(Optional<Built> built) {
        return new Attempt(number, agent, turn, built, past, slots, trail, grace, spent, memory);
    }

    /** The agent's call was paid for. */
    Attempt paid(Amount used) {
        return new Attempt(number, agent, turn, window, past, slots, trail, grace, spent.plus(used), memory);
    }

    /** The same turn is asked again later. */
    Attempt retrying() {
        return graced(grace.afterRetry());
    }

    private Attempt graced(Grace now) {
        return new Attempt(number, agent, turn, window, past, slots, trail, now, spent, memory);
    }

    /** The agent asked for {@code asked}: its slots wait to be filled. */
    Attempt asked(List<ToolCall> asked) {
        PVector<Slot> open = TreePVector.empty();
        Trail now = trail;
        for (ToolCall call : asked) {
            String identity = LoopGuard.identity(call);
            now = now.then(identity);
            open = open.plus(new Slot(call, identity, now.times(identity), Optional.empty()));
        }
        return new Attempt(number, agent, turn, window, past, open, now, grace, spent, memory);
    }

    /** A human changed the call in {@code slot} before it was made. */
    Attempt edited(int slot, ToolCall call) {
        String identity = LoopGuard.identity(call);
        Trail then = trail.instead(slots.get(slot).identity(), identity);
        var now = new Slot(call, identity, then.times(identity), Optional.empty());
        return new Attempt(number, agent, turn, window, past, slots.with(slot, now), then, grace, spent, memory);
    }

    /** The call in {@code slot} came to {@code outcome}; when it was the last one, the next turn begins. */
    Attempt filled(int slot, Past outcome) {
        PVector<Slot> now = slots.with(slot, slots.get(slot).filled(outcome));
        Trail then = outcome instanceof Past.Result r ? trail.found(r.content().hex()) : trail;
        Attempt after = new Attempt(number, agent, turn, window, past, now, then, grace, spent, memory);
        boolean complete = now.stream().allMatch(s -> s.past().isPresent());
        return complete
                ? after.nextTurn(now.stream().flatMap(s -> s.past().stream()).toList())
                : after;
    }

    /** Something happened that the agent is shown in its next turn, which begins. */
    private Attempt nextTurn(List<Past> more) {
        return new Attempt(
                number,
                agent,
                turn + 1,
                window,
                past.plusAll(more),
                TreePVector.empty(),
                trail,
                grace.inNextTurn(),
                spent,
                memory);
    }

    /** The agent noted something: the next turn begins. */
    Attempt noted(Past.Noted note) {
        Attempt next = nextTurn(List.of(note));
        Trail now = trail.then(LoopGuard.identity(note));
        return new Attempt(number, agent, next.turn, window, next.past, next.slots, now, next.grace, spent, memory);
    }

    /** A human answered the agent's question: the next turn begins. */
    Attempt told(Past.Answered answer) {
        return nextTurn(List.of(answer));
    }

    /**
     * The agent is told why it goes round in circles; the results to come are judged by themselves. The calls of this turn
     * are not made; after a note the next turn has begun already.
     */
    Attempt warned(Past.Objected objection) {
        return new Attempt(
                number,
                agent,
                waitsForCalls() ? turn + 1 : turn,
                window,
                past.plus(objection),
                TreePVector.empty(),
                trail.warned(),
                grace.afterWarning(),
                spent,
                memory);
    }

    /** The agent is told why its reply could not be used: the next turn begins. */
    Attempt corrected(Past.Objected objection) {
        return nextTurn(List.of(objection)).graced(grace.afterCorrection());
    }

    /** Tells whether the turn still waits for calls. */
    boolean waitsForCalls() {
        return !slots.isEmpty();
    }
}
