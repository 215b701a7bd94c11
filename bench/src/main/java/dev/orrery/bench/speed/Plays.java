package dev.orrery.bench.speed;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Learned;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.Options;
import dev.orrery.kernel.Pins;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs that are measured: their plans, and what their agents say. */
final class Plays {
    /** The tool that every play has. */
    static final String LOOK = "look";

    /** How many attempts of a run are under way at once. */
    static final int PARALLEL = 64;

    /** More than any play spends, so that each turn passes the budget's rules and none is refused. */
    private static final Budget BUDGET = new Budget(new Amount(1L << 50, 0, 1L << 30), 365L * 86_400_000);

    private Plays() {}

    /** A run with its plan; {@code calls} is how often each research step calls the tool, {@code asks} whether it asks. */
    record Play(String goal, Json plan, int calls, boolean asks) {}

    /** {@code steps} steps, each handed the output of the one before. */
    static Play chain(int steps) {
        var all = new ArrayList<Json>();
        for (int i = 1; i <= steps; i++) {
            Json.Obj inputs = i == 1
                    ? Json.object()
                    : Json.object().with("before", Json.object().with("step", "s" + (i - 1)));
            all.add(step("s" + i, i == steps ? Capability.WRITE : Capability.RESEARCH, inputs));
        }
        return new Play("A chain of " + steps, plan(all, "s" + steps), 0, false);
    }

    /** {@code tasks} tasks beside each other and a step that takes all of their outputs. */
    static Play fanOut(int tasks, int calls) {
        var items = new ArrayList<Json>();
        for (int i = 1; i <= tasks; i++) items.add(Json.object().with("key", "k" + i));
        Json.Obj each = step(
                        "task",
                        Capability.RESEARCH,
                        Json.object().with("item", Json.object().with("item", Json.of(true))))
                .with("tools", Json.texts(List.of(LOOK)))
                .with(
                        "forEach",
                        Json.object()
                                .with("over", Json.object().with("value", Json.of(items)))
                                .with("as", "item"));
        Json.Obj report = step(
                "report",
                Capability.WRITE,
                Json.object().with("tasks", Json.object().with("step", "task")));
        return new Play("A fan-out of " + tasks, plan(List.of(each, report), "report"), calls, false);
    }

    /** One step whose agent asks a human. */
    static Play question() {
        Play one = chain(2);
        return new Play("A question", one.plan(), 0, true);
    }

    private static Json.Obj step(String id, Capability capability, Json.Obj inputs) {
        return Json.object()
                .with("id", id)
                .with("capability", capability.wire())
                .with("instructions", "Do what has to be done next, and say what came of it.")
                .with("inputs", inputs);
    }

    private static Json plan(List<Json> steps, String deliver) {
        return Json.object().with("steps", Json.of(steps)).with("deliver", deliver);
    }

    /** Returns the command that begins {@code play} as {@code run}. */
    static Command.Start start(String run, Play play) {
        return new Command.Start(run, play.goal(), Options.NONE, BUDGET, pins());
    }

    private static Pins pins() {
        var agents = new LinkedHashMap<String, AgentCard>();
        var limits = new Limits(2_000, 1L << 40, 0, 600_000);
        for (Capability capability : List.of(Capability.PLAN, Capability.RESEARCH, Capability.WRITE)) {
            AgentCard card =
                    AgentCard.of(capability.wire(), capability).withTools(LOOK).withLimits(limits);
            agents.put(card.name(), card);
        }
        var ladder = new Pins.Ladder(2, 4, 2, PARALLEL);
        return new Pins(agents, Map.of(LOOK, EffectClass.READ), Map.of(LOOK, "1"), Map.of(), Learned.NONE, ladder);
    }

    /** Returns what an agent of {@code play} says to {@code window}. */
    static Turn turn(Play play, Window window) {
        if (window.step().equals("plan")) return new Turn.Final(play.plan());
        int before = window.exchanges().size();
        if (play.asks() && before == 0) return new Turn.Ask("Which one?");
        if (before < play.calls() && !window.step().equals("report")) {
            return new Turn.ToolCalls(List.of(call(window.step(), before)));
        }
        return output(window.step());
    }

    /** Returns the call number {@code number} of a step; no two are the same. */
    static ToolCall call(String step, int number) {
        return new ToolCall(LOOK, Json.object().with("query", step + " " + number));
    }

    /** Returns the output of a step. */
    static Turn.Final output(String step) {
        return new Turn.Final(Json.object().with("found", "What step " + step + " came to."));
    }
}
