package dev.orrery.kernel;

import dev.orrery.kernel.Cast.Cue;
import dev.orrery.kernel.Cast.Line;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A cast whose agents and tools do well, do badly and break, as chance has it. */
final class Improvised {
    private static final List<String> KEYS = List.of("acme", "beta", "gamma", "delta", "eps");
    private static final List<String> TOOLS =
            List.of("look", "note", "send", "fire", "knowledge.search", "look", "send", "none");

    private final Random random;

    /** How often, in a hundred times, something goes wrong in this run. */
    private final int trouble;

    /** How often, in a hundred times, an agent calls tools before it answers. */
    private final int curiosity;

    Improvised(Random random) {
        this.random = random;
        this.trouble = List.of(0, 5, 15, 40, 80).get(random.nextInt(5));
        this.curiosity = List.of(0, 20, 50, 90).get(random.nextInt(4));
    }

    Cast cast() {
        var cast = new Cast();
        cast.agent("planner", Capability.PLAN, this::plan);
        if (chance(30)) cast.agent("planner-b", Capability.PLAN, this::plan);
        if (chance(40)) cast.model("brain", Capability.PLAN, this::plan, this::plan);
        if (chance(40)) cast.model("reader", Capability.RESEARCH, this::work, this::work);
        if (chance(40)) cast.model("author", Capability.WRITE, this::work, this::work);
        if (chance(40)) cast.model("critic", Capability.QA, this::judge, this::judge);
        for (String name : List.of("finder-a", "finder-b", "finder-c").subList(0, 1 + random.nextInt(3))) {
            var limits = new Limits(1 + random.nextInt(8), 400_000, 0, 1_000);
            cast.agent(Cast.card(name, Capability.RESEARCH, limits), this::work);
        }
        if (chance(95)) cast.agent("judge", Capability.QA, this::judge);
        cast.agent("writer", Capability.WRITE, this::work);
        if (chance(80)) cast.agent("keeper", Capability.MEMORY, this::work);
        TOOLS.forEach(tool -> cast.tool(tool, this::tool));
        return cast.ladder(new Pins.Ladder(
                1 + random.nextInt(2), 1 + random.nextInt(4), random.nextInt(3), 1 + random.nextInt(5)));
    }

    /** Models that do as chance has it, and stand-ins that do well. */
    Cast stoodInFor() {
        return new Cast()
                .model("planner", Capability.PLAN, this::plan, _ -> Cast.done(Scripts.survey("acme", "beta")))
                .model("research", Capability.RESEARCH, this::work, _ -> found())
                .model("second", Capability.RESEARCH, this::work, _ -> found())
                .model("qa", Capability.QA, this::judge, _ -> Cast.verdict(true))
                .model("writer", Capability.WRITE, this::work, _ -> found())
                .model("memory", Capability.MEMORY, this::work, _ -> found());
    }

    private Line found() {
        return Cast.done(Json.object().with("list", Scripts.items(some(KEYS))));
    }

    private Line work(Cue cue) {
        if (chance(trouble / 2)) return breaks();
        if (chance(curiosity)) return calls();
        if (chance(curiosity / 3)) return Cast.notes("note " + random.nextInt(4));
        if (chance(trouble / 8)) return Cast.asks("And now?");
        return found();
    }

    private Line judge(Cue cue) {
        if (chance(trouble / 4)) return breaks();
        if (chance(10)) return Cast.calls(call());
        return Cast.verdict(!chance(trouble));
    }

    private Line breaks() {
        if (chance(40)) return passing();
        return Cast.breaks(List.of(FailureKind.ERROR, FailureKind.TIMEOUT, FailureKind.INVALID)
                .get(random.nextInt(3)));
    }

    private Line passing() {
        Optional<Duration> after =
                chance(50) ? Optional.empty() : Optional.of(Duration.ofSeconds(random.nextInt(400) - 10));
        return new Line.Breaks(FailureKind.ERROR, "busy", usage(), new Command.Again(true, after));
    }

    private Cast.Usage usage() {
        if (!chance(trouble / 2)) return Cast.Usage.TRUE;
        return chance(50) ? Cast.Usage.UNKNOWN : Cast.Usage.EXCESSIVE;
    }

    private Line calls() {
        var calls = new ArrayList<ToolCall>();
        do calls.add(call());
        while (chance(40) && calls.size() < 4);
        return new Line.Says(new Turn.ToolCalls(calls), usage());
    }

    private ToolCall call() {
        return Cast.call(TOOLS.get(random.nextInt(TOOLS.size())), KEYS.get(random.nextInt(2)));
    }

    private Outcome tool(Effect.UseTool use) {
        if (chance(trouble / 4)) return new Outcome.NotDone("not now");
        if (chance(trouble / 4)) return new Outcome.Unknown("no answer came");
        return Cast.returned("answer " + random.nextInt(8));
    }

    private Line plan(Cue cue) {
        if (chance(trouble / 4)) return breaks();
        if (chance(trouble / 8)) return Cast.asks("Which ones?");
        if (chance(10)) return Cast.calls(call());
        if (chance(trouble / 10)) return Cast.done(Json.object().with("unplannable", "I cannot."));
        Json.Obj plan = cue.state().progress().plan().map(this::revised).orElseGet(this::fresh);
        return Cast.done(chance(trouble / 3) ? broken(plan) : plan);
    }

    /** Returns a plan that takes the place of {@code plan}, as a planner or a human might want it. */
    Json.Obj revised(Plan plan) {
        if (chance(20)) return fresh();
        var steps = new ArrayList<Json>();
        for (Json step : plan.toJson().list("steps")) {
            if (!(step instanceof Json.Obj o)) continue;
            Json.Obj now = o;
            if (chance(25)) now = now.with("instructions", "Do it in another way, " + random.nextInt(99) + ".");
            if (o.at("forEach").isPresent() && chance(60)) now = now.with("forEach", list());
            steps.add(now);
        }
        Json.Obj revised = plan.toJson().with("steps", Json.of(steps));
        return chance(40) ? Scripts.withGap(revised, "research/" + KEYS.get(random.nextInt(KEYS.size()))) : revised;
    }

    /** Returns a plan: one to four steps that build upon each other, a report, and perhaps a memory step. */
    Json.Obj fresh() {
        var steps = new ArrayList<Json>();
        var before = new ArrayList<String>();
        for (String id : List.of("find", "research", "check", "sum").subList(0, 1 + random.nextInt(4))) {
            Json.Obj inputs = Json.object().with("goal", Scripts.goal());
            for (String other : before) if (chance(50)) inputs = inputs.with("from-" + other, Scripts.output(other));
            Json.Obj step = Scripts.step(id, "research").with("tools", Json.texts(TOOLS.subList(0, 4)));
            if (chance(50)) step = step.with("rubric", Json.texts(List.of("Good.")));
            if (chance(50)) step = step.with("forEach", list(before));
            steps.add(step.with("inputs", inputs));
            before.add(id);
        }
        Json.Obj write = Scripts.step("write", "write");
        if (chance(50)) write = write.with("rubric", Json.texts(List.of("Good.")));
        steps.add(write.with("after", Json.texts(before)));
        if (chance(30)) steps.add(Scripts.step("memory", "memory").with("after", Json.texts(List.of("write"))));
        return Json.object().with("steps", Json.of(steps)).with("deliver", "write");
    }

    private Json list(List<String> before) {
        return before.contains("find") && chance(50)
                ? Json.object().with("over", Scripts.output("find", "list"))
                : list();
    }

    private Json list() {
        var items = new ArrayList<Json>();
        for (String key : some(KEYS)) {
            items.add(Json.object().with("key", key).with("version", random.nextInt(2)));
        }
        return Json.object().with("over", Scripts.value(Json.of(items)));
    }

    private String[] some(List<String> keys) {
        return keys.stream().filter(_ -> chance(60)).toArray(String[]::new);
    }

    private Json.Obj broken(Json.Obj plan) {
        return switch (random.nextInt(4)) {
            case 0 -> plan.with("deliver", "nowhere");
            case 1 -> plan.with("steps", "many");
            case 2 -> Json.object();
            default -> Scripts.plan(Scripts.step("write", "write").with("after", Json.texts(List.of("write"))));
        };
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
