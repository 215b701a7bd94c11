package dev.orrery.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.Agent;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.testing.sim.Mishaps;
import dev.orrery.testing.sim.Simulation;
import dev.orrery.testing.sim.SimulationOutcome;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the guide on testing agents. */
class ClerkTest {
    // [guide]
    /** Sends one letter, and does not ask again whatever came of it. */
    static final class Clerk implements Agent {
        @Override
        public Turn reply(Window window) {
            if (window.exchanges().isEmpty()) {
                Json letter = Json.object().with("to", "Acme");
                return new Turn.ToolCalls(List.of(new ToolCall("letter.send", letter)));
            }
            boolean sent = !window.called("letter.send").isEmpty();
            return new Turn.Final(Json.object().with("sent", Json.of(sent)));
        }
    }

    /** A letter that was sent cannot be taken back, and must not be sent twice. */
    record Letters(List<String> sent) implements Tool {
        @Override
        public ToolSpec spec() {
            return new ToolSpec("letter.send", "Sends a letter.", Json.object(), EffectClass.NON_IDEMPOTENT);
        }

        @Override
        public ToolResult call(ToolRequest request) {
            sent.add(request.arguments().text("to"));
            return new ToolResult.Returned(new Value(Json.of("sent"), Label.tool("tool:letter.send")));
        }
    }

    static final Json PLAN = JsonText.parse("""
            {"deliver": "report", "steps": [
              {"id": "letter", "capability": "tool", "instructions": "Write to Acme.", "tools": ["letter.send"]},
              {"id": "report", "capability": "write", "instructions": "Say what was done.", "after": ["letter"]}]}
            """);

    @Test
    void theLetterIsSentOnceWhateverGoesWrong() {
        for (long seed = 1; seed <= 300; seed++) {
            var letters = new Letters(new ArrayList<>());
            SimulationOutcome outcome = Simulation.of(seed)
                    .goal("Write to Acme.")
                    .plan(PLAN)
                    .agent(AgentCard.of("clerk", Capability.TOOL).withTools("letter.send"), new Clerk())
                    .tool(letters)
                    .mishaps(Mishaps.SOME)
                    .run();

            outcome.verify();
            assertThat(letters.sent()).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
        }
    }
    // [guide]
}
