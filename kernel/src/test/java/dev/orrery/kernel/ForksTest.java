package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A copy of a run asks before it repeats what the original may have done; a step under way is tried anew. */
class ForksTest {
    @Test
    void aCallThatWasOpenIsForAHumanThoughItHadNotBegun() {
        var run = new Harness(cast("send"))
                .start()
                .goOnUntil(s -> s.owed().values().stream().anyMatch(d -> d.effect() instanceof Effect.UseTool));

        run.accept(fork(run));
        run.goOn();

        assertThat(run.question().kind()).isEqualTo(Question.Kind.OUTCOME);
        assertThat(run.performed()).isEmpty();
        run.accept(new Command.Resolve(run.question().about(), new Outcome.NotDone("it did not happen")));
        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void leaveIsAskedForAgain() {
        var run = new Harness(cast("fire")).play();
        String hash = run.question().hash();

        run.accept(fork(run));

        assertThat(run.question().id()).isEqualTo("q2");
        run.refuse(new Command.Approve("q1", hash));
        run.accept(new Command.Approve("q2", ""));
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed().values()).containsExactly(1);
    }

    @Test
    void aStepUnderWayIsTriedAnewAndNoOther() {
        var run = new Harness(cast("look"))
                .start()
                .goOnUntil(s -> s.graph().step("research/acme").isPresent());
        assertThat(run.refuse(new Command.Retry("plan"))).contains("not under way");
        assertThat(run.refuse(new Command.Retry("nothing"))).contains("no step nothing");

        run.accept(new Command.Retry("research/acme"));

        run.goOn().ended(RunStatus.DONE);
        assertThat(run.state().graph().get("research/acme").attempts()).isEqualTo(2);
    }

    private static Command.Fork fork(Harness run) {
        return new Command.Fork(
                "other",
                run.events().size(),
                run.state().begun().options(),
                run.state().ledger().budget(),
                Optional.empty());
    }

    private static Cast cast(String tool) {
        return Cast.playing(Scripts.survey("acme"))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.turn() == 1 ? Cast.calls(Cast.call(tool, "x")) : Cast.done(Json.object()));
    }
}
