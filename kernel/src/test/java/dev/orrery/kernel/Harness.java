package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.Cast.Line;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.policy.StandardPolicy;
import dev.orrery.route.CapabilityRouter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Plays everything around the decider in one thread: performs what is owed in an order that the seed gives, keeps the
 * journal, crashes, and checks after each command that the state is in order.
 */
final class Harness {
    static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");

    private final Decider decider = new RunDecider(new StandardPolicy(), new CapabilityRouter());
    private final Cast cast;
    private final Random random;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Integer> performed = new TreeMap<>();
    private final Map<String, Command> unsaid = new HashMap<>();
    private RunState state = RunState.NONE;
    private Amount excess = Amount.ZERO;
    private int commands;
    private World world = World.at(BEGIN);
    private Options options = Options.NONE;
    private Budget budget = Budget.DEFAULT;

    Harness(Cast cast, long seed) {
        this.cast = cast;
        this.random = new Random(seed);
    }

    Harness(Cast cast) {
        this(cast, 1);
    }

    Harness options(Options wanted) {
        options = wanted;
        return this;
    }

    Harness budget(Budget most) {
        budget = most;
        return this;
    }

    Harness start() {
        accept(new Command.Start("run-1", "Compare them.", options, budget, cast.pins()));
        return this;
    }

    /** Starts, and performs what is owed until the run ends or waits for a human. */
    Harness play() {
        start();
        return goOn();
    }

    /** Performs what is owed until nothing can be performed. */
    Harness goOn() {
        return goOnUntil(_ -> false);
    }

    /** Performs what is owed until nothing can be performed or {@code stop} holds. */
    Harness goOnUntil(Predicate<RunState> stop) {
        for (int i = 0; i < 20_000; i++) {
            if (stop.test(state)) return this;
            List<RunState.Debt> open = performable();
            if (open.isEmpty() && sleep()) continue;
            if (open.isEmpty()) return this;
            perform(open.get(random.nextInt(open.size())));
        }
        throw new AssertionError("no end in sight after 20,000 commands; the run is " + state.status());
    }

    /** Lets time pass until the first agent may be asked again; tells whether one waits for that. */
    boolean sleep() {
        Optional<Instant> at = state.owed().values().stream()
                .flatMap(d -> d.effect() instanceof Effect.Retry r ? Stream.of(r.at()) : Stream.of())
                .min(Comparator.naturalOrder());
        at.filter(t -> t.isAfter(world.now())).ifPresent(t -> pass(Duration.between(world.now(), t)));
        return at.isPresent();
    }

    /** Returns what the engine could do now, in order. */
    List<RunState.Debt> performable() {
        return state.owed().values().stream()
                .filter(d -> !(d.effect() instanceof Effect.Wake))
                .filter(d -> !(d.effect() instanceof Effect.Retry r) || !r.at().isAfter(world.now()))
                .filter(d -> !state.held(d))
                .filter(d -> !unresolved(d.effect().id()))
                .toList();
    }

    private boolean unresolved(String effect) {
        return state.questions().values().stream()
                .anyMatch(q -> q.kind() == Question.Kind.OUTCOME && q.about().equals(effect));
    }

    /** Performs one effect; a call that cannot be repeated takes two steps, its start and its answer. */
    Command perform(RunState.Debt debt) {
        Command command = performInSecret(debt);
        unsaid.remove(debt.effect().id());
        accept(command);
        return command;
    }

    /** Does what {@code debt} asks for without telling the run; {@link #perform} tells it later, a crash never does. */
    Command performInSecret(RunState.Debt debt) {
        String id = debt.effect().id();
        boolean begins =
                debt.effect() instanceof Effect.UseTool use && !use.effect().repeatable() && !debt.started();
        return begins ? new Command.ToolStarted(id) : unsaid.computeIfAbsent(id, _ -> answer(debt));
    }

    private Command answer(RunState.Debt debt) {
        return switch (debt.effect()) {
            case Effect.Assemble a -> new Command.Assembled(a.id(), Hash.of(a.id()), 100, List.of());
            case Effect.Think t -> reply(t, debt.terms());
            case Effect.UseTool u -> {
                Outcome outcome = cast.outcome(u);
                if (!(outcome instanceof Outcome.NotDone)) performed.merge(u.key(), 1, Integer::sum);
                yield new Command.ToolAnswered(u.id(), outcome);
            }
            case Effect.Deliver d -> new Command.Delivered(d.id(), List.of("report.md"));
            case Effect.Propose p -> new Command.Proposed(p.id(), List.of("m1"));
            case Effect.Wake w -> new Command.Woke(w.id());
            case Effect.Retry r -> new Command.Woke(r.id());
        };
    }

    private Command reply(Effect.Think think, Terms terms) {
        StepState step = state.graph().get(think.step());
        return switch (cast.line(new Cast.Cue(state, step, think))) {
            case Line.Says says ->
                new Command.Replied(
                        think.id(),
                        says.turn(),
                        used(says.usage(), think, terms),
                        0,
                        Label.tool("step:" + think.step()),
                        Optional.empty());
            case Line.Breaks breaks ->
                new Command.ReplyFailed(
                        think.id(),
                        breaks.kind(),
                        breaks.why(),
                        used(breaks.usage(), think, terms),
                        breaks.again(),
                        Optional.empty());
        };
    }

    private Optional<Amount> used(Cast.Usage usage, Effect.Think think, Terms terms) {
        Amount most = terms.reserved();
        return switch (usage) {
            case TRUE ->
                Optional.of(new Amount(Math.min(think.tokens() + 50, most.tokens()), most.costMicros() / 2, 1));
            case UNKNOWN -> Optional.empty();
            case EXCESSIVE -> Optional.of(new Amount(most.tokens() + 5_000, most.costMicros() + 700, 1));
        };
    }

    /** Submits a command that must be accepted; returns its events. */
    List<Event> accept(Command command) {
        Decision decision = submit(command);
        assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
        return decision instanceof Decision.Accepted a ? a.events() : List.of();
    }

    /** Submits a command that must be refused and change nothing; returns the reason. */
    String refuse(Command command) {
        RunState before = state;
        Decision decision = submit(command);
        assertThat(decision).as("%s", command).isInstanceOf(Decision.Rejected.class);
        assertThat(state).isEqualTo(before);
        return decision instanceof Decision.Rejected r ? r.reason() : "";
    }

    Decision submit(Command command) {
        Decision decision = decider.decide(state, command, world);
        if (decision instanceof Decision.Accepted accepted) {
            commands++;
            for (Event event : accepted.events()) {
                excess = excess.plus(excess(event));
                state = decider.evolve(state, event);
            }
            events.addAll(accepted.events());
            StateChecks.check(state, excess);
        }
        return decision;
    }

    /** Returns by how much an agent says to have used more than was reserved for it. */
    private Amount excess(Event event) {
        return switch (event) {
            case Event.TurnTaken e -> excess(e.effect(), e.used());
            case Event.TurnFailed e -> excess(e.effect(), e.used());
            default -> Amount.ZERO;
        };
    }

    private Amount excess(String effect, Amount used) {
        RunState.Debt debt = state.owed().get(effect);
        return debt == null ? Amount.ZERO : used.minus(debt.terms().reserved()).notNegative();
    }

    /** Loses the process: only the events remain, and another process takes over. */
    void crash() {
        unsaid.clear();
        state = replayed();
        if (!state.ended()) accept(new Command.Recover());
    }

    /** Folds all events anew. */
    RunState replayed() {
        RunState anew = RunState.NONE;
        for (Event event : events) anew = decider.evolve(anew, event);
        return anew;
    }

    void pass(Duration time) {
        world = new World(world.now().plus(time), world.health(), world.denied());
    }

    void health(Map<String, World.Health> health) {
        world = new World(world.now(), health, world.denied());
    }

    void denied(Set<String> names) {
        world = new World(world.now(), world.health(), names);
    }

    /** Returns the only question that is open. */
    Question question() {
        assertThat(state.questions()).hasSize(1);
        return state.questions().values().iterator().next();
    }

    RunState state() {
        return state;
    }

    /** Returns how many commands were accepted. */
    int commands() {
        return commands;
    }

    World world() {
        return world;
    }

    List<Event> events() {
        return events;
    }

    /** Returns how often each tool call was really made, by key. */
    Map<String, Integer> performed() {
        return performed;
    }

    /** Tells whether the call that an outcome question is about was really made: what an honest human would say. */
    boolean happened(Question question) {
        RunState.Debt debt = state.owed().get(question.about());
        return debt != null && debt.effect() instanceof Effect.UseTool use && performed.containsKey(use.key());
    }

    /** Returns the events of one kind. */
    <E extends Event> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    StepState.Phase phase(String step) {
        return state.graph().get(step).phase();
    }

    Optional<RunState.Ending> ending() {
        return state.progress().ending();
    }

    /** Asserts that the run ended so, and that its whole history is in order. */
    Harness ended(RunStatus status) {
        assertThat(state.status()).as("%s", ending()).isEqualTo(status);
        audit();
        return this;
    }

    void audit() {
        assertThat(replayed()).isEqualTo(state);
        new Auditor(cast.pins().ladder()).audit(events);
    }

    /** Returns the ids of the steps that were completed, in order. */
    List<String> completed() {
        return events(Event.StepCompleted.class).stream()
                .map(Event.StepCompleted::step)
                .toList();
    }

    Json planInForce() {
        return state.progress().plan().orElseThrow().toJson();
    }
}
