package dev.orrery;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Capability;
import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A small job for tests: something is posted once, and a report says what came of it. */
final class Posting {
    static final String GOAL = "Post it";

    private Posting() {}

    static Config config(Path home, Tool post) {
        return Config.at(home)
                .withTool(post)
                .withAgent(TwoLooks.card("planner", Capability.PLAN), _ -> new Turn.Final(JsonText.parse(PLAN)))
                .withAgent(poster(), Posting::post)
                .withAgent(TwoLooks.card("writer", Capability.WRITE), Posting::write);
    }

    private static AgentCard poster() {
        return TwoLooks.card("poster", Capability.TOOL, "post");
    }

    private static Turn post(Window window) {
        if (window.exchanges().isEmpty()) {
            return new Turn.ToolCalls(List.of(new ToolCall("post", Json.object().with("text", "hello"))));
        }
        return switch (window.exchanges().getFirst()) {
            case Exchange.Called called -> new Turn.Final(Json.object().with("gave", called.result()));
            case Exchange.Failed failed -> new Turn.Final(Json.object().with("gave", failed.reason()));
            case Exchange.Answered _, Exchange.Noted _, Exchange.Objected _ -> new Turn.Ask("What?");
        };
    }

    private static Turn write(Window window) {
        Json gave = window.input("posted").orElseThrow().at("gave").orElseThrow();
        return new Turn.Final(Json.object().with("markdown", gave.asText().orElseGet(() -> JsonText.print(gave))));
    }

    private static final String PLAN = """
            {"steps": [
              {"id": "post", "capability": "tool", "instructions": "Post.", "tools": ["post"], "inputs": {}},
              {"id": "write", "capability": "write", "instructions": "Write.", "inputs": {"posted": {"step": "post"}}}],
             "deliver": "write"}""";

    /** Does something in the world that cannot be repeated. */
    record Post(Function<ToolRequest, ToolResult> answer, AtomicInteger calls, EffectClass effect) implements Tool {
        @Override
        public ToolSpec spec() {
            return new ToolSpec(
                    "post",
                    "Posts a text.",
                    JsonText.parse(
                            "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},\"required\":[\"text\"]}"),
                    effect);
        }

        @Override
        public ToolResult call(ToolRequest request) {
            calls.incrementAndGet();
            return answer.apply(request);
        }
    }
}
