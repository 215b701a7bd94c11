package dev.orrery.kernel;

import java.util.ArrayList;
import java.util.List;

/** A decision being made: the events so far and the state that they lead to. Lives within one call of the decider. */
final class Draft {
    private final List<Event> events = new ArrayList<>();
    private final World world;
    private final Policy policy;
    private final Router router;
    private RunState state;

    Draft(RunState state, World world, Policy policy, Router router) {
        this.state = state;
        this.world = world;
        this.policy = policy;
        this.router = router;
    }

    void emit(Event event) {
        events.add(event);
        state = Evolution.after(state, event);
    }

    RunState state() {
        return state;
    }

    World world() {
        return world;
    }

    List<Event> events() {
        return events;
    }

    StepState step(String id) {
        return state.graph().get(id);
    }

    List<Router.Candidate> rank(StepState step) {
        return router.rank(state, step, world);
    }

    Policy.Judgement judge(Effect effect) {
        return policy.judge(state, effect, world);
    }

    /** Returns the id of the next effect: a number, so that the same history gives the same ids. */
    String nextEffect() {
        return "e" + (state.progress().effects() + 1);
    }

    /** Returns the id of the next question. */
    String nextQuestion() {
        return "q" + (state.progress().asked() + 1);
    }
}
