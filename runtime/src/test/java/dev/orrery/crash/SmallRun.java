package dev.orrery.crash;

import dev.orrery.agent.Agent;
import dev.orrery.context.Recall;
import dev.orrery.context.WindowBuilder;
import dev.orrery.engine.Breakers;
import dev.orrery.engine.Engine;
import dev.orrery.engine.Offices;
import dev.orrery.engine.Replies;
import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Projection;
import dev.orrery.journal.RunList;
import dev.orrery.journal.TimerList;
import dev.orrery.journal.WaitList;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Learned;
import dev.orrery.kernel.Options;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.RunDecider;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Capability;
import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.policy.StandardPolicy;
import dev.orrery.route.CapabilityRouter;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A run that is soon over and does everything that a crash may come into: a plan, two steps at once that each note
 * something (which may be repeated) and send something (which may not), and a report.
 */
final class SmallRun {
    static final RunDecider DECIDER = new RunDecider(new StandardPolicy(), new CapabilityRouter());
    static final List<Projection> LISTS =
            List.of(RunList.projection(), WaitList.projection(), TimerList.projection(), new Breakers.Kept());
    static final String NOTE = "note";
    static final String SEND = "send";

    private static final String PLAN = """
            {"steps": [
              {"id": "tell", "capability": "research", "instructions": "Note it, then send it.", "tools": ["note", "send"],
               "forEach": {"over": {"value": [{"key": "a"}, {"key": "b"}]}, "as": "thing"},
               "inputs": {"thing": {"item": true}}},
              {"id": "write", "capability": "write", "instructions": "Write.", "inputs": {"told": {"step": "tell"}}}],
             "deliver": "write"}""";

    private SmallRun() {}

    /** Opens an engine over {@code journal}. */
    static Engine engine(Journal journal, Home home) {
        var world = new Engine.World(new Nowhere(), Set.of(), home.folder().resolve("outputs"), InstantSource.system());
        return new Engine(journal, home, DECIDER, world);
    }

    static Command.Start start(String run) {
        var classes = Map.of(NOTE, EffectClass.IDEMPOTENT, SEND, EffectClass.NON_IDEMPOTENT);
        var pins = new Pins(cards(), classes, Map.of(), Map.of(), Learned.NONE, Pins.Ladder.DEFAULT);
        return new Command.Start(run, "Tell both", Options.NONE, Budget.DEFAULT, pins);
    }

    /** Returns the staff of a run; {@code world} is told of each call of a tool, by the tool's name. */
    static Engine.Staff staff(BiConsumer<String, ToolRequest> world) {
        var tools = new LinkedHashMap<String, Tool>();
        tools.put(NOTE, new Told(new ToolSpec(NOTE, "Notes.", Json.object(), EffectClass.IDEMPOTENT), world));
        tools.put(SEND, new Told(new ToolSpec(SEND, "Sends.", Json.object(), EffectClass.NON_IDEMPOTENT), world));
        var specs = new LinkedHashMap<String, ToolSpec>();
        tools.forEach((name, tool) -> specs.put(name, tool.spec()));
        Map<String, Agent> agents = Map.of("planner", _ -> plan(), "teller", SmallRun::tell, "writer", SmallRun::write);
        return new Engine.Staff(
                new WindowBuilder(specs, _ -> Recall.Recalled.NOTHING),
                new Replies(agents, (_, _) -> List.of()),
                tools);
    }

    private static Map<String, AgentCard> cards() {
        var cards = new LinkedHashMap<String, AgentCard>();
        cards.put("planner", AgentCard.of("planner", Capability.PLAN));
        cards.put("teller", AgentCard.of("teller", Capability.RESEARCH).withTools(NOTE, SEND));
        cards.put("writer", AgentCard.of("writer", Capability.WRITE));
        return cards;
    }

    private static Turn plan() {
        return new Turn.Final(JsonText.parse(PLAN));
    }

    private static Turn tell(Window window) {
        Json about = window.input("thing").orElseThrow();
        List<Exchange> past = window.exchanges();
        return switch (past.size()) {
            case 0 -> new Turn.ToolCalls(List.of(new ToolCall(NOTE, about)));
            case 1 -> new Turn.ToolCalls(List.of(new ToolCall(SEND, about)));
            default -> new Turn.Final(Json.object().with("sent", Json.of(past.getLast() instanceof Exchange.Called)));
        };
    }

    private static Turn write(Window window) {
        int told = window.input("told").orElseThrow().items().size();
        Json line = Json.object().with("text", told + " were told");
        return new Turn.Final(Json.object().with("lines", Json.of(List.of(line))));
    }

    /** A tool whose effect is that the world is told. */
    private record Told(ToolSpec spec, BiConsumer<String, ToolRequest> world) implements Tool {
        @Override
        public ToolResult call(ToolRequest request) {
            world.accept(spec.name(), request);
            return new ToolResult.Returned(
                    new Value(Json.object().with("done", request.key()), Label.tool(spec.name())));
        }
    }

    private static final class Nowhere implements Offices {
        @Override
        public List<String> deliver(String run, String out, Json output) {
            return List.of();
        }

        @Override
        public List<String> propose(String run, String step, Json output, Label label) {
            return List.of();
        }
    }
}
