package dev.orrery.testing.sim;

import dev.orrery.journal.Recorded;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Question;
import dev.orrery.kernel.RunState;
import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import dev.orrery.testing.audit.Outside;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A human who answers in time, late, twice, for the wrong thing, or never; who replaces plans, cancels, and judges what
 * came of it. What became of a call is found out and told truly. For one thread.
 */
final class SimulatedHuman {
    private static final int TRIES = 5;

    private final SimulatedProcess.World world;
    private final Outside outside;
    private final Door door;
    private final Set<String> seen = new HashSet<>();
    private final boolean gone;

    /** How a human reaches the run. */
    interface Door {
        /** Tells the run something; empty when nobody knows whether it was heard. */
        Optional<Decision> tell(Command command);

        /** Returns what the run shows. */
        Optional<RunState> look();
    }

    SimulatedHuman(SimulatedProcess.World world, Outside outside, Door door) {
        this.world = world;
        this.outside = outside;
        this.door = door;
        this.gone = chance(world.mishaps().human() / 4);
    }

    private boolean chance(int percent) {
        return world.chance().percent(percent);
    }

    /** Sees an event go by; a question is answered some time later. */
    void sees(Recorded event) {
        boolean asked = event.event().type().equals("human.asked");
        String id = event.event().body().text("id");
        if (!asked || gone || !seen.add(id)) return;
        if (chance(world.mishaps().human() / 8)) return;
        boolean late = chance(world.mishaps().human());
        world.timeline()
                .in(
                        late ? Duration.ofHours(1) : Duration.ofMillis(10),
                        late ? Duration.ofDays(12) : Duration.ofHours(1),
                        () -> answer(id, TRIES));
    }

    private void answer(String id, int triesLeft) {
        Optional<Question> question = door.look().map(s -> s.questions().get(id));
        if (question.isEmpty()) {
            // It was closed meanwhile; a human who does not know speaks all the same.
            say(new Command.Approve(id, ""), id, "approve");
            return;
        }
        if (chance(world.mishaps().human() / 4)) {
            door.tell(new Command.Approve(id, "0".repeat(64)));
            door.tell(new Command.Answer("q999", "hello"));
        }
        boolean heard = said(question.get());
        if (!heard && triesLeft > 0) {
            world.timeline().in(Duration.ofSeconds(1), Duration.ofHours(2), () -> answer(id, triesLeft - 1));
        } else if (chance(world.mishaps().human())) {
            world.timeline().in(Duration.ZERO, Duration.ofDays(1), () -> said(question.get()));
        }
    }

    /** Answers as the question wants it; returns whether there was an answer to it at all. */
    private boolean said(Question question) {
        String id = question.id();
        return switch (question.kind()) {
            case QUESTION -> say(new Command.Answer(id, "Take the first."), id, "answer");
            case OUTCOME -> happened(question) ? approve(question) : deny(question);
            case APPROVAL -> chance(15) ? edit(question) : chance(75) ? approve(question) : deny(question);
            case PLAN -> chance(75) ? approve(question) : deny(question);
        };
    }

    private boolean approve(Question question) {
        return say(new Command.Approve(question.id(), chance(50) ? question.hash() : ""), question.id(), "approve");
    }

    private boolean edit(Question question) {
        Json arguments = Json.object().with("about", chance(50) ? "acme" : "gamma");
        return say(new Command.ApproveEdited(question.id(), "", arguments), question.id(), "edit");
    }

    private boolean deny(Question question) {
        return say(new Command.Deny(question.id(), "I'd rather not."), question.id(), "deny");
    }

    private boolean happened(Question question) {
        return door.look()
                .map(s -> s.owed().get(question.about()))
                .flatMap(d -> d.effect() instanceof Effect.UseTool use ? Optional.of(use.key()) : Optional.empty())
                .flatMap(outside::happened)
                .orElse(false);
    }

    private boolean say(Command command, String question, String word) {
        Optional<Decision> heard = door.tell(command);
        if (heard.isPresent() && heard.get() instanceof Decision.Accepted) {
            outside.say(new Outside.Said(question, word, world.timeline().now()));
        }
        return heard.isPresent();
    }

    /** Does on a whim what nobody asked for. */
    void acts(Optional<Function<Optional<Plan>, Json>> plans) {
        if (gone) return;
        Optional<RunState> state = door.look();
        if (state.isEmpty()) return;
        if (plans.isPresent() && chance(75)) {
            int revision = state.get().progress().revision();
            Json plan = plans.get().apply(state.get().progress().plan());
            door.tell(new Command.ProposePlan(chance(20) ? revision + 1 : revision, plan, "human"));
        } else {
            door.tell(new Command.Cancel("Enough."));
        }
    }

    /** Speaks to a run that is over: most of it comes too late, and a judgement never does. */
    void afterwards() {
        switch (world.chance().below(3)) {
            case 0 -> door.tell(new Command.Cancel("Enough."));
            case 1 -> door.tell(new Command.Recover());
            default -> door.look().ifPresent(this::saysAgain);
        }
        door.tell(new Command.GiveFeedback(Json.object().with("rating", 4)));
    }

    private void saysAgain(RunState state) {
        seen.stream()
                .sorted()
                .filter(id -> !state.questions().containsKey(id))
                .findFirst()
                .ifPresent(id -> say(new Command.Deny(id, "No."), id, "deny"));
    }
}
