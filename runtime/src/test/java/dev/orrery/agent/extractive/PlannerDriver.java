package dev.orrery.agent.extractive;

import dev.orrery.memory.Knowledge;
import dev.orrery.memory.KnowledgeOutline;
import dev.orrery.memory.KnowledgeRead;
import dev.orrery.memory.KnowledgeSearch;
import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Leads the planner through its turns with the real tools, as the engine does, and keeps what it asked. */
final class PlannerDriver {
    private static final int TURNS_MAX = 20;

    final List<String> questions = new ArrayList<>();
    int turns;

    private final Map<String, Tool> tools;
    private final List<Window.Item> memory = new ArrayList<>();

    PlannerDriver(Knowledge knowledge) {
        this.tools = Map.of(
                "knowledge.outline", new KnowledgeOutline(knowledge),
                "knowledge.search", new KnowledgeSearch(knowledge),
                "knowledge.read", new KnowledgeRead(knowledge));
    }

    /** Shows the planner {@code entry} as an entry of memory. */
    PlannerDriver remembering(String source, Json entry) {
        memory.add(new Window.Item(source, source, value(entry)));
        return this;
    }

    /** Returns the planner's output for {@code goal}; asked, a human says {@code answers} in turn. */
    Json plan(String goal, String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        var exchanges = new ArrayList<Exchange>();
        for (turns = 1; turns <= TURNS_MAX; turns++) {
            switch (new ExtractivePlanner().reply(window(goal, exchanges))) {
                case Turn.ToolCalls calls -> calls.calls().forEach(c -> exchanges.add(called(c)));
                case Turn.Note note -> exchanges.add(new Exchange.Noted(note.content()));
                case Turn.Ask ask -> {
                    questions.add(ask.question());
                    if (left.isEmpty()) return Json.object();
                    exchanges.add(new Exchange.Answered(ask.question(), left.pop()));
                }
                case Turn.Final done -> {
                    return done.output();
                }
            }
        }
        throw new AssertionError("no plan after " + TURNS_MAX + " turns");
    }

    private Exchange called(ToolCall call) {
        var request = new ToolRequest("run", "plan", "key", call.arguments(), List.of(), Path.of("."));
        return switch (Objects.requireNonNull(tools.get(call.tool())).call(request)) {
            case ToolResult.Returned returned ->
                new Exchange.Called(call, returned.value().content());
            case ToolResult.NotDone refused -> new Exchange.Failed(call, refused.reason());
            case ToolResult.Unknown unknown -> new Exchange.Failed(call, unknown.reason());
        };
    }

    private Window window(String goal, List<Exchange> exchanges) {
        Json request = Json.object().with("replan", Json.of(false));
        return new Window(
                "run",
                "plan",
                1,
                turns,
                "planner",
                List.of(
                        new Window.Section(
                                Window.Part.TOOLS,
                                tools.keySet().stream()
                                        .map(t -> new Window.Item(t, "plan", value(Json.object())))
                                        .toList()),
                        new Window.Section(
                                Window.Part.INPUTS,
                                List.of(
                                        new Window.Item("goal", "goal", Value.user(goal, "goal")),
                                        new Window.Item("request", "plan", value(request)))),
                        new Window.Section(Window.Part.MEMORY, memory),
                        new Window.Section(
                                Window.Part.EXCHANGES,
                                exchanges.stream()
                                        .map(e -> new Window.Item("exchange", "tool", value(e.toJson())))
                                        .toList())),
                List.of());
    }

    private static Value value(Json content) {
        return new Value(content, Label.tool("knowledge"));
    }
}
