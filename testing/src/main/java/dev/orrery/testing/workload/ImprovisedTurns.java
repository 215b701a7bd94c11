package dev.orrery.testing.workload;

import dev.orrery.agent.Agent;
import dev.orrery.agent.Answer;
import dev.orrery.agent.Room;
import dev.orrery.kernel.Amount;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import dev.orrery.testing.sim.Chance;
import java.util.ArrayList;
import java.util.List;

/** What agents say: calls, notes, questions, plans, verdicts, results, sensible or not, as chance has it. */
final class ImprovisedTurns {
    private final Chance chance;
    private final ImprovisedPlans plans;
    private final int trouble;
    private final int curiosity;
    private final int stubbornness;

    ImprovisedTurns(Chance chance, ImprovisedPlans plans, int trouble) {
        this.chance = chance;
        this.plans = plans;
        this.trouble = trouble;
        this.curiosity = chance.of(List.of(0, 20, 50, 90));
        this.stubbornness = chance.of(List.of(0, 20, 80));
    }

    Agent agent(Capability capability) {
        return window -> turn(capability, window);
    }

    /** A model says what it used, mostly. */
    Agent model(Capability capability) {
        return new Agent() {
            @Override
            public Turn reply(Window window) {
                return turn(capability, window);
            }

            @Override
            public Answer answer(Window window, Room room) {
                Answer answer = Answer.of(reply(window)).withRepairs(chance.percent(10) ? 1 : 0);
                if (chance.percent(30)) answer = answer.withSent(Json.texts(List.of("sent to a model")));
                return chance.percent(20)
                        ? answer
                        : answer.withUsed(new Amount(room.tokensMax() / 2, room.costMicrosMax() / 2, 1));
            }
        };
    }

    private Turn turn(Capability capability, Window window) {
        return switch (capability) {
            case PLAN -> plan(window);
            case QA -> verdict();
            case RESEARCH, WRITE, MEMORY, CODE, TOOL -> work();
        };
    }

    private Turn plan(Window window) {
        if (chance.percent(10)) return calls();
        if (chance.percent(trouble / 8)) return new Turn.Ask("Which ones?");
        if (chance.percent(trouble / 10)) return new Turn.Final(Json.object().with("unplannable", "I cannot."));
        Json before = window.input("request").flatMap(r -> r.at("plan")).orElse(Json.object());
        Json.Obj plan = before.list("steps").isEmpty() ? plans.fresh() : plans.revised(before);
        return new Turn.Final(chance.percent(trouble / 3) ? plans.broken(plan) : plan);
    }

    private Turn verdict() {
        if (chance.percent(10)) return calls();
        boolean pass = !chance.percent(trouble);
        return new Turn.Final(Json.object()
                .with("pass", Json.of(pass))
                .with("critique", Json.texts(pass ? List.of() : List.of("Too short."))));
    }

    private Turn work() {
        if (chance.percent(curiosity)) return calls();
        if (chance.percent(curiosity / 3)) return new Turn.Note(Json.of("note " + chance.below(4)));
        if (chance.percent(trouble / 8)) return new Turn.Ask("And now?");
        return new Turn.Final(Json.object().with("list", plans.items()));
    }

    private Turn calls() {
        var calls = new ArrayList<ToolCall>();
        do calls.add(call());
        while (chance.percent(40) && calls.size() < 4);
        return new Turn.ToolCalls(calls);
    }

    /** Asks for one of many calls, or, being stubborn, for the same one again and again. */
    private ToolCall call() {
        if (chance.percent(stubbornness)) return call("send", "acme");
        if (chance.percent(3)) return new ToolCall("look", Json.object());
        return call(chance.of(ImprovisedTool.NAMES), chance.of(List.of("acme", "beta")));
    }

    private static ToolCall call(String tool, String about) {
        return new ToolCall(tool, Json.object().with("about", about));
    }
}
