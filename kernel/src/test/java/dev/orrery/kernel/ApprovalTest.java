package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What cannot be taken back is done only with a human's leave: for exactly that call, once, and in time. */
class ApprovalTest {
    private static final ToolCall FIRE = Cast.call("fire", "target");

    @Test
    void aCallThatCannotBeTakenBackWaitsForLeave() {
        var run = new Harness(firing(FIRE)).play();

        assertThat(run.state().status()).isEqualTo(RunStatus.WAITING);
        assertThat(run.question().text()).contains("fire", "{\"q\":\"target\"}");
        assertThat(run.performed()).isEmpty();

        run.refuse(new Command.Approve(run.question().id(), "0".repeat(64)));
        run.refuse(new Command.Answer(run.question().id(), "yes"));
        run.accept(new Command.Approve("q1", run.question().hash()));
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed().values()).containsExactly(1);
        run.refuse(new Command.Approve("q1", ""));
    }

    @Test
    void leaveIsForOneCall() {
        var run = new Harness(firing(FIRE, FIRE)).play();
        assertThat(run.state().questions()).hasSize(2);

        run.accept(new Command.Approve("q1", ""));
        run.goOn();

        assertThat(run.performed().values()).containsExactly(1);
        assertThat(run.question().id()).isEqualTo("q2");
        run.accept(new Command.Deny("q2", "once is enough"));
        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void leaveIsForTheExactArguments() {
        var run = new Harness(firing(FIRE, Cast.call("fire", "other"))).play();
        Question first = run.state().questions().get("q1");
        Question second = run.state().questions().get("q2");

        assertThat(first == null || second == null ? "" : first.hash())
                .isNotEqualTo(second == null ? "" : second.hash());
    }

    @Test
    void leaveForACallWithOtherArgumentsIsForThoseAndForOneCall() {
        var run = new Harness(firing(FIRE, FIRE)).play();
        var other = Json.object().with("q", "somewhere else");
        run.refuse(new Command.ApproveEdited("q1", "0".repeat(64), other));
        run.refuse(new Command.ApproveEdited("q9", "", other));

        run.accept(new Command.ApproveEdited("q1", "", other));

        run.refuse(new Command.ApproveEdited("q1", "", other));
        run.crash();
        run.goOn();
        assertThat(run.performed()).hasSize(1);
        assertThat(run.state().granted()).isEmpty();
        run.accept(new Command.ApproveEdited("q2", "", other));
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.events(Event.ToolReturned.class)).hasSize(2);
        assertThat(run.performed().values()).containsExactly(1, 1);
        assertThat(run.events(Event.Requested.class).stream()
                        .filter(e -> e.effect() instanceof Effect.UseTool)
                        .map(e -> e.terms().approval()))
                .containsExactly("q1", "q2");
    }

    @Test
    void whatHasExpiredIsNotAllowedWithOtherArgumentsEither() {
        var run = new Harness(firing(FIRE)).play();
        run.pass(Duration.ofDays(7));

        run.accept(new Command.ApproveEdited("q1", "", Json.object().with("q", "late")));

        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed()).isEmpty();
    }

    @Test
    void aClockThatJumpsBackKeepsNothingAliveAndOneThatJumpsForthFiresOnce() {
        var run = new Harness(firing(FIRE)).play();
        String timer = run.state().owed().keySet().iterator().next();
        run.pass(Duration.ofDays(-1));
        run.refuse(new Command.Woke(timer));
        run.pass(Duration.ofDays(9));

        run.accept(new Command.Woke(timer));

        run.pass(Duration.ofDays(-8));
        run.refuse(new Command.Woke(timer));
        run.refuse(new Command.Approve("q1", ""));
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed()).isEmpty();
    }

    @Test
    void aDeniedCallGoesBackToTheAgentAsRefused() {
        var run = new Harness(firing(FIRE)).play();

        run.accept(new Command.Deny("q1", "not today"));

        assertThat(run.state()
                        .graph()
                        .get("research/acme")
                        .attempt()
                        .orElseThrow()
                        .past())
                .containsExactly(new Past.Refused(FIRE, "not allowed: not today"));
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed()).isEmpty();
    }

    @Test
    void whatHasExpiredIsRefusedThoughNoTimerFired() {
        var run = new Harness(firing(FIRE)).play();
        run.pass(Duration.ofDays(7));

        run.accept(new Command.Approve("q1", ""));

        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed()).isEmpty();
        assertThat(run.events(Event.HumanAnswered.class).getFirst().verdict()).isEqualTo(Event.Verdict.EXPIRED);
    }

    @Test
    void theTimerClosesWhatNobodyAnswered() {
        var run = new Harness(firing(FIRE)).play();
        String timer = run.state().owed().keySet().iterator().next();
        run.refuse(new Command.Woke(timer));
        run.pass(Duration.ofDays(7));

        run.accept(new Command.Woke(timer));

        run.refuse(new Command.Woke(timer));
        run.refuse(new Command.Approve("q1", ""));
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed()).isEmpty();
    }

    @Test
    void leaveForACallThatIsSwitchedOffIsUsedUp() {
        var run = new Harness(firing(FIRE)).play();
        run.denied(Set.of("fire"));

        run.accept(new Command.Approve("q1", ""));

        assertThat(run.state().granted()).isEmpty();
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed()).isEmpty();
    }

    @Test
    void aToolIsOnlyForWhoMayUseItWhereItIsNeeded() {
        var strange = Cast.call("knowledge.search", "x");
        var run = new Harness(firing(strange, Cast.call("none", "x"))).play();

        run.ended(RunStatus.DONE);
        assertThat(run.events(Event.ToolRefused.class))
                .extracting(Event.ToolRefused::why)
                .containsExactly("step research/acme does not need knowledge.search", "there is no tool none");
    }

    @Test
    void aPlanRunsOnlyWithLeaveWhereLeaveIsWanted() {
        var run = asking().play();
        assertThat(run.state().status()).isEqualTo(RunStatus.WAITING);
        assertThat(run.question().kind()).isEqualTo(Question.Kind.PLAN);
        assertThat(run.state().progress().revision()).isZero();

        run.accept(new Command.Approve("q1", run.question().hash()));

        run.goOn().ended(RunStatus.DONE);
        assertThat(run.events(Event.PlanAccepted.class).getFirst().author()).isEqualTo("plan");
    }

    @Test
    void aDeniedPlanEndsTheRun() {
        var run = asking().play();

        run.accept(new Command.Deny("q1", "too long"));

        run.ended(RunStatus.CANCELLED);
        assertThat(run.ending().orElseThrow().reason()).contains("too long");
    }

    @Test
    void aPlanThatNobodyApprovesInTimeEndsTheRun() {
        var run = asking().play();
        run.pass(Duration.ofDays(8));

        run.accept(new Command.Woke(run.state().owed().keySet().iterator().next()));

        run.ended(RunStatus.CANCELLED);
    }

    @Test
    void anotherPlanTakesThePlaceOfTheOneThatWaits() {
        var run = asking().play();

        run.accept(new Command.ProposePlan(0, Scripts.survey("beta"), "human"));

        run.refuse(new Command.Approve("q1", ""));
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.completed()).contains("research/beta").doesNotContain("research/acme");
    }

    private static Harness asking() {
        return new Harness(Cast.playing(Scripts.survey("acme"))).options(new Options(false, true, List.of(), ""));
    }

    /** Returns a cast in which the first turn of research makes {@code calls}. */
    static Cast firing(ToolCall... calls) {
        return Cast.playing(Scripts.survey("acme"))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.turn() == 1 ? Cast.calls(calls) : Cast.done(Scripts.goal()));
    }
}
