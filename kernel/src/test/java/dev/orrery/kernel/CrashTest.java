package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The process may die at any time: what was committed is not done again, what cannot be repeated is not repeated. */
class CrashTest {
    @Test
    void aRunThatDiesAtEachOfItsPointsComesToTheSameEnd() {
        int commands = new Harness(cast()).play().ended(RunStatus.DONE).commands();

        for (int point = 1; point <= commands; point++) {
            var run = new Harness(cast()).start();
            for (int i = 1; i < point && !run.state().ended(); i++)
                run.perform(run.performable().getFirst());
            if (!run.state().ended() && !run.performable().isEmpty()) {
                run.performInSecret(run.performable().getFirst());
                run.crash();
            }
            run.goOn();
            run.state().questions().values().stream()
                    .toList()
                    .forEach(q -> run.accept(new Command.Approve(q.id(), "")));

            run.goOn().ended(RunStatus.DONE);
            assertThat(run.completed())
                    .as("died at %d", point)
                    .doesNotHaveDuplicates()
                    .contains("write", "memory");
            assertThat(run.performed()).as("died at %d", point).allSatisfy((key, times) -> {
                if (key.contains("/send:")) assertThat(times).isEqualTo(1);
            });
        }
    }

    @Test
    void aCallThatCannotBeRepeatedAndHadBegunIsForAHumanToFindOut() {
        var run = new Harness(cast()).start().goOnUntil(CrashTest::sending);
        run.perform(sending(run));
        run.performInSecret(sending(run));

        run.crash();
        run.goOn();

        assertThat(run.state().status()).isEqualTo(RunStatus.WAITING);
        Question question = run.question();
        assertThat(question.kind()).isEqualTo(Question.Kind.OUTCOME);
        run.refuse(new Command.ToolStarted(question.about()));
        run.refuse(new Command.ToolAnswered(question.about(), new Outcome.Unknown("still nothing")));
        run.crash();
        assertThat(run.state().questions()).hasSize(1);

        run.accept(new Command.Approve(question.id(), ""));
        run.refuse(new Command.ToolAnswered(question.about(), Cast.returned("late")));
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed().values()).containsOnly(1);
    }

    @Test
    void anAnswerThatComesAfterAllSparesTheHumanTheQuestion() {
        var run = new Harness(cast()).start().goOnUntil(CrashTest::sending);
        run.perform(sending(run));
        run.crash();
        String effect = run.question().about();

        run.accept(new Command.ToolAnswered(effect, Cast.returned("sent")));

        assertThat(run.state().questions()).isEmpty();
        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void aCallThatCannotBeRepeatedIsSaidToBeginBeforeItIsDone() {
        var run = new Harness(cast()).start().goOnUntil(CrashTest::sending);
        String effect = sending(run).effect().id();

        run.refuse(new Command.ToolAnswered(effect, Cast.returned("sent")));
        run.accept(new Command.ToolStarted(effect));
        run.refuse(new Command.ToolStarted(effect));
        run.accept(new Command.ToolAnswered(effect, Cast.returned("sent")));

        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void anUnknownOutcomeIsNeverTriedAgainByItself() {
        var run = new Harness(cast().tool("send", _ -> new Outcome.Unknown("timed out"))).play();
        assertThat(run.question().kind()).isEqualTo(Question.Kind.OUTCOME);

        run.accept(new Command.Deny("q1", ""));

        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed().values()).containsOnly(1);
    }

    @Test
    void anotherAttemptCarriesTheSameKeyAndRepeatsNothingThatCannotBeRepeated() {
        var cast = cast().agent(
                        "judge",
                        Capability.QA,
                        cue -> Cast.verdict(!cue.step().id().equals("research/acme#qa1")));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(run.performed()).as("calls by key").hasSize(2).containsValues(1, 2);
        assertThat(run.events(Event.ToolRefused.class))
                .extracting(Event.ToolRefused::rule)
                .containsExactly("once");
    }

    @Test
    void anIdempotentCallIsMadeAgainUnderItsKey() {
        var run = new Harness(cast()).start().goOnUntil(s -> owes(s, "note"));
        RunState.Debt note = run.performable().stream()
                .filter(d -> d.effect() instanceof Effect.UseTool use
                        && use.call().tool().equals("note"))
                .findFirst()
                .orElseThrow();
        run.performInSecret(note);

        run.crash();

        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed()).hasSize(2).containsValues(1, 2);
    }

    @Test
    void nothingIsAskedAgainThatWasAnswered() {
        var run = new Harness(cast()).play().ended(RunStatus.DONE);

        assertThat(run.replayed()).isEqualTo(run.state());
        assertThat(run.replayed().owed()).isEmpty();
    }

    private static Cast cast() {
        return Cast.playing(Scripts.survey("acme", "beta")).agent("finder-a", Capability.RESEARCH, cue -> {
            boolean calls = cue.turn() == 1
                    && Set.of("research/acme").contains(cue.step().id());
            return calls ? Cast.calls(Cast.call("send", "x"), Cast.call("note", "x")) : Cast.done(Json.object());
        });
    }

    private static boolean sending(RunState s) {
        return owes(s, "send");
    }

    private static boolean owes(RunState s, String tool) {
        return s.owed().values().stream()
                .anyMatch(d -> d.effect() instanceof Effect.UseTool use
                        && use.call().tool().equals(tool));
    }

    private static RunState.Debt sending(Harness run) {
        return run.performable().stream()
                .filter(d -> d.effect() instanceof Effect.UseTool use
                        && use.call().tool().equals("send"))
                .findFirst()
                .orElseThrow();
    }
}
