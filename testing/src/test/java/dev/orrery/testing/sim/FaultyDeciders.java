package dev.orrery.testing.sim;

import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.FailureKind;
import dev.orrery.kernel.Outcome;
import dev.orrery.kernel.Question;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.Terms;
import dev.orrery.kernel.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Kernels that do one thing wrong. */
final class FaultyDeciders {
    private FaultyDeciders() {}

    /** Says that a call begins only once it is answered. */
    static final class StartTold extends FaultyDecider {
        private final Set<String> untold = new HashSet<>();

        StartTold(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            if (command instanceof Command.ToolStarted started && untold.add(started.effect())) {
                return new Decision.Accepted(List.of());
            }
            if (!(command instanceof Command.ToolAnswered answered) || !untold.remove(answered.effect())) {
                return super.decide(state, command, world);
            }
            var begun = new Event.ToolStarted(answered.effect());
            Decision decision = super.decide(kernel.evolve(state, begun), command, world);
            return decision instanceof Decision.Accepted accepted
                    ? new Decision.Accepted(with(List.of(begun), accepted.events()))
                    : decision;
        }
    }

    /** Takes a call that had begun for one that had not, when it reads the run anew. */
    static final class StartForgotten extends FaultyDecider {
        private boolean reading = true;

        StartForgotten(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            reading = false;
            return super.decide(state, command, world);
        }

        @Override
        public RunState evolve(RunState state, Event event) {
            return reading && event instanceof Event.ToolStarted ? state : super.evolve(state, event);
        }
    }

    /** Takes a call of which nobody knows whether it happened for one that did not. */
    static final class UnknownTakenForNotDone extends FaultyDecider {
        UnknownTakenForNotDone(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            return super.decide(
                    state,
                    command instanceof Command.ToolAnswered a && a.outcome() instanceof Outcome.Unknown u
                            ? new Command.ToolAnswered(a.effect(), new Outcome.NotDone(u.reason()))
                            : command,
                    world);
        }
    }

    /** Takes a call of which nobody knows whether it happened for one that did, and asks nobody. */
    static final class UnknownTakenForDone extends FaultyDecider {
        UnknownTakenForDone(Decider kernel) {
            super(kernel);
        }

        @Override
        List<Event> changed(List<Event> events, RunState state) {
            return events.stream()
                    .map(e -> e instanceof Event.HumanAsked(Question q)
                                    && q.kind() == Question.Kind.OUTCOME
                                    && state.owed().containsKey(q.about())
                            ? new Event.ToolReturned(q.about(), q.step(), new Outcome.Unknown("it will have happened"))
                            : e)
                    .toList();
        }
    }

    /** Charges nothing for a call that was lost. */
    static final class NotCharged extends FaultyDecider {
        NotCharged(Decider kernel) {
            super(kernel);
        }

        @Override
        Event changed(Event event) {
            return event instanceof Event.EffectLost e ? new Event.EffectLost(e.effect(), e.why(), Amount.ZERO) : event;
        }
    }

    /** Reserves nothing for a turn. */
    static final class NothingReserved extends FaultyDecider {
        NothingReserved(Decider kernel) {
            super(kernel);
        }

        @Override
        Event changed(Event event) {
            return event instanceof Event.Requested(Effect.Think think, Terms terms)
                    ? new Event.Requested(think, new Terms(Amount.ZERO, terms.deadlineMillis(), terms.approval()))
                    : event;
        }
    }

    /** Takes a result once more that comes once more. */
    static final class LateResultTaken extends FaultyDecider {
        LateResultTaken(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            Decision decision = super.decide(state, command, world);
            boolean late = decision instanceof Decision.Rejected
                    && command instanceof Command.ToolAnswered a
                    && !state.owed().containsKey(a.effect())
                    && state.graph().step("write").isPresent();
            return late && command instanceof Command.ToolAnswered a
                    ? new Decision.Accepted(List.of(new Event.ToolReturned(a.effect(), "write", a.outcome())))
                    : decision;
        }
    }

    /** Says twice that a step is done. */
    static final class CompletedTwice extends FaultyDecider {
        CompletedTwice(Decider kernel) {
            super(kernel);
        }

        @Override
        List<Event> changed(List<Event> events, RunState state) {
            return doubled(events, e -> e instanceof Event.StepCompleted);
        }
    }

    /** Says twice that a run is over. */
    static final class EndedTwice extends FaultyDecider {
        EndedTwice(Decider kernel) {
            super(kernel);
        }

        @Override
        List<Event> changed(List<Event> events, RunState state) {
            return doubled(events, e -> e instanceof Event.RunEnded);
        }
    }

    /** Takes a run that is over for one that is not when a human wants it cancelled. */
    static final class WorksAfterTheEnd extends FaultyDecider {
        WorksAfterTheEnd(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            return state.ended() && command instanceof Command.Cancel cancel
                    ? new Decision.Accepted(List.of(new Event.CancelRequested(cancel.why())))
                    : super.decide(state, command, world);
        }
    }

    /** Gives the call of another attempt another key. */
    static final class KeyWithAttempt extends FaultyDecider {
        KeyWithAttempt(Decider kernel) {
            super(kernel);
        }

        @Override
        Event changed(Event event) {
            return event instanceof Event.Requested(Effect.UseTool u, Terms terms)
                    ? new Event.Requested(
                            new Effect.UseTool(
                                    u.id(),
                                    u.step(),
                                    u.attempt(),
                                    u.agent(),
                                    u.slot(),
                                    u.call(),
                                    u.key() + "/" + u.attempt(),
                                    u.effect()),
                            terms)
                    : event;
        }
    }

    /** Completes a step whose review did not pass it. */
    static final class VerdictIgnored extends FaultyDecider {
        VerdictIgnored(Decider kernel) {
            super(kernel);
        }

        @Override
        List<Event> changed(List<Event> events, RunState state) {
            for (Event event : events) {
                if (event instanceof Event.AttemptFailed f && f.kind() == FailureKind.QA) {
                    var kept = new ArrayList<>(events.subList(0, events.indexOf(event)));
                    kept.add(new Event.StepCompleted(f.step(), f.attempt(), f.agent()));
                    return kept;
                }
            }
            return events;
        }
    }

    /** Takes leave that comes weeks too late. */
    static final class ExpiredAccepted extends FaultyDecider {
        ExpiredAccepted(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            var earlier = new World(world.now().minus(Duration.ofDays(30)), world.health(), world.denied());
            return super.decide(state, command, command instanceof Command.Approve ? earlier : world);
        }
    }

    /** Keeps a leave that was used. */
    static final class LeaveKept extends FaultyDecider {
        LeaveKept(Decider kernel) {
            super(kernel);
        }

        @Override
        public RunState evolve(RunState state, Event event) {
            RunState after = super.evolve(state, event);
            return event instanceof Event.Requested(Effect.UseTool _, Terms terms)
                            && !terms.approval().isEmpty()
                    ? new RunState(
                            after.start(),
                            after.graph(),
                            after.ledger(),
                            after.owed(),
                            after.questions(),
                            state.granted(),
                            after.made(),
                            after.progress())
                    : after;
        }
    }

    /** Thanks a human for an answer, and forgets it. */
    static final class AnswerDropped extends FaultyDecider {
        AnswerDropped(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            boolean dropped = command instanceof Command.Answer;
            return dropped ? new Decision.Accepted(List.of()) : super.decide(state, command, world);
        }
    }

    /** Knows while it works what it would not know from the events: that a loss was free. */
    static final class Forgetful extends FaultyDecider {
        private boolean reading = true;

        Forgetful(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            reading = false;
            return super.decide(state, command, world);
        }

        @Override
        public RunState evolve(RunState state, Event event) {
            return !reading && event instanceof Event.StepRouted r && r.attempt() > 1
                    ? super.evolve(state, new Event.StepRouted(r.step(), 1, r.agent(), r.candidates(), r.learned()))
                    : super.evolve(state, event);
        }
    }

    /** Lets a timer fire a day before its time. */
    static final class EarlyTimer extends FaultyDecider {
        EarlyTimer(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            Decision decision = super.decide(state, command, world);
            if (!(decision instanceof Decision.Accepted accepted)) return decision;
            var early = new ArrayList<>(accepted.events());
            Map<String, RunState.Debt> owed = new TreeMap<>(state.owed());
            for (RunState.Debt debt : owed.values()) {
                if (debt.effect() instanceof Effect.Retry retry && command instanceof Command.Replied) {
                    early.addFirst(new Event.TimerFired(retry.id()));
                }
            }
            return new Decision.Accepted(early);
        }
    }

    private static List<Event> doubled(List<Event> events, Predicate<Event> which) {
        var more = new ArrayList<Event>();
        for (Event event : events) {
            more.add(event);
            if (which.test(event)) more.add(event);
        }
        return more;
    }

    private static List<Event> with(List<Event> first, List<Event> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
