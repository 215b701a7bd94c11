package dev.orrery.bench.speed;

import dev.orrery.agent.Agent;
import dev.orrery.agent.SchemaCheck;
import dev.orrery.context.Recall;
import dev.orrery.context.WindowBuilder;
import dev.orrery.engine.Breakers;
import dev.orrery.engine.Engine;
import dev.orrery.engine.Offices;
import dev.orrery.engine.Replies;
import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.RunList;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.WaitList;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.RunDecider;
import dev.orrery.kernel.RunStatus;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.learning.Learning;
import dev.orrery.memory.JournaledMemory;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.policy.StandardPolicy;
import dev.orrery.route.CapabilityRouter;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A home with all that Orrery keeps in one, and an engine with scripted agents to play runs in it. Thread-safe. */
final class Stage implements AutoCloseable {
    private final Journal journal;
    private final Engine engine;

    private Stage(Path folder) {
        Home home = Home.open(folder);
        this.journal = SqliteJournal.open(home, projections());
        this.engine = new Engine(
                journal,
                home,
                new RunDecider(new StandardPolicy(), new CapabilityRouter()),
                new Engine.World(NOBODY, Set.of(), folder.resolve("outputs"), InstantSource.system()));
    }

    static Stage open(Path folder) {
        return new Stage(folder);
    }

    private static List<Projection> projections() {
        var all = new ArrayList<Projection>(List.of(RunList.projection(), WaitList.projection(), new Breakers.Kept()));
        all.addAll(Learning.projections());
        all.addAll(JournaledMemory.projections());
        return all;
    }

    Journal journal() {
        return journal;
    }

    /** Begins {@code play} as {@code run}, durably. */
    void begin(String run, Plays.Play play) {
        engine.tell(StreamId.run(run), Plays.start(run, play));
    }

    /** Works on {@code run} until it is over or waits. */
    RunStatus work(String run, Actors actors, Consumer<Recorded> listener) throws InterruptedException {
        return engine.work(StreamId.run(run), actors.staff(), listener);
    }

    /** Begins {@code play} and works on it until it is over or waits. */
    RunStatus play(String run, Plays.Play play, Consumer<Recorded> listener) throws InterruptedException {
        begin(run, play);
        return work(run, Actors.of(play), listener);
    }

    /** Who plays: agents and the tool. */
    record Actors(Engine.Staff staff) {
        static Actors of(Plays.Play play) {
            return new Actors(Stage.cast(window -> Plays.turn(play, window), _ -> Json.of("Something.")));
        }

        /** Actors of one's own. */
        static Actors of(Agent agent, Function<ToolRequest, Json> tool) {
            return new Actors(Stage.cast(agent, tool));
        }
    }

    private static Engine.Staff cast(Agent agent, Function<ToolRequest, Json> look) {
        var agents = new LinkedHashMap<String, Agent>();
        for (Capability capability : Capability.values()) agents.put(capability.wire(), agent);
        Tool tool = new Look(look);
        var check = new SchemaCheck();
        return new Engine.Staff(
                new WindowBuilder(Map.of(Plays.LOOK, tool.spec()), _ -> Recall.Recalled.NOTHING),
                new Replies(agents, check::errors),
                Map.of(Plays.LOOK, tool));
    }

    private record Look(Function<ToolRequest, Json> answer) implements Tool {
        private static final ToolSpec SPEC = new ToolSpec(
                Plays.LOOK, "Looks something up.", JsonText.parse("{\"type\":\"object\"}"), EffectClass.READ);

        @Override
        public ToolSpec spec() {
            return SPEC;
        }

        @Override
        public ToolResult call(ToolRequest request) {
            return new ToolResult.Returned(new Value(answer.apply(request), Label.tool(Plays.LOOK)));
        }
    }

    private static final Offices NOBODY = new Offices() {
        @Override
        public List<String> deliver(String run, String out, Json output) {
            return List.of();
        }

        @Override
        public List<String> propose(String run, String step, Json output, Label label) {
            return List.of();
        }
    };

    @Override
    public void close() {
        engine.close();
        journal.close();
    }
}
