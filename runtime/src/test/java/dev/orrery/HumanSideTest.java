package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Question;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a human says to a run, over processes: each {@code open} stands for one that begins anew. */
class HumanSideTest {
    private final AtomicInteger calls = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void anUnknownOutcomeWaitsForAHumanAndTheRunGoesOnWithWhatItGave() {
        try (var orrery = open(_ -> new ToolResult.Unknown("the line went dead"))) {
            RunOutcome outcome = orrery.run(RunRequest.of(Posting.GOAL).withId("r1"), _ -> {});
            assertThat(outcome.status()).isEqualTo(RunStatus.WAITING);
        }
        try (var orrery = open(_ -> new ToolResult.Unknown("not called again"))) {
            Waiting waiting = orrery.decisions().waiting().getFirst();
            assertThat(waiting.kind()).isEqualTo(Question.Kind.OUTCOME);
            assertThatThrownBy(() -> orrery.decisions().resolve("r1", "e999", Optional.empty()))
                    .hasMessageContaining("no call e999");

            orrery.decisions()
                    .resolve("r1", waiting.effect(), Optional.of(Json.object().with("ticket", 7)));

            assertThatThrownBy(() -> orrery.decisions().resolve("r1", waiting.effect(), Optional.empty()))
                    .isInstanceOf(OrreryException.class);
            RunOutcome outcome = orrery.resume("r1", _ -> {});
            assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
            assertThat(outcome.report()).isEqualTo("{\"ticket\":7}");
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void aCancelledRunNamesWhatIsUnresolvedAndTakesTheAnswerAfterItsEnd() {
        try (var orrery = open(_ -> new ToolResult.Unknown("the line went dead"))) {
            orrery.run(RunRequest.of(Posting.GOAL).withId("r1"), _ -> {});
            orrery.decisions().cancel("r1", "enough");

            RunView view = orrery.show("r1");
            assertThat(view.status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(view.reason()).contains("unresolved", "post");
            String effect = view.waiting().getFirst().effect();
            orrery.decisions().resolve("r1", effect, Optional.empty());

            assertThat(orrery.show("r1").waiting()).isEmpty();
            assertThat(orrery.decisions().waiting()).isEmpty();
            assertThat(orrery.history().replay("r1").difference()).isEmpty();
        }
    }

    @Test
    void aPausedRunKeepsWhatWasUnderWayAndGoesOnInAnotherProcess() {
        try (var orrery = open(_ -> returned())) {
            RunOutcome outcome = orrery.run(RunRequest.of(Posting.GOAL).withId("r1"), event -> {
                if (event.type().equals("tool.started")) orrery.decisions().pause("r1", "look first");
            });
            assertThat(outcome.status()).isEqualTo(RunStatus.PAUSED);
            assertThat(orrery.events("r1"))
                    .extracting(EventView::type)
                    .containsSubsequence("run.paused", "tool.returned")
                    .doesNotContain("run.ended");
        }
        try (var orrery = open(_ -> returned())) {
            assertThat(orrery.runs().getFirst().status()).isEqualTo(RunStatus.PAUSED);
            assertThat(orrery.run(RunRequest.of(Posting.GOAL).withId("r1"), _ -> {})
                            .status())
                    .isEqualTo(RunStatus.PAUSED);
            assertThatThrownBy(() -> orrery.decisions().pause("r1", "again")).hasMessageContaining("paused already");
            orrery.decisions().steer("r1", "Mind the date.");

            assertThat(orrery.resume("r1", _ -> {}).status()).isEqualTo(RunStatus.DONE);

            assertThat(calls).hasValue(1);
            Window seen = orrery.context("r1", "write", Optional.empty(), Optional.empty())
                    .window();
            assertThat(seen.items(Window.Part.STEERING)).singleElement().satisfies(item -> {
                assertThat(item.source()).isEqualTo("human");
                assertThat(item.text()).isEqualTo("Mind the date.");
            });
            assertThat(orrery.history().replay("r1").difference()).isEmpty();
            assertThatThrownBy(() -> orrery.decisions().steer("r1", "late")).hasMessageContaining("has ended");
            assertThatThrownBy(() -> orrery.decisions().pause("r1", "")).hasMessageContaining("has ended");
        }
    }

    @Test
    void aCallIsAllowedWithOtherArgumentsThatFitItsTool() {
        try (var orrery = asking(InstantSource.system())) {
            assertThat(orrery.run(RunRequest.of(Posting.GOAL).withId("r1"), _ -> {})
                            .status())
                    .isEqualTo(RunStatus.WAITING);
        }
        try (var orrery = asking(InstantSource.system())) {
            String id = orrery.decisions().waiting().getFirst().id();
            Json unfit = Json.object().with("words", "x");
            assertThatThrownBy(() -> orrery.decisions().approve("r1", id, unfit))
                    .hasMessageContaining("no arguments for post");
            Json fit = Json.object().with("text", "hello, gently");
            assertThatThrownBy(() -> orrery.decisions().approve("r1", "q77", fit))
                    .hasMessageContaining("nothing waits under q77");

            orrery.decisions().approve("r1", id, fit);

            assertThatThrownBy(() -> orrery.decisions().approve("r1", id, fit)).hasMessageContaining("nothing waits");
            RunOutcome outcome = orrery.resume("r1", _ -> {});
            assertThat(outcome.report()).isEqualTo("{\"text\":\"hello, gently\"}");
            assertThat(calls).hasValue(1);
            assertThat(orrery.history().replay("r1").difference()).isEmpty();
        }
    }

    @Test
    void leaveThatComesTooLateIsRefusedThoughNothingRanWhenItsTimeCame() {
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        try (var orrery = asking(InstantSource.fixed(now))) {
            orrery.run(RunRequest.of(Posting.GOAL).withId("r1"), _ -> {});
        }
        try (var orrery = asking(InstantSource.fixed(now.minus(Duration.ofDays(1))))) {
            assertThat(orrery.resume("r1", _ -> {}).status()).isEqualTo(RunStatus.WAITING);
        }
        try (var orrery = asking(InstantSource.fixed(now.plus(Duration.ofDays(8))))) {
            String id = orrery.decisions().waiting().getFirst().id();

            assertThatThrownBy(() -> orrery.decisions().approve("r1", id)).hasMessageContaining("expired");

            assertThatThrownBy(() -> orrery.decisions().approve("r1", id)).hasMessageContaining("nothing waits");
        }
        try (var orrery = asking(InstantSource.fixed(now.minus(Duration.ofDays(1))))) {
            RunOutcome outcome = orrery.resume("r1", _ -> {});
            assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
            assertThat(outcome.report()).contains("not allowed");
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void aPlanIsChangedWhileItsRunWaitsAndOnlyFromItsLatestRevision() {
        try (var orrery = asking(InstantSource.system())) {
            orrery.run(RunRequest.of(Posting.GOAL).withId("r1"), _ -> {});
            PlanView plan = orrery.decisions().plan("r1");
            Json changed = JsonText.parse(JsonText.print(plan.plan()).replace("Write.", "Write it well."));

            assertThat(orrery.decisions().propose("r1", plan.revision(), changed))
                    .isEqualTo(2);

            assertThatThrownBy(() -> orrery.decisions().propose("r1", plan.revision(), plan.plan()))
                    .hasMessageContaining("at revision 2, not 1");
            assertThatThrownBy(() -> orrery.decisions().propose("r1", 2, Json.object()))
                    .hasMessageContaining("no plan");
            // The call was asked about before the change; its step stands, and so does the question.
            orrery.decisions()
                    .approve("r1", orrery.decisions().waiting().getFirst().id());
            assertThat(orrery.resume("r1", _ -> {}).status()).isEqualTo(RunStatus.DONE);
            assertThat(calls).hasValue(1);
            assertThat(orrery.context("r1", "write", Optional.empty(), Optional.empty())
                            .window()
                            .instructions())
                    .isEqualTo("Write it well.");
        }
    }

    private static ToolResult returned() {
        return new ToolResult.Returned(new Value(Json.object().with("ticket", 1), Label.tool("post")));
    }

    private Orrery open(Function<ToolRequest, ToolResult> post) {
        return open(new Posting.Post(post, calls, EffectClass.NON_IDEMPOTENT), InstantSource.system());
    }

    /** Opens with a tool whose calls need leave, and that gives back what it was called with. */
    private Orrery asking(InstantSource clock) {
        return open(
                new Posting.Post(
                        request -> new ToolResult.Returned(new Value(request.arguments(), Label.tool("post"))),
                        calls,
                        EffectClass.IRREVERSIBLE),
                clock);
    }

    private Orrery open(Tool post, InstantSource clock) {
        return Orrery.open(Posting.config(folder.resolve("home"), post).withClock(clock));
    }
}
