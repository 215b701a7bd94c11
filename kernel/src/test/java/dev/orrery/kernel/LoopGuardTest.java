package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** An agent that goes round in circles is told so first, then the ladder takes over. */
class LoopGuardTest {
    @Test
    void theSameCallOnceTooOftenIsACritiqueAndThenTheEndOfTheAttempt() {
        var run = calling(_ -> Cast.call("look", "same"));

        assertThat(run.events(Event.LoopDetected.class))
                .filteredOn(e -> e.step().equals("research/acme") && e.attempt() == 1)
                .extracting(e -> e.detector() + " " + e.ends())
                .containsExactly("same-call false", "same-call true");
        assertThat(made(run)).isEqualTo(LoopGuard.SAME_CALL_MAX);
        assertThat(run.events(Event.AttemptFailed.class))
                .extracting(Event.AttemptFailed::kind)
                .contains(FailureKind.LOOP);
    }

    @Test
    void aRepeatedCallIsSeenAmongNewOnes() {
        var run = calling(turn -> Cast.call("look", "same"), turn -> Cast.call("look", "new" + turn));

        assertThat(run.events(Event.LoopDetected.class).getFirst().detector()).isEqualTo("same-call");
    }

    @Test
    void pingPongIsSeen() {
        var run = calling(turn -> Cast.call("look", turn % 2 == 0 ? "ping" : "pong"));

        assertThat(run.events(Event.LoopDetected.class).getFirst().detector()).isEqualTo("ping-pong");
    }

    @Test
    void newCallsThatBringNothingNewAreSeen() {
        var run = run(cast(Limits.DEFAULT, turn -> Cast.call("look", "other" + turn))
                .tool("look", _ -> Cast.returned("nothing")));

        assertThat(run.events(Event.LoopDetected.class).getFirst().detector()).isEqualTo("no-new-information");
    }

    @Test
    void anAgentThatTakesTheCritiqueGoesOn() {
        var cast = Cast.playing(Scripts.survey("acme"))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> warned(cue) ? Cast.done(Scripts.goal()) : Cast.calls(Cast.call("look", "same")));

        var run = run(cast);

        assertThat(run.events(Event.LoopDetected.class)).hasSize(1);
        assertThat(run.events(Event.AttemptFailed.class)).isEmpty();
        run.ended(RunStatus.DONE);
    }

    @Test
    void oldResultsAreNotHeldAgainstTheNextCall() {
        var cast = cast(Limits.DEFAULT, turn -> Cast.call("look", "other" + turn))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.turn() == 10
                                ? Cast.done(Scripts.goal())
                                : Cast.calls(Cast.call("look", "other" + cue.turn())))
                .tool(
                        "look",
                        use -> Cast.returned(use.call().arguments().text("q").equals("other9") ? "new" : "old"));

        var run = run(cast).ended(RunStatus.DONE);

        assertThat(run.events(Event.LoopDetected.class)).hasSize(1);
    }

    @Test
    void anAgentIsShownItsNotesAndGoesOn() {
        var cast = cast(Limits.DEFAULT)
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.turn() <= 3 ? Cast.notes("note " + cue.turn()) : Cast.done(Scripts.goal()));

        var run = run(cast).ended(RunStatus.DONE);

        assertThat(run.events(Event.LoopDetected.class)).isEmpty();
        assertThat(run.state()
                        .graph()
                        .get("research/acme")
                        .attempt()
                        .orElseThrow()
                        .past())
                .extracting(p -> p instanceof Past.Noted n ? n.content() : null)
                .containsExactly(Json.of("note 1"), Json.of("note 2"), Json.of("note 3"));
    }

    @Test
    void theSameNoteOnceTooOftenIsACritiqueAndThenTheEndOfTheAttempt() {
        var run = run(cast(Limits.DEFAULT).agent("finder-a", Capability.RESEARCH, _ -> Cast.notes("again")));

        assertThat(run.events(Event.LoopDetected.class))
                .filteredOn(e -> e.step().equals("research/acme") && e.attempt() == 1)
                .extracting(e -> e.detector() + " " + e.ends())
                .containsExactly("same-note false", "same-note true");
        assertThat(run.events(Event.TurnTaken.class))
                .filteredOn(e -> e.step().equals("research/acme") && e.attempt() == 1)
                .extracting(Event.TurnTaken::turn)
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void anAttemptHasExactlyItsTurns() {
        var run = run(cast(new Limits(3, 400_000, 0, 1_000), turn -> Cast.call("look", "other" + turn)));

        assertThat(run.events(Event.TurnTaken.class))
                .filteredOn(e -> e.step().equals("research/acme") && e.attempt() == 1)
                .hasSize(3);
        assertThat(run.events(Event.AttemptFailed.class).getFirst().kind()).isEqualTo(FailureKind.LIMIT);
    }

    @SafeVarargs
    private static Harness calling(Function<Integer, ToolCall>... calls) {
        return run(cast(Limits.DEFAULT, calls));
    }

    @SafeVarargs
    private static Cast cast(Limits limits, Function<Integer, ToolCall>... calls) {
        return Cast.playing(Scripts.survey("acme")).agent(Cast.card("finder-a", Capability.RESEARCH, limits), cue -> {
            var now = new java.util.ArrayList<ToolCall>();
            for (Function<Integer, ToolCall> call : calls) now.add(call.apply(cue.turn()));
            return Cast.calls(now.toArray(ToolCall[]::new));
        });
    }

    private static Harness run(Cast cast) {
        var run = new Harness(cast).play();
        run.audit();
        return run;
    }

    private static boolean warned(Cast.Cue cue) {
        return cue.step().attempt().orElseThrow().past().stream().anyMatch(Past.Objected.class::isInstance);
    }

    private static long made(Harness run) {
        return run.events(Event.Requested.class).stream()
                .filter(e -> e.effect() instanceof Effect.UseTool use && use.attempt() == 1)
                .count();
    }
}
