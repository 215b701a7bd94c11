package dev.orrery.kernel;

import dev.orrery.kernel.StepState.Phase;
import dev.orrery.message.Capability;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.plan.Catalog;
import dev.orrery.plan.ForEachItems;
import dev.orrery.plan.Plan;
import dev.orrery.plan.PlanCompiler;
import dev.orrery.plan.PlanReader;
import dev.orrery.plan.PlanReader.Reading;
import dev.orrery.plan.Ref;
import dev.orrery.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one door for plans: planner, replanner and human all come through here, and the compiler stands in it. */
final class Plans {
    /** The id of the step that writes the first plan. */
    static final String FIRST = "plan";

    /** How the ids of steps that rewrite the plan begin. */
    static final String REPLAN = "replan-";

    private Plans() {}

    /** What a {@code forEach} runs over. */
    sealed interface Items {
        /** These values. */
        record Listed(List<Json> items) implements Items {}

        /** Nothing that could be run over. */
        record Unusable(String why) implements Items {}
    }

    /** Has the first plan written. */
    static void first(Draft d) {
        Json.Obj request = Json.object().with("replan", Json.of(false));
        d.emit(new Event.StepAdded(
                planning(d.state(), FIRST, "Write a plan that reaches the goal.", request), Optional.empty()));
    }

    /** Has the plan rewritten around the steps that are stuck. The ladder sees to it that this happens a few times only. */
    static void rewrite(Draft d) {
        RunState s = d.state();
        Json.Obj request = Json.object()
                .with("replan", Json.of(true))
                .with(
                        "failed",
                        Json.of(s.graph().stuck().stream()
                                .map(id -> failed(s.graph().get(id)))
                                .toList()))
                .with("done", Json.texts(done(s)))
                .with("plan", s.progress().plan().<Json>map(Plan::toJson).orElse(Json.object()));
        String id = REPLAN + (s.progress().replans() + 1);
        d.emit(new Event.StepAdded(
                planning(s, id, "Rewrite the plan around what failed; keep what is done.", request), Optional.empty()));
    }

    private static Step planning(RunState s, String id, String instructions, Json.Obj request) {
        Map<String, Ref> inputs = new LinkedHashMap<>();
        inputs.put("goal", new Ref.Goal());
        inputs.put("request", new Ref.Literal(request.with("tools", usable(s))));
        return Step.of(id, Capability.PLAN, instructions, inputs).withTools(reading(s));
    }

    /** Returns the tools that agents of each capability may use: a plan says which of them a step needs. */
    private static Json usable(RunState s) {
        Json.Obj usable = Json.object();
        for (Capability capability : Capability.values()) {
            List<String> tools = s.pins().able(capability).stream()
                    .flatMap(agent -> agent.tools().stream())
                    .filter(s.pins().tools()::containsKey)
                    .distinct()
                    .sorted()
                    .toList();
            if (!tools.isEmpty()) usable = usable.with(capability.wire(), Json.texts(tools));
        }
        return usable;
    }

    private static List<String> reading(RunState s) {
        return s.pins().tools().entrySet().stream()
                .filter(t -> t.getValue() == EffectClass.READ)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Json failed(StepState step) {
        Json.Obj json = Json.object()
                .with("step", step.id())
                .with("capability", step.step().capability().wire())
                .with("reason", lastFailure(step));
        return step.origin().item().map(item -> json.with("item", item)).orElse(json);
    }

    static String lastFailure(StepState step) {
        return step.failures().isEmpty()
                ? "no agent is available"
                : step.failures().getLast().critique();
    }

    private static List<String> done(RunState s) {
        return s.graph().order().stream()
                .filter(id -> s.graph().get(id).phase() == Phase.DONE)
                .filter(id -> s.graph().get(id).origin().reviewOf().isEmpty())
                .toList();
    }

    /** A planning step produced an output. */
    static void written(Draft d, String id, Json output) {
        String why = output.text("unplannable");
        if (!why.isEmpty()) {
            if (doubtful(d, id)) {
                StepEndings.fail(d, id, FailureKind.PLAN, "says that it cannot be planned: " + why);
                return;
            }
            StepEndings.complete(d, id);
            goOnWithout(d, id, why);
            return;
        }
        switch (PlanReader.read(output)) {
            case Reading.Malformed malformed -> rejected(d, id, malformed.errors());
            case Reading.Read read -> {
                List<String> errors = compile(d, read.plan());
                if (errors.isEmpty()) {
                    StepEndings.complete(d, id);
                    offer(d, read.plan(), id);
                } else {
                    rejected(d, id, errors);
                }
            }
        }
    }

    /** A model that sees no plan has not the last word where its stand-in has not spoken. */
    private static boolean doubtful(Draft d, String id) {
        StepState step = d.step(id);
        String agent = step.attempt().map(Attempt::agent).orElse("");
        return d.state().pins().modelled(agent) && Ladder.standInLeft(d, step);
    }

    private static void rejected(Draft d, String id, List<String> errors) {
        d.emit(new Event.PlanRejected(id, errors));
        StepEndings.fail(d, id, FailureKind.PLAN, String.join("; ", errors));
    }

    private static List<String> compile(Draft d, Plan plan) {
        RunState s = d.state();
        Pins pins = s.pins();
        // A revision keeps what is done, so what it will need is not known here; the gate counts each turn anyway.
        long turnsLeft = s.progress().revision() == 0 ? s.ledger().left().turns() : Long.MAX_VALUE;
        return PlanCompiler.errors(
                plan,
                new Catalog(
                        pins.agents().values().stream()
                                .flatMap(a -> a.capabilities().stream())
                                .collect(Collectors.toSet()),
                        pins.tools().keySet(),
                        pins.schemas(),
                        turnsLeft));
    }

    /** A planning step has come to nothing. */
    static void planless(Draft d, String id, String why) {
        if (id.equals(FIRST)) StepEndings.giveUp(d, id, why);
        else StepEndings.abandon(d, id, why);
        goOnWithout(d, id, why);
    }

    /** There will be no plan, or no better one. */
    private static void goOnWithout(Draft d, String id, String why) {
        if (id.equals(FIRST)) {
            d.emit(new Event.RunEnded(RunStatus.FAILED, StepEndings.brief(why)));
        } else {
            List.copyOf(d.state().graph().stuck())
                    .forEach(stuck -> StepEndings.giveUp(d, stuck, lastFailure(d.step(stuck))));
        }
    }

    /** Somebody proposes a plan from outside. */
    static Optional<String> propose(Draft d, Command.ProposePlan c) {
        int current = d.state().progress().revision();
        if (c.basedOn() != current) {
            return Optional.of("the plan is at revision " + current + ", not " + c.basedOn() + "; look at it again");
        }
        return switch (PlanReader.read(c.plan())) {
            case Reading.Malformed m -> Optional.of("no plan: " + String.join("; ", m.errors()));
            case Reading.Read read -> {
                List<String> errors = compile(d, read.plan());
                if (!errors.isEmpty()) yield Optional.of("no valid plan: " + String.join("; ", errors));
                Revisions.accept(d, read.plan(), c.author());
                yield Optional.empty();
            }
        };
    }

    private static void offer(Draft d, Plan plan, String author) {
        boolean ask = d.state().begun().options().approvePlan()
                && !d.state().begun().options().planOnly()
                && d.state().progress().revision() == 0;
        if (!ask) {
            Revisions.accept(d, plan, author);
            return;
        }
        d.emit(new Event.PlanProposed(d.state().progress().revision(), author, plan));
        var question = new Question(
                d.nextQuestion(),
                author,
                Question.Kind.PLAN,
                "Run this plan? " + JsonText.print(plan.toJson()),
                Hash.of(plan.toJson()).hex(),
                "",
                Optional.of(d.world().now().plus(Calls.APPROVAL_LASTS)));
        d.emit(new Event.HumanAsked(question));
        Humans.wakeAtExpiry(d, question);
    }

    /** Returns the values that a {@code forEach} step runs over, as far as they are known. */
    static Items items(RunState s, Step step) {
        Optional<Json> list = step.forEach().flatMap(f -> Inputs.resolve(s, f.over(), Optional.empty()));
        if (list.isEmpty()) return new Items.Unusable("there is no list to run over");
        List<String> errors = ForEachItems.errors(list.get());
        return errors.isEmpty() ? new Items.Listed(list.get().items()) : new Items.Unusable(String.join("; ", errors));
    }
}
