package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * One run in which everything goes wrong that can: one seed drives the order of answers, what agents and tools do, what
 * humans say, and when the process dies.
 */
final class Simulation {
    private static final int ACTIONS_MAX = 5_000;

    private final Random random;
    private final Improvised improvised;
    private final Harness run;
    private final boolean humanIsThere;
    private final List<Command> said = new ArrayList<>();

    Simulation(int seed) {
        random = new Random(seed);
        improvised = new Improvised(random);
        run = new Harness(improvised.cast(), seed)
                .options(new Options(false, chance(20), List.of(), chance(50) ? "out" : ""))
                .budget(budget());
        humanIsThere = chance(90);
    }

    private Budget budget() {
        var small = new Amount(
                1_000 + random.nextInt(400_000), chance(50) ? 0 : random.nextInt(400_000), 1 + random.nextInt(40));
        return chance(30) ? new Budget(small, Duration.ofDays(20).toMillis()) : Budget.DEFAULT;
    }

    List<Event> run() {
        run.start();
        for (int i = 0; !run.state().ended(); i++) {
            assertThat(i).as("actions").isLessThan(ACTIONS_MAX);
            if (run.performable().isEmpty() && run.sleep()) continue;
            if (run.performable().isEmpty() && !humanIsThere) break;
            if (run.performable().isEmpty() || chance(10)) human();
            else if (chance(12)) accident();
            else work();
        }
        if (run.state().ended()) afterwards();
        run.audit();
        assertThat(repeated()).as("calls that cannot be repeated and were").isEmpty();
        return run.events();
    }

    private void work() {
        List<RunState.Debt> open = run.performable();
        RunState.Debt debt = open.get(random.nextInt(open.size()));
        if (chance(5)) {
            run.performInSecret(debt);
            run.crash();
        } else {
            said.add(run.perform(debt));
        }
    }

    private void human() {
        List<Question> open = new ArrayList<>(run.state().questions().values());
        if (open.isEmpty() || chance(10)) {
            run.refuse(new Command.Answer("q999", "hello"));
            return;
        }
        Question question = open.get(random.nextInt(open.size()));
        String id = question.id();
        if (chance(10)) run.pass(Duration.ofDays(8));
        switch (question.kind()) {
            case QUESTION -> run.accept(new Command.Answer(id, "These."));
            case OUTCOME -> run.accept(run.happened(question) ? new Command.Approve(id, "") : new Command.Deny(id, ""));
            case APPROVAL, PLAN -> {
                if (chance(20)) run.submit(new Command.Approve(id, "0".repeat(64)));
                else if (chance(70)) run.accept(new Command.Approve(id, chance(50) ? question.hash() : ""));
                else run.accept(new Command.Deny(id, "I'd rather not."));
            }
        }
    }

    private void accident() {
        switch (random.nextInt(12)) {
            case 0, 1 -> run.crash();
            case 2 -> {
                boolean already = run.state().progress().cancelling().isPresent();
                if (already) run.refuse(new Command.Cancel("Enough."));
                else if (chance(15)) run.accept(new Command.Cancel("Enough."));
            }
            case 3, 4 -> revise();
            case 5 -> run.pass(Duration.ofHours(random.nextInt(48)));
            case 6 -> run.health(Map.of("finder-a", new World.Health(0, chance(50), "it fails")));
            case 7 -> run.denied(chance(30) ? Set.of("finder-b", "look") : Set.of());
            case 8, 9 -> timers();
            default -> {
                if (!said.isEmpty()) run.refuse(said.get(random.nextInt(said.size())));
            }
        }
    }

    private void revise() {
        int revision = run.state().progress().revision();
        Json plan = run.state().progress().plan().map(improvised::revised).orElseGet(improvised::fresh);
        if (chance(80)) run.refuse(new Command.ProposePlan(revision + 1, plan, "human"));
        else run.submit(new Command.ProposePlan(revision, plan, "human"));
    }

    private void timers() {
        for (RunState.Debt debt : List.copyOf(run.state().owed().values())) {
            if (debt.effect() instanceof Effect.Retry r && run.world().now().isBefore(r.at())) {
                run.refuse(new Command.Woke(r.id()));
            }
            if (debt.effect() instanceof Effect.Wake w && run.state().owed().containsKey(w.id())) {
                if (run.world().now().isBefore(w.at())) run.refuse(new Command.Woke(w.id()));
                else run.accept(new Command.Woke(w.id()));
            }
        }
    }

    private void afterwards() {
        run.refuse(new Command.Cancel("Enough."));
        run.refuse(new Command.Recover());
        run.refuse(new Command.ProposePlan(run.state().progress().revision(), improvised.fresh(), "human"));
        for (Command command : said) run.refuse(command);
        run.accept(new Command.GiveFeedback(Json.object().with("rating", 4)));
    }

    private Map<String, Integer> repeated() {
        var repeated = new HashMap<>(run.performed());
        var careful = new HashMap<String, Integer>();
        for (Event.Requested e : run.events(Event.Requested.class)) {
            if (e.effect() instanceof Effect.UseTool use && !use.effect().repeatable()) {
                int times = repeated.getOrDefault(use.key(), 0);
                if (times > 1) careful.put(use.key(), times);
            }
        }
        return careful;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
