package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The recovery ladder: retry with the critique, another agent, another plan, a gap. Each rung is bounded. */
class LadderTest {
    @Test
    void whatQaRejectsIsRetriedWithTheCritiqueThenByAnotherAgentThenReplannedAround() {
        var run = new Harness(rejecting("research/beta", Scripts.survey("acme", "beta", "gamma"))).play();

        run.ended(RunStatus.GAPS);
        assertThat(routed(run, "research/beta")).containsExactly("finder-a", "finder-a", "finder-b", "finder-b");
        assertThat(run.state().graph().get("research/beta").failures())
                .extracting(StepState.Failure::critique)
                .containsOnly("too thin");
        assertThat(run.completed()).doesNotHaveDuplicates().contains("research/acme", "research/gamma", "write");
        assertThat(run.ending().orElseThrow().reason()).contains("research/beta");
    }

    @Test
    void aCritiqueOfAnyLengthIsToldOnInPart() {
        var cast = Cast.playing(Scripts.survey("acme", "beta"))
                .agent(
                        "judge",
                        Capability.QA,
                        cue -> Cast.done(Json.object().with("critique", Json.texts(List.of("x".repeat(100_000))))));

        var run = new Harness(cast).play();

        assertThat(run.events(Event.AttemptFailed.class))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.critique()).hasSizeLessThanOrEqualTo(StepEndings.WHY_MAX + 1));
        assertThat(run.ending().orElseThrow().reason()).hasSizeLessThan(100_000);
    }

    @Test
    void aRetryThatPassesIsNoFailureOfTheStep() {
        var cast = Cast.playing(Scripts.survey("acme", "beta"))
                .agent(
                        "judge",
                        Capability.QA,
                        cue -> Cast.verdict(!cue.step().id().equals("research/acme#qa1")));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(routed(run, "research/acme")).containsExactly("finder-a", "finder-a");
    }

    @Test
    void allStuckStepsAreReplannedAtOnceWhenTheRestIsQuiet() {
        var replans = new ArrayList<Json>();
        Json.Obj plan = Scripts.survey("acme", "beta", "gamma");
        var cast = rejecting("research/acme research/gamma", plan).agent("planner", Capability.PLAN, cue -> {
            Json request = cue.input("request").orElseThrow();
            if (!request.flag("replan")) return Cast.done(plan);
            replans.add(request);
            return Cast.done(Scripts.withGap(Scripts.survey("beta"), "research/acme"));
        });

        var run = new Harness(cast).play().ended(RunStatus.GAPS);

        assertThat(replans).hasSize(1);
        assertThat(replans.getFirst().list("failed"))
                .extracting(f -> f.text("step"))
                .containsExactly("research/acme", "research/gamma");
        assertThat(replans.getFirst().textList("done"))
                .contains("research/beta")
                .doesNotContain("write");
        assertThat(run.completed()).doesNotHaveDuplicates().contains("write");
        assertThat(run.state().progress().gaps())
                .extracting(g -> g.step())
                .containsExactlyInAnyOrder("research/acme", "research/gamma");
    }

    @Test
    void aNewPlanThatHoldsTheFailedStepUnchangedIsSeenAsALoop() {
        var run = new Harness(rejecting("research/acme", Scripts.survey("acme", "beta"))).play();

        run.ended(RunStatus.GAPS);
        assertThat(run.events(Event.LoopDetected.class))
                .extracting(Event.LoopDetected::detector)
                .containsExactly("same-plan");
        assertThat(routed(run, "research/acme")).hasSize(4);
    }

    @Test
    void aSubjectWithAnotherValueIsTriedAgainUnderItsKey() {
        Json.Obj other = Scripts.research()
                .with(
                        "forEach",
                        Json.object()
                                .with(
                                        "over",
                                        Scripts.value(Json.of(List.of(Json.object()
                                                .with("key", "acme")
                                                .with("name", "Acme Ltd")))))
                                .with("as", "subject"));
        Json.Obj plan = Scripts.survey("acme");
        Json.Obj second = plan.with(
                "steps",
                Json.of(List.of(
                        other, plan.list("steps").get(1), plan.list("steps").get(2))));
        var cast = Cast.playing(plan)
                .agent(
                        "planner",
                        Capability.PLAN,
                        cue -> Cast.done(cue.step().id().equals("plan") ? plan : second))
                .agent(
                        "judge",
                        Capability.QA,
                        cue -> Cast.verdict(cue.input("subject")
                                .map(s -> s.text("name").equals("Acme Ltd"))
                                .orElse(true)));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(run.completed()).contains("research/acme");
        assertThat(run.state().graph().get("research/acme").attempts()).isEqualTo(5);
    }

    @Test
    void replansAreBounded() {
        var cast = rejecting("research", Scripts.survey("acme"));
        cast.agent(
                "planner",
                Capability.PLAN,
                cue -> Cast.done(Scripts.survey(
                        "acme", "s" + cue.step().id().length(), cue.step().id())));

        var run = new Harness(cast).play();

        assertThat(run.events(Event.PlanAccepted.class)).hasSize(3);
        assertThat(run.state().status()).isEqualTo(RunStatus.GAPS);
        run.audit();
    }

    @Test
    void aPlannerThatKeepsGivingBadPlansEndsTheRunWithTheErrors() {
        Json.Obj cyclic = Scripts.plan(
                Scripts.step("a", "research").with("after", Json.texts(List.of("b"))),
                Scripts.step("b", "research").with("after", Json.texts(List.of("a"))),
                Scripts.step("write", "write").with("after", Json.texts(List.of("b"))));

        var run = new Harness(Cast.playing(cyclic)).play();

        run.ended(RunStatus.FAILED);
        assertThat(run.events(Event.PlanRejected.class)).hasSize(2);
        assertThat(run.ending().orElseThrow().reason()).contains("a: waits for itself, a after b after a");
    }

    @Test
    void aGoalThatCannotBePlannedSaysWhy() {
        var run = new Harness(Cast.playing(Json.object().with("unplannable", "I plan comparisons only."))).play();

        run.ended(RunStatus.FAILED);
        assertThat(run.ending().orElseThrow().reason()).isEqualTo("I plan comparisons only.");
    }

    @Test
    void aBetterPlanThatCannotBeHadLeavesTheGap() {
        Json.Obj plan = Scripts.survey("acme", "beta");
        var cast = rejecting("research/acme", plan)
                .agent(
                        "planner",
                        Capability.PLAN,
                        cue -> cue.step().id().equals("plan") ? Cast.done(plan) : Cast.breaks(FailureKind.ERROR));

        var run = new Harness(cast).play().ended(RunStatus.GAPS);

        assertThat(run.state().progress().gaps()).extracting(g -> g.step()).containsExactly("research/acme");
    }

    @Test
    void aWriterThatAlwaysFailsEndsTheRunWithoutAReport() {
        var cast = Cast.playing(Scripts.survey("acme"))
                .agent("writer", Capability.WRITE, _ -> Cast.breaks(FailureKind.INVALID));

        var run = new Harness(cast).play();

        run.ended(RunStatus.FAILED);
        assertThat(run.ending().orElseThrow().reason()).startsWith("write: ").contains("broke: invalid");
    }

    @Test
    void aReviewerThatBreaksIsNoPass() {
        var cast = Cast.playing(Scripts.survey("acme"))
                .agent("judge", Capability.QA, _ -> Cast.breaks(FailureKind.ERROR))
                .ladder(new Pins.Ladder(1, 2, 0, 8));

        var run = new Harness(cast).play().ended(RunStatus.FAILED);

        assertThat(run.completed()).doesNotContain("research/acme", "write");
        assertThat(run.ending().orElseThrow().reason()).contains("no verdict could be had");
    }

    @Test
    void whatIsNotRememberedIsNoGap() {
        var cast = Cast.playing(Scripts.survey("acme"))
                .agent("keeper", Capability.MEMORY, _ -> Cast.breaks(FailureKind.ERROR));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(run.phase("memory")).isEqualTo(StepState.Phase.ABANDONED);
    }

    @Test
    void anAgentWhoseBreakerIsOpenIsPassedOverAndTheEventSaysWhy() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")));
        run.health(Map.of("finder-a", new World.Health(0, true, "5 of 5 turns failed")));

        run.play().ended(RunStatus.DONE);

        Event.StepRouted routed = run.events(Event.StepRouted.class).stream()
                .filter(e -> e.step().equals("research/acme"))
                .findFirst()
                .orElseThrow();
        assertThat(routed.agent()).isEqualTo("finder-b");
        assertThat(routed.candidates().getFirst().why()).isEqualTo("breaker open: 5 of 5 turns failed");
    }

    @Test
    void anAgentThatIsSwitchedOffAfterItWasRoutedDoesNotThink() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")))
                .start()
                .goOnUntil(s -> s.graph()
                        .step("research/acme")
                        .map(x -> x.attempts() == 1)
                        .orElse(false));
        run.denied(Set.of("finder-a"));

        run.goOn().ended(RunStatus.DONE);

        assertThat(routed(run, "research/acme")).containsExactly("finder-a", "finder-b");
    }

    @Test
    void aCapabilityThatNobodyHasIsSaid() {
        var run = new Harness(new Cast()).play();

        run.ended(RunStatus.FAILED);
        assertThat(run.ending().orElseThrow().reason()).isEqualTo("no agent has the capability plan");
    }

    /** Returns a cast whose reviewer rejects all results of the steps that {@code steps} names. */
    static Cast rejecting(String steps, Json plan) {
        return Cast.playing(plan).agent("judge", Capability.QA, cue -> {
            String reviewed = cue.step().origin().reviewOf().orElseThrow();
            return Cast.verdict(!List.of(steps.split(" ")).contains(reviewed) && !reviewed.startsWith(steps + "/"));
        });
    }

    private static List<String> routed(Harness run, String step) {
        return run.events(Event.StepRouted.class).stream()
                .filter(e -> e.step().equals(step))
                .map(Event.StepRouted::agent)
                .toList();
    }
}
