package dev.orrery.kernel;

import java.util.Optional;

/**
 * The kernel: decides what a command leads to, and what comes next after it. Policy and router are given; everything
 * else stands in the small classes beside this one, each for one part of a run's life. Thread-safe.
 */
public final class RunDecider implements Decider {
    private final Policy policy;
    private final Router router;

    /** Makes a decider that asks {@code policy} about each effect and {@code router} about each attempt. */
    public RunDecider(Policy policy, Router router) {
        this.policy = policy;
        this.router = router;
    }

    @Override
    public RunState evolve(RunState state, Event event) {
        return Evolution.after(state, event);
    }

    @Override
    public Decision decide(RunState state, Command command, World world) {
        if (command instanceof Command.Start start) return start(state, start, world);
        if (state.start().isEmpty()) return new Decision.Rejected("there is no such run");
        var draft = new Draft(state, world, policy, router);
        if (command instanceof Command.GiveFeedback feedback) {
            draft.emit(new Event.FeedbackGiven(feedback.signal()));
            return new Decision.Accepted(draft.events());
        }
        Optional<String> refused = tooLate(state, command).or(() -> handle(draft, command));
        if (refused.isPresent()) return new Decision.Rejected(refused.get());
        Flow.advance(draft);
        return new Decision.Accepted(draft.events());
    }

    private Decision start(RunState state, Command.Start start, World world) {
        if (state.start().isPresent()) {
            return new Decision.Rejected("run " + state.begun().run() + " has begun already");
        }
        var draft = new Draft(state, world, policy, router);
        draft.emit(new Event.RunStarted(
                start.run(), start.goal(), start.options(), start.budget(), start.pins(), world.now()));
        Plans.first(draft);
        Flow.advance(draft);
        return new Decision.Accepted(draft.events());
    }

    /** Refuses what an ended run, or one that a human is ending, does not take any more. */
    private static Optional<String> tooLate(RunState state, Command command) {
        String run = "run " + state.begun().run();
        if (state.ended() && !settles(command)) {
            return Optional.of(run + " has ended (" + state.status().wire() + "); start another run");
        }
        boolean cancelling = state.progress().cancelling().isPresent();
        return cancelling && !settles(command) && !(command instanceof Command.Recover)
                ? Optional.of(run + " is being cancelled; it ends when its last call is answered")
                : Optional.empty();
    }

    /** Tells whether the command may settle what became of a call: worth knowing after the end, too. */
    private static boolean settles(Command command) {
        return command instanceof Command.ToolAnswered
                || command instanceof Command.Approve
                || command instanceof Command.Resolve
                || command instanceof Command.Deny;
    }

    private static Optional<String> handle(Draft draft, Command command) {
        return switch (command) {
            case Command.Start _ -> Optional.of("the run has begun already");
            case Command.Recover _ -> Recovery.recover(draft);
            case Command.Assembled c -> Replies.assembled(draft, c);
            case Command.Replied c -> Replies.replied(draft, c);
            case Command.ReplyFailed c -> Replies.failed(draft, c);
            case Command.ToolStarted c -> Calls.started(draft, c);
            case Command.ToolAnswered c -> Calls.answered(draft, c);
            case Command.Delivered c -> delivered(draft, c);
            case Command.Proposed c -> proposed(draft, c);
            case Command.Woke c -> Humans.woke(draft, c);
            case Command.Answer c -> Humans.answer(draft, c);
            case Command.Approve c -> Humans.approve(draft, c);
            case Command.ApproveEdited c -> Humans.approveEdited(draft, c);
            case Command.Deny c -> Humans.deny(draft, c);
            case Command.ProposePlan c -> Plans.propose(draft, c);
            case Command.Resolve c -> Humans.resolve(draft, c);
            case Command.Fork c -> Forks.fork(draft, c);
            case Command.Retry c -> Forks.retry(draft, c);
            case Command.Pause c -> Steering.pause(draft, c);
            case Command.Resume _ -> Steering.resume(draft);
            case Command.Steer c -> Steering.steer(draft, c);
            case Command.Cancel c -> Endings.cancel(draft, c);
            case Command.GiveFeedback _ -> Optional.empty();
        };
    }

    private static Optional<String> proposed(Draft draft, Command.Proposed c) {
        RunState.Debt debt = draft.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.Propose propose)) return late(c.effect());
        draft.emit(new Event.MemoryProposed(c.effect(), propose.step(), c.entries()));
        return Optional.empty();
    }

    private static Optional<String> delivered(Draft draft, Command.Delivered c) {
        RunState.Debt debt = draft.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.Deliver)) return late(c.effect());
        draft.emit(new Event.ReportDelivered(c.effect(), c.files()));
        return Optional.empty();
    }

    /** Refuses the answer to an effect that is no longer owed. */
    static Optional<String> late(String effect) {
        return Optional.of("effect " + effect + " is not owed any more: the answer comes too late");
    }
}
