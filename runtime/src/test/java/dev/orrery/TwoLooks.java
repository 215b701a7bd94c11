package dev.orrery;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Capability;
import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A small job for tests: two things are looked at with a tool, each look is judged, and a report says what was seen. */
final class TwoLooks {
    static final String GOAL = "Look at both";
    static final String REPORT = "# Report\na is A\nb is B";

    private TwoLooks() {}

    static Config config(Path home) {
        return Config.at(home)
                .withTool(new Spell())
                .withAgent(card("planner", Capability.PLAN), _ -> new Turn.Final(JsonText.parse(PLAN)))
                .withAgent(card("looker", Capability.RESEARCH), TwoLooks::look)
                .withAgent(card("judge", Capability.QA), _ -> new Turn.Final(JsonText.parse("{\"pass\":true}")))
                .withAgent(card("writer", Capability.WRITE), TwoLooks::write);
    }

    static AgentCard card(String name, Capability capability) {
        return card(name, capability, "spell");
    }

    static AgentCard card(String name, Capability capability, String tool) {
        return new AgentCard(
                name,
                Set.of(capability),
                List.of(tool),
                AgentCard.Origin.USER,
                Limits.DEFAULT,
                "You are " + name + ".",
                Optional.of(Json.object()),
                List.of());
    }

    static Turn look(Window window) {
        String key = window.input("thing").orElseThrow().text("key");
        if (window.exchanges().isEmpty()) {
            return new Turn.ToolCalls(
                    List.of(new ToolCall("spell", Json.object().with("word", key))));
        }
        var called = (Exchange.Called) window.exchanges().getFirst();
        return new Turn.Final(
                Json.object().with("text", key + " is " + called.result().text("spelled")));
    }

    private static Turn write(Window window) {
        var lines = new ArrayList<Json>();
        lines.add(Json.object().with("text", "# Report"));
        window.input("looks")
                .orElseThrow()
                .items()
                .forEach(look -> lines.add(Json.object()
                        .with("text", look.at("output").orElseThrow().text("text"))));
        return new Turn.Final(Json.object().with("lines", Json.of(lines)));
    }

    static final String PLAN = """
            {"steps": [
              {"id": "look", "capability": "research", "instructions": "Look.", "rubric": ["It is spelled."],
               "tools": ["spell"], "forEach": {"over": {"value": [{"key": "a"}, {"key": "b"}]}, "as": "thing"},
               "inputs": {"thing": {"item": true}}},
              {"id": "write", "capability": "write", "instructions": "Write.",
               "inputs": {"looks": {"step": "look"}}}],
             "deliver": "write"}""";

    /** Upper-cases a word. */
    static final class Spell implements Tool {
        @Override
        public ToolSpec spec() {
            return new ToolSpec("spell", "Spells a word.", Json.object(), EffectClass.READ);
        }

        @Override
        public ToolResult call(ToolRequest request) {
            String word = request.arguments().text("word").toUpperCase(java.util.Locale.ROOT);
            return new ToolResult.Returned(new Value(Json.object().with("spelled", word), Label.tool("spell")));
        }
    }
}
