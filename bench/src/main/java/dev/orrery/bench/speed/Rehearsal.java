package dev.orrery.bench.speed;

import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.Outcome;
import dev.orrery.kernel.RunDecider;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import dev.orrery.message.Hash;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.policy.StandardPolicy;
import dev.orrery.route.CapabilityRouter;
import java.time.Instant;
import java.util.List;

/** A run played on the decider alone, up to a point from which single decisions are measured. */
final class Rehearsal {
    static final World WORLD = World.at(Instant.parse("2026-01-01T00:00:00Z"));

    private static final Hash ANY = Hash.of("window");
    private static final Label LABEL = Label.user("plan");

    private final Decider decider = new RunDecider(new StandardPolicy(), new CapabilityRouter());
    private final Plays.Play play;
    private RunState state = RunState.NONE;
    private int ended;

    Rehearsal(Plays.Play play) {
        this.play = play;
        take(Plays.start("r", play));
    }

    Decider decider() {
        return decider;
    }

    RunState state() {
        return state;
    }

    /** Plays until {@code steps} steps have ended; each ends with its agent's first answer. */
    Rehearsal until(int steps) {
        while (ended < steps) take(answer(next(), Says.OUTPUTS));
        return this;
    }

    private Effect next() {
        return state.owed().values().iterator().next().effect();
    }

    /** Plays on, with calls and nothing else, until somebody is asked for turn {@code turn}. */
    Effect.Think think(int turn) {
        while (true) {
            Effect effect = next();
            if (effect instanceof Effect.Think think && think.turn() == turn) return think;
            take(answer(effect, Says.CALLS));
        }
    }

    /** Returns the effect of {@code kind} that {@code step} is owed. */
    <E extends Effect> E owed(Class<E> kind, String step) {
        return state.owed().values().stream()
                .map(RunState.Debt::effect)
                .filter(effect -> kind.isInstance(effect) && effect.step().equals(step))
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    void take(Command command) {
        if (!(decider.decide(state, command, WORLD) instanceof Decision.Accepted accepted)) {
            throw new IllegalStateException("refused: " + command);
        }
        for (Event event : accepted.events()) {
            state = decider.evolve(state, event);
            if (event instanceof Event.StepCompleted) ended++;
        }
    }

    /** What agents say. */
    private enum Says {
        OUTPUTS,
        CALLS
    }

    private Command answer(Effect effect, Says says) {
        return switch (effect) {
            case Effect.Assemble assemble -> assembled(assemble);
            case Effect.Think think -> replied(think, turn(think, says));
            case Effect.UseTool use -> returned(use);
            case Effect.Wake _, Effect.Retry _, Effect.Deliver _, Effect.Propose _ ->
                throw new IllegalStateException("no play leads to " + effect);
        };
    }

    private Turn turn(Effect.Think think, Says says) {
        if (think.step().equals("plan")) return new Turn.Final(play.plan());
        return switch (says) {
            case OUTPUTS -> Plays.output(think.step());
            case CALLS -> calls(think);
        };
    }

    static Command assembled(Effect.Assemble assemble) {
        return new Command.Assembled(assemble.id(), ANY, 1_000, List.of());
    }

    static Command returned(Effect.UseTool use) {
        return new Command.ToolAnswered(use.id(), new Outcome.Returned(Hash.of(use.key()), 100, LABEL));
    }

    static Command replied(Effect.Think think, Turn turn) {
        return new Command.Replied(think.id(), turn, new Amount(1_100, 0, 1), 0, LABEL);
    }

    static Turn calls(Effect.Think think) {
        ToolCall call = Plays.call(think.step(), think.turn());
        return new Turn.ToolCalls(List.of(call));
    }
}
