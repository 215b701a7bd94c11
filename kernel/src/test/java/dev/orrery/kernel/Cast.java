package dev.orrery.kernel;

import dev.orrery.kernel.AgentCard.Origin;
import dev.orrery.message.Capability;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The agents and tools of a test: what a run pins of them, and what they do when their turn comes. */
final class Cast {
    /** The tools of a test, one of each effect class. */
    static final Map<String, EffectClass> TOOLS = Map.of(
            "look", EffectClass.READ,
            "note", EffectClass.IDEMPOTENT,
            "send", EffectClass.NON_IDEMPOTENT,
            "fire", EffectClass.IRREVERSIBLE,
            "knowledge.search", EffectClass.READ);

    /** What an agent knows when it is asked. */
    record Cue(RunState state, StepState step, Effect.Think think) {
        /** Returns the attempt, from 1. */
        int attempt() {
            return think.attempt();
        }

        /** Returns the turn, from 1. */
        int turn() {
            return think.turn();
        }

        /** Returns the value of the declared input {@code name}. */
        Optional<Json> input(String name) {
            return Inputs.of(state, step).stream()
                    .filter(i -> i.name().equals(name))
                    .map(i -> i.value().content())
                    .findFirst();
        }
    }

    /** What an agent says, or how it breaks. */
    sealed interface Line {
        record Says(Turn turn, Usage usage) implements Line {}

        record Breaks(FailureKind kind, String why, Usage usage, Command.Again again) implements Line {}
    }

    /** What an agent says of what it used. */
    enum Usage {
        /** The truth. */
        TRUE,
        /** Nothing. */
        UNKNOWN,
        /** More than was reserved. */
        EXCESSIVE
    }

    /** An agent's behaviour. */
    @FunctionalInterface
    interface Actor {
        Line on(Cue cue);
    }

    /** A tool's behaviour. */
    @FunctionalInterface
    interface Prop {
        Outcome on(Effect.UseTool use);
    }

    private final Map<String, AgentCard> cards = new LinkedHashMap<>();
    private final Map<String, Actor> actors = new TreeMap<>();
    private final Map<String, Prop> props = new TreeMap<>();
    private Pins.Ladder ladder = Pins.Ladder.DEFAULT;
    private Learned learned = Learned.NONE;

    /** A cast that plans what {@code plan} says and passes every review. */
    static Cast playing(Json plan) {
        return new Cast()
                .agent("planner", Capability.PLAN, _ -> done(plan))
                .agent("finder-a", Capability.RESEARCH, cue -> done(found(cue)))
                .agent("finder-b", Capability.RESEARCH, cue -> done(found(cue)))
                .agent("judge", Capability.QA, _ -> verdict(true))
                .agent("writer", Capability.WRITE, _ -> done(Json.object().with("title", "Report")))
                .agent("keeper", Capability.MEMORY, _ -> done(Json.object().with("proposals", Json.of(List.of()))));
    }

    /** Adds an agent, or gives the one of this name another behaviour. */
    Cast agent(String name, Capability capability, Actor actor) {
        return agent(card(name, capability, Limits.DEFAULT), actor);
    }

    Cast agent(AgentCard card, Actor actor) {
        cards.put(card.name(), card);
        actors.put(card.name(), actor);
        return this;
    }

    Cast without(String name) {
        cards.remove(name);
        return this;
    }

    Cast tool(String name, Prop prop) {
        props.put(name, prop);
        return this;
    }

    Cast ladder(Pins.Ladder bounds) {
        ladder = bounds;
        return this;
    }

    Cast learned(Map<String, Double> routes) {
        learned = new Learned(1, routes, List.of());
        return this;
    }

    static AgentCard card(String name, Capability capability, Limits limits) {
        return new AgentCard(
                name,
                Set.of(capability),
                TOOLS.keySet().stream().sorted().toList(),
                Origin.BUILTIN,
                limits,
                "",
                Optional.empty(),
                List.of());
    }

    /** Adds an agent with a model that costs 1 a million tokens read and 4 a million written, and its stand-in. */
    Cast model(String name, Capability capability, Actor actor, Actor standIn) {
        AgentCard card = modelled(card(name, capability, Limits.DEFAULT));
        return agent(card, actor).agent(card.standIn(), standIn);
    }

    static AgentCard modelled(AgentCard card) {
        return card.withModel(new ModelPin("openai:tiny", "", 1_000_000, 4_000_000));
    }

    Pins pins() {
        var hashes = new LinkedHashMap<String, String>();
        TOOLS.keySet().forEach(name -> hashes.put(name, Hash.of(name).brief()));
        return new Pins(cards, TOOLS, hashes, Map.of(), learned, ladder);
    }

    Line line(Cue cue) {
        Actor actor = actors.get(cue.think().agent());
        if (actor == null)
            throw new AssertionError("nobody plays " + cue.think().agent());
        return actor.on(cue);
    }

    Outcome outcome(Effect.UseTool use) {
        Prop prop = props.get(use.call().tool());
        return prop == null ? returned(use.call()) : prop.on(use);
    }

    /** Returns the outcome of a tool that answers a call with the call itself. */
    static Outcome returned(ToolCall call) {
        return returned(JsonText.canonical(call.arguments()));
    }

    static Outcome returned(String content) {
        return new Outcome.Returned(Hash.of(content), content.length(), Label.tool("tool"));
    }

    static Line done(Json output) {
        return says(new Turn.Final(output));
    }

    static Line says(Turn turn) {
        return new Line.Says(turn, Usage.TRUE);
    }

    static Line notes(String text) {
        return says(new Turn.Note(Json.of(text)));
    }

    static Line verdict(boolean pass) {
        Json.Obj verdict = Json.object().with("pass", Json.of(pass));
        return done(pass ? verdict : verdict.with("critique", Json.texts(List.of("too thin"))));
    }

    static Line calls(ToolCall... calls) {
        return says(new Turn.ToolCalls(List.of(calls)));
    }

    static ToolCall call(String tool, String argument) {
        return new ToolCall(tool, Json.object().with("q", argument));
    }

    static Line asks(String question) {
        return says(new Turn.Ask(question));
    }

    static Line breaks(FailureKind kind) {
        return new Line.Breaks(kind, "broke: " + kind.wire(), Usage.TRUE, Command.Again.NO);
    }

    /** Breaks in a way that passes; {@code after} is what the other side says of it. */
    static Line passes(Optional<Duration> after) {
        return new Line.Breaks(FailureKind.ERROR, "busy", Usage.TRUE, new Command.Again(true, after));
    }

    private static Json found(Cue cue) {
        return Json.object()
                .with("by", cue.think().agent())
                .with("step", cue.step().id());
    }
}
