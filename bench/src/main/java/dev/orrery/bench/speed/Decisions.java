package dev.orrery.bench.speed;

import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.RunState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision each, with all that stands behind it: the gate's rules, the budget, the router and the loop guard. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Decisions {
    /** How many children the run's list has; half of them have ended. */
    @Param({"200", "10000"})
    int children;

    /** How many turns the attempt has taken that the decision is about. */
    @Param({"2", "1000"})
    int turns;

    private Rehearsal played = new Rehearsal(Plays.chain(1));
    private RunState asking = RunState.NONE;
    private RunState calling = RunState.NONE;
    private RunState building = RunState.NONE;
    private Command calls = new Command.Recover();
    private Command output = calls;
    private Command returned = calls;
    private Command assembled = calls;

    /** Plays a run up to each of the points that are decided from. */
    @Setup(Level.Trial)
    public void play() {
        played = new Rehearsal(Plays.fanOut(children, 0)).until(children / 2);
        Effect.Think think = played.think(turns);
        asking = played.state();
        calls = Rehearsal.replied(think, Rehearsal.calls(think));
        output = Rehearsal.replied(think, Plays.output(think.step()));
        played.take(calls);
        calling = played.state();
        Effect.UseTool use = played.owed(Effect.UseTool.class, think.step());
        returned = Rehearsal.returned(use);
        played.take(returned);
        building = played.state();
        assembled = Rehearsal.assembled(played.owed(Effect.Assemble.class, think.step()));
    }

    /** Decides on an agent's calls: the loop guard looks, and each call passes the gate. */
    @Benchmark
    public Decision calls() {
        return played.decider().decide(asking, calls, Rehearsal.WORLD);
    }

    /** Decides on an agent's output: the step ends, and the next one is routed. */
    @Benchmark
    public Decision output() {
        return played.decider().decide(asking, output, Rehearsal.WORLD);
    }

    /** Decides on a tool's answer. */
    @Benchmark
    public Decision returned() {
        return played.decider().decide(calling, returned, Rehearsal.WORLD);
    }

    /** Decides on a window that is built: the agent is asked, as far as the budget lets it. */
    @Benchmark
    public Decision assembled() {
        return played.decider().decide(building, assembled, Rehearsal.WORLD);
    }
}
