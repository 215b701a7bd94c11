package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A run whose models do not manage ends with a report all the same: stand-ins do the work, and stand-ins review it. */
class StandInTest {
    private static final Cast.Actor BROKEN = _ -> Cast.breaks(FailureKind.INVALID);

    @Test
    void aWriterWhoseReviewAlwaysFailsIsStoodInForAndTheReportIsDelivered() {
        var cast = models(Scripts.survey("acme")).model("qa", Capability.QA, _ -> Cast.verdict(false), passing());

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(routed(run, "write")).containsExactly("writer", "writer", "writer-native");
        assertThat(routed(run, "write#qa3")).containsExactly("qa-native");
        assertThat(candidate(run, "write#qa3", "qa-native").why())
                .isEqualTo("native stand-in, first because a stand-in did the work, learned 0.00");
        assertThat(candidate(run, "write#qa1", "qa-native").why()).isEqualTo("native stand-in, learned 0.00");
    }

    @Test
    void aRunOfModelsThatNeverManageEndsWithAReport() {
        var cast = new Cast()
                .model("planner", Capability.PLAN, BROKEN, _ -> Cast.done(Scripts.survey("acme", "beta")))
                .model("research", Capability.RESEARCH, BROKEN, _ -> Cast.done(Scripts.goal()))
                .model("qa", Capability.QA, BROKEN, passing())
                .model("writer", Capability.WRITE, BROKEN, _ -> Cast.done(Scripts.goal()))
                .model("memory", Capability.MEMORY, BROKEN, _ -> Cast.done(Scripts.goal()));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(run.completed()).contains("plan", "research/acme", "research/beta", "write", "memory");
    }

    @Test
    void aPlanThatAModelCannotSeeIsForTheStandInToJudge() {
        var cast = models(Scripts.survey("acme"))
                .model(
                        "planner",
                        Capability.PLAN,
                        _ -> Cast.done(Json.object().with("unplannable", "No.")),
                        _ -> Cast.done(Json.object().with("unplannable", "Really not.")));

        var run = new Harness(cast).play().ended(RunStatus.FAILED);

        assertThat(routed(run, "plan")).containsExactly("planner", "planner", "planner-native");
        assertThat(run.ending().orElseThrow().reason()).isEqualTo("Really not.");
    }

    @Test
    void whatWasLearnedOfAStandInPutsItBeforeNobody() {
        var cast = models(Scripts.survey("acme")).learned(Map.of("research/research-native", 9.0));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(routed(run, "research/acme")).containsExactly("research");
    }

    @Test
    void aStandInHasATryOfItsOwnAfterAllOthersAreUsedUp() {
        var cast = models(Scripts.survey("acme"))
                .model("research", Capability.RESEARCH, BROKEN, _ -> Cast.done(Scripts.goal()))
                .model("second", Capability.RESEARCH, BROKEN, BROKEN)
                .ladder(new Pins.Ladder(2, 3, 0, 8));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(routed(run, "research/acme"))
                .containsExactly("research", "research", "second", "second-native", "research-native");
    }

    @Test
    void anOpenBreakerSendsTheWorkToTheStandIn() {
        var run = new Harness(models(Scripts.survey("acme")));
        run.health(Map.of("writer", new World.Health(0, true, "down")));

        run.play().ended(RunStatus.DONE);

        assertThat(routed(run, "write")).containsExactly("writer-native");
    }

    @Test
    void whenTheCostIsSpentStandInsFinish() {
        var run = new Harness(models(Scripts.survey("acme", "beta")))
                .budget(new Budget(
                        new Amount(20_000_000, 60_000, 2_000),
                        Duration.ofDays(1).toMillis()))
                .play()
                .ended(RunStatus.DONE);

        assertThat(run.state().ledger().spent().costMicros()).isPositive().isLessThanOrEqualTo(60_000);
        assertThat(run.events(Event.BudgetRefused.class)).isNotEmpty();
        assertThat(routed(run, "research/acme")).containsExactly("research", "research-native");
        assertThat(routed(run, "write")).as("a share is set aside for it").containsExactly("writer");
        assertThat(routed(run, "write#qa1")).containsExactly("qa", "qa-native");
    }

    @Test
    void modelsLeaveTimeForTheirStandIns() {
        var run = new Harness(models(Scripts.survey("acme", "beta")))
                .budget(new Budget(Budget.DEFAULT.cap(), Duration.ofMinutes(4).toMillis()))
                .start()
                .goOnUntil(s -> s.graph().step("research/acme").isPresent());
        run.pass(Duration.ofMinutes(3).plusSeconds(45));

        run.goOn().ended(RunStatus.DONE);

        assertThat(routed(run, "write")).containsExactly("writer", "writer-native");
        assertThat(run.events(Event.BudgetRefused.class).getFirst().why())
                .contains("but for the 60.0 s of the stand-ins");
    }

    @Test
    void whateverModelsDoTheRunEndsWithAReportWhileTheirStandInsDoWell() {
        for (int seed = 1; seed <= 500; seed++) {
            var random = new Random(seed);
            var cost = new Amount(20_000_000, random.nextInt(400_000), 2_000);
            var run = new Harness(new Improvised(random).stoodInFor(), seed)
                    .budget(new Budget(cost, Duration.ofHours(1).toMillis()))
                    .play();
            while (!run.state().ended()) {
                Question question = run.state().questions().values().iterator().next();
                Command answer = question.kind() == Question.Kind.QUESTION
                        ? new Command.Answer(question.id(), "These.")
                        : new Command.Approve(question.id(), "");
                run.accept(answer);
                run.goOn();
            }

            assertThat(run.state().status())
                    .as("seed %d: %s", seed, run.ending())
                    .isIn(RunStatus.DONE, RunStatus.GAPS);
            run.audit();
        }
    }

    private static Cast models(Json plan) {
        return new Cast()
                .model("planner", Capability.PLAN, _ -> Cast.done(plan), _ -> Cast.done(plan))
                .model("research", Capability.RESEARCH, _ -> Cast.done(Scripts.goal()), _ -> Cast.done(Scripts.goal()))
                .model("qa", Capability.QA, passing(), passing())
                .agent("keeper", Capability.MEMORY, _ -> Cast.done(Scripts.goal()))
                .model("writer", Capability.WRITE, _ -> Cast.done(Scripts.goal()), _ -> Cast.done(Scripts.goal()));
    }

    private static Cast.Actor passing() {
        return _ -> Cast.verdict(true);
    }

    private static List<String> routed(Harness run, String step) {
        var agents = new ArrayList<String>();
        for (Event.StepRouted e : run.events(Event.StepRouted.class))
            if (e.step().equals(step)) agents.add(e.agent());
        return agents;
    }

    private static Router.Candidate candidate(Harness run, String step, String agent) {
        return run.events(Event.StepRouted.class).stream()
                .filter(e -> e.step().equals(step))
                .flatMap(e -> e.candidates().stream())
                .filter(c -> c.agent().equals(agent))
                .findFirst()
                .orElseThrow();
    }
}
