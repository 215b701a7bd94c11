package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The way of a run when all goes well. */
class RunTest {
    @Test
    void aListIsResearchedReviewedReportedAndRememberedEachOnce() {
        var run = new Harness(Cast.playing(Scripts.survey("acme", "beta", "gamma"))).play();

        run.ended(RunStatus.DONE);
        assertThat(run.completed())
                .contains("research/acme", "research/beta", "research/gamma")
                .doesNotHaveDuplicates()
                .containsSubsequence("research", "write#qa1", "write", "memory");
        assertThat(run.events(Event.VerdictGiven.class))
                .extracting(Event.VerdictGiven::step)
                .containsExactlyInAnyOrder("research/acme", "research/beta", "research/gamma", "write");
    }

    @Test
    void childrenRunAtOnceUpToTheBound() {
        String[] subjects = IntStream.range(0, 20).mapToObj(i -> "s" + i).toArray(String[]::new);
        var cast = Cast.playing(Scripts.survey(subjects)).ladder(new Pins.Ladder(2, 4, 2, 5));

        var run = new Harness(cast).start().goOnUntil(s -> s.graph().running() == 5);

        assertThat(run.state().graph().running()).isEqualTo(5);
        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void theReportSeesWhatAllChildrenFoundInTheOrderOfTheList() {
        var seen = new ArrayList<Json>();
        var cast = Cast.playing(Scripts.survey("gamma", "acme", "beta")).agent("writer", Capability.WRITE, cue -> {
            seen.add(cue.input("research").orElseThrow());
            return Cast.done(Json.object());
        });

        new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().items()).extracting(i -> i.text("key")).containsExactly("gamma", "acme", "beta");
        assertThat(seen.getFirst().items())
                .allMatch(i -> i.at("output").orElseThrow().text("step").equals("research/" + i.text("key")));
    }

    @Test
    void aReviewerSeesWhatTheAuthorSawAndTheResult() {
        var seen = new ArrayList<Json>();
        var cast = Cast.playing(Scripts.survey("acme")).agent("judge", Capability.QA, cue -> {
            cue.input("subject").ifPresent(seen::add);
            cue.input("result").ifPresent(seen::add);
            return Cast.verdict(true);
        });

        new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(seen.getFirst().text("key")).isEqualTo("acme");
        assertThat(seen.get(1).text("step")).isEqualTo("research/acme");
    }

    @Test
    void anEmptyListIsDoneAtOnce() {
        new Harness(Cast.playing(Scripts.survey())).play().ended(RunStatus.DONE);
    }

    @Test
    void aListThatAnotherStepFindsGrowsTheGraph() {
        Json.Obj find = Scripts.step("find", "research");
        Json.Obj research = Scripts.research()
                .with("rubric", Json.of(List.of()))
                .with("forEach", Json.object().with("over", Scripts.output("find", "subjects")));
        Json.Obj write = Scripts.step("write", "write").with("after", Json.texts(List.of("research")));
        var cast = Cast.playing(Scripts.plan(find, research, write))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> Cast.done(Json.object().with("subjects", Scripts.items("acme", "beta"))));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(run.completed()).contains("research/acme", "research/beta");
    }

    @Test
    void aListThatIsNoneIsAGapOfItsStepAlone() {
        Json.Obj find = Scripts.step("find", "research");
        Json.Obj research = Scripts.research().with("forEach", Json.object().with("over", Scripts.output("find", "x")));
        Json.Obj write = Scripts.step("write", "write").with("after", Json.texts(List.of("research")));

        var run = new Harness(Cast.playing(Scripts.plan(find, research, write))).play();

        run.ended(RunStatus.GAPS);
        assertThat(run.ending().orElseThrow().reason()).isEqualTo("research: there is no list to run over");
    }

    @Test
    void onlyThePlanIsMadeWhenOnlyThePlanIsWanted() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")))
                .options(new Options(true, true, List.of(), "out"))
                .play();

        run.ended(RunStatus.DONE);
        assertThat(run.completed()).containsExactly("plan");
    }

    @Test
    void theReportIsDeliveredOnceWhereTheUserWantsIt() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")))
                .options(new Options(false, false, List.of(), "out"))
                .play();

        run.ended(RunStatus.DONE);
        assertThat(run.events(Event.ReportDelivered.class)).hasSize(1);
    }

    @Test
    void aQuestionOfThePlannerWaitsForTheHumanAndTheAnswerIsSeen() {
        var cast = Cast.playing(Json.object());
        cast.agent(
                "planner",
                Capability.PLAN,
                cue -> cue.turn() == 1 ? Cast.asks("Which ones?") : Cast.done(Scripts.survey(answer(cue))));

        var run = new Harness(cast).play();
        assertThat(run.state().status()).isEqualTo(RunStatus.WAITING);
        run.refuse(new Command.Answer("q1", " "));
        run.refuse(new Command.Approve("q1", ""));
        run.refuse(new Command.Deny("q1", "no"));
        run.accept(new Command.Answer("q1", "acme"));
        run.refuse(new Command.Answer("q1", "beta"));

        run.goOn().ended(RunStatus.DONE);
        assertThat(run.completed()).contains("research/acme");
    }

    private static String answer(Cast.Cue cue) {
        return cue.step().attempt().orElseThrow().past().getLast() instanceof Past.Answered told ? told.answer() : "";
    }

    @Test
    void aRunBeginsOnceAndOnlyTakesCommandsThen() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")));
        run.refuse(new Command.Recover());
        run.refuse(new Command.GiveFeedback(Json.object()));

        run.play().refuse(new Command.Start("run-1", "Again.", Options.NONE, Budget.DEFAULT, new Cast().pins()));
    }

    @Test
    void afterTheEndOnlyFeedbackIsTaken() {
        var run = new Harness(Cast.playing(Scripts.survey("acme"))).play().ended(RunStatus.DONE);

        run.refuse(new Command.Recover());
        run.refuse(new Command.Cancel("late"));
        run.refuse(new Command.Answer("q1", "late"));
        run.refuse(new Command.ProposePlan(1, Scripts.survey("acme"), "human"));
        run.accept(new Command.GiveFeedback(Json.object().with("rating", 5)));
        run.ended(RunStatus.DONE);
    }

    @Test
    void anAnswerOfTheWrongKindClosesNoDebt() {
        var run = new Harness(Cast.playing(Scripts.survey("acme"))).start();
        String assemble = run.performable().getFirst().effect().id();

        run.refuse(new Command.Delivered(assemble, List.of()));
        run.refuse(new Command.Proposed(assemble, List.of()));
        run.refuse(new Command.ToolStarted(assemble));
        run.refuse(new Command.ToolAnswered(assemble, Cast.returned("x")));
        run.refuse(new Command.Woke(assemble));
        run.refuse(new Command.ReplyFailed(assemble, FailureKind.ERROR, "x", Amount.ZERO));

        run.goOn().ended(RunStatus.DONE);
    }
}
