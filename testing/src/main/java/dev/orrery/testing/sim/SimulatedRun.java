package dev.orrery.testing.sim;

import dev.orrery.agent.Agent;
import dev.orrery.agent.SchemaCheck;
import dev.orrery.context.WindowBuilder;
import dev.orrery.engine.Breakers;
import dev.orrery.engine.Engine;
import dev.orrery.engine.Replies;
import dev.orrery.engine.RunWork;
import dev.orrery.engine.Runner;
import dev.orrery.engine.wire.EventReader;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Learned;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.RunDecider;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.policy.StandardPolicy;
import dev.orrery.route.CapabilityRouter;
import dev.orrery.testing.MemoryJournal;
import dev.orrery.testing.audit.Auditor;
import dev.orrery.testing.audit.Finding;
import dev.orrery.testing.audit.Outside;
import dev.orrery.testing.audit.Promise;
import dev.orrery.tool.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays a run: one process after the other works on it, while the timeline lets things happen. For one thread. */
final class SimulatedRun {
    private static final int STEPS_MAX = 40_000;
    private static final int EVENTS_MAX = 1_000_000;

    /** How often a process leaves or dies at the most, so that there is an end to it. */
    private static final int TROUBLES_MAX = 6;

    private static final int LEAVES_MAX = 8;
    private static final SchemaCheck SCHEMAS = new SchemaCheck();
    private static final Decider PURE = new RunDecider(new StandardPolicy(), new CapabilityRouter());

    private final long seed;
    private final Setting setting;
    private final Chance chance;
    private final SimulatedProcess.World world;
    private final Outside outside = new Outside();
    private final Journal platter = new MemoryJournal(List.of(new Breakers.Kept()));
    private final Journal disk;
    private final StreamId run = StreamId.run("run-1");
    private final SimulatedHuman human;
    private final SimulatedOffices offices = new SimulatedOffices();
    private SimulatedProcess process;
    private Runner runner;
    private @Nullable RunWork work;
    private long announced;
    private int lives;
    private int crashesLeft = TROUBLES_MAX;
    private int leavesLeft = LEAVES_MAX;
    private boolean judged;

    SimulatedRun(long seed, Setting setting) {
        this.seed = seed;
        this.setting = setting;
        this.chance = new Chance(seed);
        this.world =
                new SimulatedProcess.World(new Timeline(chance.fork()), chance.fork(), new Taking(), setting.mishaps);
        this.disk = new SimulatedDisk(setting.seams.disk().apply(platter), outside, world, TROUBLES_MAX);
        this.process = new SimulatedProcess(world);
        this.runner = runner();
        this.human = new SimulatedHuman(world, outside, new SimulatedHuman.Door() {
            @Override
            public Optional<Decision> tell(Command command) {
                return SimulatedRun.this.tell(command);
            }

            @Override
            public Optional<RunState> look() {
                RunWork now = work;
                if (now == null) return runner().state(run);
                now.catchUp();
                return Optional.of(now.state());
            }
        });
    }

    SimulationOutcome play() {
        begin();
        timeline().in(0, this::restart);
        if (chance.percent(setting.mishaps.human())) {
            timeline().in(Duration.ZERO, Duration.ofSeconds(20), () -> human.acts(setting.humanPlans));
        }
        int steps = 0;
        while (step()) {
            if (++steps > STEPS_MAX) {
                complain(Promise.RUNS_COME_TO_AN_END, "no end in sight after " + STEPS_MAX + " steps");
                break;
            }
        }
        leave();
        outside.until(timeline().now());
        List<Recorded> history = platter.read(run, 0, EVENTS_MAX);
        return new SimulationOutcome(seed, replayed(history), history, outside, Auditor.audit(history, outside), lives);
    }

    private Timeline timeline() {
        return world.timeline();
    }

    private void begin() {
        var start = new Command.Start(run.id(), setting.goal, setting.options, setting.budget, pins());
        while (tell(start).isEmpty()) {
            // Whether it began is not known; a run begins once, however often it is said.
        }
    }

    private Pins pins() {
        Map<String, EffectClass> classes = new LinkedHashMap<>();
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Tool tool : setting.tools) {
            classes.put(tool.spec().name(), tool.spec().effect());
            hashes.put(tool.spec().name(), tool.spec().hash().hex());
        }
        return new Pins(setting.cards, classes, hashes, setting.schemas, Learned.NONE, setting.ladder);
    }

    private boolean step() {
        try {
            if (!timeline().step()) return false;
        } catch (Crashed e) {
            die();
        } catch (JournalException e) {
            // The session knows it, too.
        } catch (RuntimeException e) {
            complain(e);
        }
        look();
        return true;
    }

    /** Looks after the process: one that broke or has nothing to do leaves; one that dies, dies. */
    private void look() {
        RunWork now = work;
        if (now == null) return;
        Optional<RuntimeException> broken = now.broken();
        if (broken.isPresent()) {
            if (!(broken.get() instanceof JournalException)) complain(broken.get());
            leave();
            comeBack(Duration.ofSeconds(1), Duration.ofHours(1));
            return;
        }
        RunStatus status = now.state().status();
        if (status.ended()) {
            leave();
            afterwards();
        } else if (status == RunStatus.WAITING && leavesLeft > 0 && chance.percent(20)) {
            leavesLeft--;
            leave();
            comeBack(Duration.ofMinutes(1), Duration.ofDays(10));
        } else if (crashesLeft > 0 && chance.percent(Math.ceilDiv(setting.mishaps.crashes(), 3))) {
            crashesLeft--;
            die();
        } else if (chance.percent(setting.mishaps.clock())) {
            timeline()
                    .skew(chance.between(
                            -Duration.ofDays(1).toMillis(), Duration.ofDays(1).toMillis()));
            process.clockSet();
        }
    }

    private void afterwards() {
        if (judged) return;
        judged = true;
        timeline().in(Duration.ZERO, Duration.ofDays(1), human::afterwards);
    }

    private void die() {
        leave();
        setting.seams.powerOff().run();
        comeBack(Duration.ofMillis(1), Duration.ofMinutes(10));
    }

    private void leave() {
        process.close();
        RunWork left = work;
        if (left == null) return;
        work = null;
        left.end();
        if (left.state().ended() || chance.percent(50)) compare(left.state());
    }

    private void comeBack(Duration least, Duration most) {
        timeline().in(least, most, this::restart);
    }

    private void restart() {
        if (work != null) return;
        lives++;
        announced = 0;
        process = new SimulatedProcess(world);
        runner = runner();
        work = runner.work(run, staff(), this::announce);
        work.takeOver();
    }

    private void announce(Recorded event) {
        announced = event.seq();
        human.sees(event);
    }

    private Runner runner() {
        return new Runner(
                disk,
                setting.seams.decider().apply(PURE),
                new Engine.World(offices, Set.of(), Path.of("out"), timeline().clock()),
                setting.seams.scheduler().apply(process));
    }

    private Engine.Staff staff() {
        Map<String, Agent> agents = new LinkedHashMap<>();
        setting.agents.forEach((name, agent) -> agents.put(name, new SimulatedAgent(agent, world)));
        Map<String, Tool> tools = new LinkedHashMap<>();
        Map<String, ToolSpec> specs = new LinkedHashMap<>();
        for (Tool tool : setting.tools) {
            specs.put(tool.spec().name(), tool.spec());
            tools.put(tool.spec().name(), new SimulatedTool(tool, world, outside, () -> platter.lastSeq(run)));
        }
        return new Engine.Staff(new WindowBuilder(specs, setting.recall), new Replies(agents, SCHEMAS::errors), tools);
    }

    /** Speaks to the run from another process, as the command line does. */
    private Optional<Decision> tell(Command command) {
        try {
            Decision decision = runner().tell(run, command);
            // The process that works on the run looks at the journal now and then.
            timeline().in(Duration.ZERO, Duration.ofMillis(50), this::catchUp);
            return Optional.of(decision);
        } catch (Crashed | JournalException e) {
            return Optional.empty();
        }
    }

    private void catchUp() {
        if (work != null) work.catchUp();
    }

    /** Holds the state that was worked with against the one that the events give. */
    private void compare(RunState worked) {
        List<Recorded> known = platter.read(run, 0, EVENTS_MAX).stream()
                .filter(r -> r.seq() <= announced)
                .toList();
        if (!replayed(known).equals(worked)) {
            outside.complain(new Finding(Promise.REPLAY_IS_EQUAL, announced, "the events give another state"));
        }
    }

    private static RunState replayed(List<Recorded> history) {
        RunState state = RunState.NONE;
        for (Recorded recorded : history) state = PURE.evolve(state, EventReader.read(recorded));
        return state;
    }

    private void complain(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        complain(Promise.THE_ENGINE_STANDS, e + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    private void complain(Promise promise, String what) {
        outside.complain(new Finding(promise, 0, what));
    }
}
