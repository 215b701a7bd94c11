package dev.orrery.context;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Attempt;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.FailureKind;
import dev.orrery.kernel.Inputs;
import dev.orrery.kernel.Learned;
import dev.orrery.kernel.Past;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.StepState;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Capability;
import dev.orrery.message.Exchange;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.message.Window.Excluded;
import dev.orrery.message.Window.Item;
import dev.orrery.message.Window.Part;
import dev.orrery.message.Window.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds the window of one turn out of the run's state: only what the step declares, only the tools that the agent may
 * use and the step needs, memory as it was retrieved for the attempt. Apart from that retrieval it is a pure function of
 * the state and the blobs that the state names. Thread-safe.
 */
public final class WindowBuilder {
    /** How many tokens of memory a window may show. */
    public static final long MEMORY_TOKENS_MAX = 8_000;

    private final Map<String, ToolSpec> tools;
    private final Recall recall;

    /** Makes a builder that shows {@code tools} and finds memory in {@code recall}. */
    public WindowBuilder(Map<String, ToolSpec> tools, Recall recall) {
        this.tools = Map.copyOf(tools);
        this.recall = recall;
    }

    /** Tells whether building the window looks into memory, as opposed to following from the state alone. */
    public boolean retrieves(RunState state, Effect.Assemble assemble) {
        return assemble.turn() == 1 && !card(state, assemble).memory().isEmpty();
    }

    /** Builds the window that {@code assemble} asks for; {@code contents} finds what the state names by hash. */
    public Built build(RunState state, Effect.Assemble assemble, Function<Hash, Json> contents) {
        StepState step = state.graph().step(assemble.step()).orElseThrow();
        Attempt attempt = step.attempt().orElseThrow();
        AgentCard card = card(state, assemble);
        var excluded = new ArrayList<Excluded>();
        List<Item> memory = memory(state, assemble, contents, excluded);
        List<Section> sections = List.of(
                new Section(Part.ROLE, List.of(said("role", "agent:" + card.name(), Json.of(card.role())))),
                new Section(Part.TOOLS, tools(step, card, excluded)),
                new Section(Part.OUTPUT, List.of(said("schema", "plan", schema(state, step, card)))),
                new Section(Part.BRIEF, brief(step)),
                new Section(Part.INPUTS, inputs(state, step, excluded)),
                new Section(Part.MEMORY, withGuidelines(state, step, memory)),
                new Section(Part.STEERING, steering(state)),
                new Section(Part.NOTES, notes(state, step, excluded)),
                new Section(Part.EXCHANGES, exchanges(attempt, contents)));
        var window = new Window(
                state.begun().run(),
                step.id(),
                attempt.number(),
                attempt.turn(),
                card.name(),
                sections.stream().filter(s -> !s.items().isEmpty()).toList(),
                excluded);
        return Built.of(window, memory);
    }

    private static AgentCard card(RunState state, Effect.Assemble assemble) {
        return state.graph()
                .step(assemble.step())
                .flatMap(StepState::attempt)
                .flatMap(a -> state.pins().agent(a.agent()))
                .orElseThrow();
    }

    private static Item said(String name, String source, Json content) {
        return new Item(name, source, new Value(content, Label.user(source)));
    }

    private List<Item> tools(StepState step, AgentCard card, List<Excluded> excluded) {
        var shown = new ArrayList<Item>();
        for (String name : card.tools()) {
            Optional<ToolSpec> spec = Optional.ofNullable(tools.get(name));
            if (spec.isEmpty()) excluded.add(new Excluded("tool:" + name, "there is no such tool"));
            else if (!step.step().tools().contains(name)) {
                excluded.add(new Excluded("tool:" + name, "the step does not need it"));
            } else shown.add(said(name, "tool:" + name, spec.get().toJson()));
        }
        for (String name : step.step().tools()) {
            if (!card.tools().contains(name)) {
                excluded.add(new Excluded("tool:" + name, card.name() + " may not use it"));
            }
        }
        return shown;
    }

    private static Json schema(RunState state, StepState step, AgentCard card) {
        return step.step()
                .output()
                .or(card::output)
                .orElse(state.pins().schemas().getOrDefault(step.step().capability(), Json.object()));
    }

    private static List<Item> brief(StepState step) {
        var items = new ArrayList<Item>();
        items.add(said("capability", "plan", Json.of(step.step().capability().wire())));
        items.add(said("instructions", "plan", Json.of(step.step().instructions())));
        if (!step.step().rubric().isEmpty()) {
            items.add(said("rubric", "plan", Json.texts(step.step().rubric())));
        }
        if (!step.step().scope().isEmpty()) {
            items.add(said("scope", "plan", Json.texts(step.step().scope())));
        }
        return items;
    }

    private static List<Item> inputs(RunState state, StepState step, List<Excluded> excluded) {
        var items = new ArrayList<Item>();
        Inputs.of(state, step).forEach(i -> items.add(new Item(i.name(), i.source(), i.value())));
        boolean writes = step.step().capability() == Capability.WRITE
                || step.origin()
                        .reviewOf()
                        .flatMap(state.graph()::step)
                        .map(s -> s.step().capability() == Capability.WRITE)
                        .orElse(false);
        if (writes) items.add(said("gaps", "plan", gaps(state)));
        for (String other : undeclared(state, step)) {
            excluded.add(new Excluded("step:" + other, "not declared as an input"));
        }
        return items;
    }

    private static Json gaps(RunState state) {
        return Json.of(state.progress().gaps().stream()
                .map(g -> Json.object().with("step", g.step()).with("text", g.text()))
                .toList());
    }

    /** The most steps that are named as left out; a wide run has thousands that nobody would miss. */
    private static final int UNDECLARED_MAX = 50;

    private static List<String> undeclared(RunState state, StepState step) {
        var declared = step.step().needs();
        return state.graph().order().stream()
                .filter(id -> !id.equals(step.id()) && !declared.contains(id))
                .filter(id -> state.graph().step(id).flatMap(StepState::output).isPresent())
                .filter(id -> state.graph()
                        .step(id)
                        .flatMap(s -> s.origin().parent())
                        .filter(declared::contains)
                        .isEmpty())
                .limit(UNDECLARED_MAX)
                .toList();
    }

    private List<Item> memory(
            RunState state, Effect.Assemble assemble, Function<Hash, Json> contents, List<Excluded> excluded) {
        StepState step = state.graph().step(assemble.step()).orElseThrow();
        if (!retrieves(state, assemble)) {
            return step.attempt().orElseThrow().memory().stream()
                    .map(ref -> Built.unkeep(ref, contents.apply(ref.content())))
                    .toList();
        }
        Recall.Recalled found = recall.recall(new Recall.Query(
                state.begun().goal(),
                step.step().instructions(),
                step.step().capability(),
                card(state, assemble).memory(),
                MEMORY_TOKENS_MAX,
                Named.in(Inputs.of(state, step)),
                state.begun().run()));
        excluded.addAll(found.excluded());
        return found.items();
    }

    /** What was learned of a writer's work stands beside what memory holds, under its own name. */
    private static List<Item> withGuidelines(RunState state, StepState step, List<Item> memory) {
        Learned learned = state.pins().learned();
        if (step.step().capability() != Capability.WRITE) return memory;
        var items = new ArrayList<>(memory);
        for (Learned.Guideline g : learned.guidelines()) {
            items.add(said(
                    g.id(),
                    "learned:" + g.id() + "@" + learned.version(),
                    Json.object()
                            .with("id", g.id())
                            .with("version", learned.version())
                            .with("kind", "rule")
                            .with("namespace", "learned")
                            .with("text", g.text())
                            .with("rule", g.rule())));
        }
        return items;
    }

    private static List<Item> steering(RunState state) {
        return state.progress().guidance().notes().stream()
                .map(note -> said("note-" + note.number(), "human", Json.of(note.text())))
                .toList();
    }

    /**
     * What was wrong with earlier attempts. Whose work is judged by rules alone is not shown what a model's review said of
     * another's: it would leave out whatever a reviewer that fails everything has named.
     */
    private static List<Item> notes(RunState state, StepState step, List<Excluded> excluded) {
        boolean byRules =
                step.attempt().filter(a -> state.pins().standsIn(a.agent())).isPresent()
                        && state.pins().able(Capability.QA).stream().anyMatch(AgentCard::standsIn);
        var items = new ArrayList<Item>();
        for (StepState.Failure f : step.failures()) {
            String name = "attempt-" + f.attempt();
            if (byRules && f.kind() == FailureKind.QA && !state.pins().standsIn(f.agent())) {
                excluded.add(new Excluded("note:" + name, "a stand-in is judged by rules, not by that review"));
            } else {
                String text = "Attempt " + f.attempt() + " by " + f.agent() + " did not stand: " + f.critique();
                items.add(said(name, "review", Json.of(text)));
            }
        }
        return items;
    }

    private static List<Item> exchanges(Attempt attempt, Function<Hash, Json> contents) {
        var items = new ArrayList<Item>();
        for (Past past : attempt.past()) items.add(exchange(attempt.agent(), past, items.size() + 1, contents));
        return items;
    }

    private static Item exchange(String agent, Past past, int number, Function<Hash, Json> contents) {
        String name = "exchange-" + number;
        return switch (past) {
            case Past.Result r ->
                new Item(
                        name,
                        "tool:" + r.call().tool(),
                        new Value(new Exchange.Called(r.call(), contents.apply(r.content())).toJson(), r.label()));
            case Past.Refused r ->
                said(name, "tool:" + r.call().tool(), new Exchange.Failed(r.call(), r.reason()).toJson());
            case Past.Answered a -> said(name, "human", new Exchange.Answered(a.question(), a.answer()).toJson());
            case Past.Noted n ->
                new Item(name, "agent:" + agent, new Value(new Exchange.Noted(n.content()).toJson(), n.label()));
            case Past.Objected o -> said(name, o.by(), new Exchange.Objected(o.critique()).toJson());
        };
    }
}
