package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.StepState.Phase;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One door for plans: what is unchanged survives a revision, finished or running; the rest is dropped. */
class RevisionTest {
    @Test
    void aPlanThatRestsOnAnOldOneIsRefused() {
        var run = new Harness(Cast.playing(Scripts.survey("acme"))).start().goOnUntil(RevisionTest::planned);

        assertThat(run.refuse(new Command.ProposePlan(0, Scripts.survey("beta"), "human")))
                .contains("revision 1, not 0");
        run.refuse(new Command.ProposePlan(2, Scripts.survey("beta"), "human"));
        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void aPlanThatDoesNotCompileIsRefusedWithTheErrors() {
        var run = new Harness(Cast.playing(Scripts.survey("acme"))).start().goOnUntil(RevisionTest::planned);

        assertThat(run.refuse(new Command.ProposePlan(1, Json.object(), "human")))
                .contains("at least one step");
        assertThat(run.refuse(new Command.ProposePlan(1, Scripts.survey("acme").with("deliver", "nowhere"), "human")))
                .contains("\"nowhere\" is no step");
    }

    @Test
    void unchangedStepsGoOnOthersAreDroppedNewOnesAreAdded() {
        var run = new Harness(Cast.playing(Scripts.survey("acme", "beta")))
                .start()
                .goOnUntil(s -> phase(s, "research/acme") == Phase.DONE);
        int attempts = run.state().graph().get("research/beta").attempts();

        run.accept(new Command.ProposePlan(1, Scripts.survey("acme", "gamma"), "human"));

        assertThat(run.phase("research/acme")).isEqualTo(Phase.DONE);
        assertThat(run.phase("research/beta")).isEqualTo(Phase.ABANDONED);
        assertThat(run.phase("research/gamma")).isNotEqualTo(Phase.ABANDONED);
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.state().graph().get("research/acme").attempts()).isEqualTo(1);
        assertThat(run.state().graph().get("research/beta").attempts()).isEqualTo(attempts);
        assertThat(run.completed()).doesNotHaveDuplicates();
    }

    @Test
    void aRunningStepWhoseDefinitionChangedBeginsAgain() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")))
                .start()
                .goOnUntil(s -> phase(s, "research/acme") == Phase.RUNNING);
        List<String> owed = List.copyOf(run.state().owed().keySet());

        run.accept(new Command.ProposePlan(1, changed(Scripts.survey("acme"), "research"), "human"));

        assertThat(run.state().owed().keySet()).doesNotContainAnyElementsOf(owed);
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.state().graph().get("research/acme").attempts()).isEqualTo(2);
    }

    @Test
    void aFinishedReportIsWrittenAgainWhenItsInputsGrow() {
        var seen = new ArrayList<Integer>();
        Json.Obj plan = Scripts.survey("acme");
        var cast = Cast.playing(plan)
                .agent("writer", Capability.WRITE, cue -> {
                    seen.add(cue.input("research").orElseThrow().items().size());
                    return Cast.done(Json.object());
                })
                .agent("keeper", Capability.MEMORY, _ -> Cast.asks("Shall I?"));
        var run = new Harness(cast).play();
        assertThat(run.phase("write")).isEqualTo(Phase.DONE);

        run.accept(new Command.ProposePlan(1, Scripts.survey("acme", "beta"), "human"));
        assertThat(run.state().questions()).as("the dropped step's question").isEmpty();
        run.goOn();

        assertThat(run.state().graph().get("research/acme").attempts()).isEqualTo(1);
        assertThat(seen).containsExactly(1, 2);
        run.refuse(new Command.Answer("q1", "yes"));
        run.accept(new Command.Answer("q2", "yes"));
    }

    @Test
    void aStepThatIsBegunAgainIsNotTakenForDoneByWhatNeedsIt() {
        // "write" stands before "research" here, so that it is looked at first.
        Json.Obj plan = Scripts.survey("acme");
        List<Json> steps = plan.list("steps");
        Json.Obj turned = plan.with("steps", Json.of(List.of(steps.get(2), steps.get(1), steps.get(0))));
        var run = new Harness(Cast.playing(turned)).start().goOnUntil(s -> phase(s, "write") == Phase.DONE);

        run.accept(new Command.ProposePlan(1, changed(turned, "research"), "human"));

        assertThat(run.phase("write")).isEqualTo(Phase.WAITING);
        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void aGapThatTheNewPlanTakesUpAgainIsNoGapAnyMore() {
        var run = new Harness(LadderTest.rejecting("research/acme", Scripts.survey("acme", "beta"))
                        .agent("keeper", Capability.MEMORY, _ -> Cast.asks("Shall I?"))
                        .ladder(new Pins.Ladder(1, 1, 0, 8)))
                .play();
        assertThat(run.state().progress().gaps()).hasSize(1);

        run.accept(new Command.ProposePlan(1, Scripts.survey("beta"), "human"));
        run.accept(new Command.ProposePlan(2, changed(Scripts.survey("acme", "beta"), "research"), "human"));
        run.goOn();

        assertThat(run.phase("research/acme")).isEqualTo(Phase.GAP);
        assertThat(run.state().progress().gaps()).hasSize(1);
        assertThat(run.state().graph().get("research/acme").attempts()).isEqualTo(2);
    }

    @Test
    void aPlanFromOutsideTakesThePlaceOfTheOneBeingWritten() {
        var run = new Harness(Cast.playing(Scripts.survey("acme"))).start();

        run.accept(new Command.ProposePlan(0, Scripts.survey("beta"), "human"));

        assertThat(run.phase("plan")).isEqualTo(Phase.ABANDONED);
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.events(Event.PlanAccepted.class)).hasSize(1);
    }

    @Test
    void aStepThatThePlanGivesUpTakesItsReviewAndQuestionsAlong() {
        var cast = Cast.playing(Scripts.survey("acme", "beta"))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.step().id().equals("research/acme")
                                ? Cast.asks("Which Acme?")
                                : Cast.done(Json.object()));
        var run = new Harness(cast).play();
        assertThat(run.state().status()).isEqualTo(RunStatus.WAITING);

        run.accept(
                new Command.ProposePlan(1, Scripts.withGap(Scripts.survey("acme", "beta"), "research/acme"), "human"));

        run.goOn().ended(RunStatus.GAPS);
        run.refuse(new Command.Answer("q1", "that one"));
    }

    @Test
    void aFinishedChildWhoseValueChangedIsDoneAgainForTheNewOne() {
        Json.Obj plan = Scripts.survey("acme", "beta");
        var run = new Harness(Cast.playing(plan)).start().goOnUntil(s -> phase(s, "research/acme") == Phase.DONE);
        Json other = Json.of(List.of(
                Json.object().with("key", "acme").with("name", "Acme Ltd"),
                Json.object().with("key", "beta").with("name", "beta")));
        Json list = Json.object().with("over", Scripts.value(other)).with("as", "subject");

        run.accept(new Command.ProposePlan(1, changed(plan, "research", "forEach", list), "human"));

        run.goOn().ended(RunStatus.DONE);
        assertThat(run.state().graph().get("research/acme").attempts()).isEqualTo(2);
        assertThat(run.state().graph().get("research/beta").attempts()).isEqualTo(1);
    }

    @Test
    void aCallWhoseOutcomeIsNotKnownIsNotMadeByTheNextAttemptEither() {
        var cast = Cast.playing(Scripts.survey("acme"))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.turn() == 1 ? Cast.calls(Cast.call("send", "x")) : Cast.done(Json.object()));
        var run = new Harness(cast)
                .start()
                .goOnUntil(s -> s.owed().values().stream().anyMatch(RunState.Debt::started));
        run.crash();

        run.accept(new Command.ProposePlan(1, changed(Scripts.survey("acme"), "research"), "human"));
        run.goOn();

        assertThat(run.events(Event.ToolRefused.class))
                .extracting(Event.ToolRefused::rule)
                .containsExactly("once");
        run.accept(new Command.Deny(run.question().id(), ""));
        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void theAnswerToACallOfAnEarlierAttemptMovesNothing() {
        var cast = Cast.playing(Scripts.survey("acme"))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.turn() == 1
                                ? Cast.calls(Cast.call("send", "attempt " + cue.attempt()))
                                : Cast.done(Json.object()));
        var run = new Harness(cast)
                .start()
                .goOnUntil(s -> s.owed().values().stream().anyMatch(RunState.Debt::started));
        String early = started(run).getFirst();

        run.accept(new Command.ProposePlan(1, changed(Scripts.survey("acme"), "research"), "human"));
        while (started(run).size() < 2) {
            run.perform(run.performable().stream()
                    .filter(d -> !d.effect().id().equals(early))
                    .findFirst()
                    .orElseThrow());
        }
        Attempt before = run.state().graph().get("research/acme").attempt().orElseThrow();
        run.accept(new Command.ToolAnswered(early, Cast.returned("late")));

        assertThat(run.state().graph().get("research/acme").attempt()).contains(before);
        run.goOn().ended(RunStatus.DONE);
    }

    private static List<String> started(Harness run) {
        return run.state().owed().values().stream()
                .filter(RunState.Debt::started)
                .map(d -> d.effect().id())
                .toList();
    }

    private static Json.Obj changed(Json.Obj plan, String id) {
        return changed(plan, id, "instructions", Json.of("Do it in another way."));
    }

    private static Json.Obj changed(Json.Obj plan, String id, String member, Json value) {
        return plan.with(
                "steps",
                Json.of(plan.list("steps").stream()
                        .map(s -> s.text("id").equals(id) && s instanceof Json.Obj o ? o.with(member, value) : s)
                        .toList()));
    }

    private static boolean planned(RunState s) {
        return s.progress().revision() == 1;
    }

    private static Phase phase(RunState s, String id) {
        return s.graph().step(id).map(StepState::phase).orElse(Phase.WAITING);
    }
}
