package dev.orrery.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.Agent;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.RunStatus;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agents and tools say hurts their own step at the most: the run goes on, and no call is made a second time. */
class BadAnswersTest {
    private static final Json FOUND = Json.object().with("found", "it");

    @Test
    void anAnswerThatNestsTooDeepIsAFailedAttempt() {
        failsAndGoesOn(new Turn.Final(nested(200)), "nests deeper");
    }

    @Test
    void anAnswerWithANameTooLongIsAFailedAttempt() {
        failsAndGoesOn(new Turn.Final(Json.object().with("n".repeat(20_000), "x")), "member name");
    }

    @Test
    void argumentsThatNestTooDeepAreAFailedAttempt() {
        failsAndGoesOn(new Turn.ToolCalls(List.of(new ToolCall("send", nested(95)))), "nests deeper");
    }

    @Test
    void aQuestionOfManyPagesIsAFailedAttempt() {
        failsAndGoesOn(new Turn.Ask("?".repeat(100_000)), "a question has at most");
    }

    private static void failsAndGoesOn(Turn bad, String why) {
        SimulationOutcome outcome = simulation(
                        window -> window.attempt() == 1 ? bad : new Turn.Final(FOUND), send(FOUND))
                .run();

        outcome.verify();
        assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
        assertThat(outcome.events("attempt.failed"))
                .singleElement()
                .satisfies(e -> assertThat(e.event().body().text("critique")).contains(why));
    }

    @Test
    void aCallWhoseResultCannotBeKeptHasHappenedAllTheSame() {
        for (Json result : List.of(nested(200), Json.of("x".repeat(8_100_000)))) {
            SimulationOutcome outcome =
                    simulation(BadAnswersTest::sendsFirst, send(result)).run();

            outcome.verify();
            assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
            assertThat(outcome.events("tool.returned"))
                    .singleElement()
                    .satisfies(e -> assertThat(e.event().body().text("outcome")).isEqualTo("returned"));
        }
    }

    private static Turn sendsFirst(Window window) {
        return window.turn() == 1
                ? new Turn.ToolCalls(List.of(new ToolCall("send", Json.object())))
                : new Turn.Final(FOUND);
    }

    private static Simulation simulation(Agent agent, Tool tool) {
        Json find = Json.object()
                .with("id", "find")
                .with("capability", "research")
                .with("instructions", "Find it.")
                .with("tools", Json.texts(List.of("send")));
        Json write = Json.object()
                .with("id", "write")
                .with("capability", "write")
                .with("instructions", "Write it down.")
                .with("after", Json.texts(List.of("find")));
        return Simulation.of(1)
                .plan(Json.object().with("steps", Json.of(List.of(find, write))).with("deliver", "write"))
                .agent(AgentCard.of("finder", Capability.RESEARCH).withTools("send"), agent)
                .tool(tool)
                .mishaps(Mishaps.NONE);
    }

    private static Tool send(Json result) {
        return new Tool() {
            @Override
            public ToolSpec spec() {
                return new ToolSpec("send", "Sends it.", Json.object(), EffectClass.NON_IDEMPOTENT);
            }

            @Override
            public ToolResult call(ToolRequest request) {
                return new ToolResult.Returned(new Value(result, Label.tool("tool:send")));
            }
        };
    }

    private static Json nested(int depth) {
        Json value = Json.object();
        for (int i = 1; i < depth; i++) value = Json.object().with("in", value);
        return value;
    }
}
