package dev.orrery.agent.extractive;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.memory.Kind;
import dev.orrery.memory.Passage;
import dev.orrery.memory.Place;
import dev.orrery.memory.document.DocumentReader;
import dev.orrery.memory.document.Passages;
import dev.orrery.memory.document.Reading;
import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The knowledge tools over a few Markdown texts: read by the real reader, found by counting common stems. */
final class FakeKnowledge {
    private static final int TURNS_MAX = 12;

    private final Map<String, List<Passage>> files = new LinkedHashMap<>();

    /** Adds a Markdown file. */
    FakeKnowledge with(String path, String markdown) {
        var reading = new DocumentReader().read(path, markdown.getBytes(StandardCharsets.UTF_8));
        if (reading instanceof Reading.Read read) files.put(path, Passages.of(read.document()));
        return this;
    }

    /** Lets {@code agent} work on {@code inputs} with all knowledge tools until it is done. */
    Json run(Agent agent, Json.Obj inputs, Window.Item... memory) {
        return run(agent, inputs, List.of("knowledge.search", "knowledge.read", "knowledge.outline"), memory);
    }

    /** Lets {@code agent} work on {@code inputs} with {@code tools} until it is done. */
    Json run(Agent agent, Json.Obj inputs, List<String> tools, Window.Item... memory) {
        var exchanges = new ArrayList<Exchange>();
        for (int turn = 0; turn < TURNS_MAX; turn++) {
            switch (agent.reply(window(inputs, tools, exchanges, memory))) {
                case Turn.Final done -> {
                    return done.output();
                }
                case Turn.ToolCalls more -> more.calls().forEach(c -> exchanges.add(new Exchange.Called(c, answer(c))));
                case Turn.Note note -> exchanges.add(new Exchange.Noted(note.content()));
                case Turn.Ask ask -> throw new AssertionError("a question: " + ask.question());
            }
        }
        throw new AssertionError("not done after " + TURNS_MAX + " turns");
    }

    /** Shows what an agent sees. */
    static Window window(Json.Obj inputs, List<String> tools, List<Exchange> exchanges, Window.Item... memory) {
        return new Window(
                "run",
                "step",
                1,
                1,
                "agent",
                List.of(
                        new Window.Section(
                                Window.Part.TOOLS,
                                tools.stream()
                                        .map(t -> item(t, "agent", Json.object().with("name", t)))
                                        .toList()),
                        new Window.Section(
                                Window.Part.INPUTS,
                                inputs.members().entrySet().stream()
                                        .map(e -> item(e.getKey(), "step:research", e.getValue()))
                                        .toList()),
                        new Window.Section(Window.Part.MEMORY, Arrays.asList(memory)),
                        new Window.Section(
                                Window.Part.EXCHANGES,
                                exchanges.stream()
                                        .map(e -> item("exchange", "tool", e.toJson()))
                                        .toList())),
                List.of());
    }

    /** Makes an entry of memory. */
    static Window.Item remembered(String id, String kind, String text) {
        Json entry = Json.object()
                .with("id", id)
                .with("version", 1)
                .with("kind", kind)
                .with("text", text);
        return item(id, "memory:" + id + "@1", entry);
    }

    private static Window.Item item(String name, String source, Json content) {
        return new Window.Item(name, source, new Value(content, Label.tool(source)));
    }

    private Json answer(ToolCall call) {
        Json arguments = call.arguments();
        return switch (call.tool()) {
            case "knowledge.search" -> search(arguments);
            case "knowledge.read" -> read(arguments);
            case "knowledge.outline" -> outline(arguments);
            default -> throw new AssertionError("no tool " + call.tool());
        };
    }

    private Json search(Json arguments) {
        Set<String> wanted = Stems.in(arguments.text("query"));
        record Hit(String path, Passage passage, long score) {}
        var hits = new ArrayList<Hit>();
        files.forEach((path, passages) -> {
            for (Passage p : passages) {
                if (!under(path, arguments) || p.kind() == Kind.HEADING || p.kind() == Kind.ROW) continue;
                Set<String> here = Stems.in(p.text() + " " + String.join(" ", p.headings()));
                long score = wanted.stream().filter(here::contains).count();
                if (score > 0) hits.add(new Hit(path, p, score));
            }
        });
        hits.sort(Comparator.comparingLong(Hit::score).reversed());
        return Json.object()
                .with("query", arguments.text("query"))
                .with(
                        "hits",
                        Json.of(hits.stream()
                                .limit(arguments.number("limit", 20))
                                .map(h -> json(h.path(), h.passage()))
                                .toList()))
                .with("matches", Json.object().with("", hits.size()));
    }

    private Json read(Json arguments) {
        String path = arguments.text("path");
        List<Json> passages = files.getOrDefault(path, List.of()).stream()
                .skip(arguments.number("from", 0))
                .limit(arguments.number("limit", 400))
                .map(p -> (Json) json(path, p))
                .toList();
        return Json.object().with("path", path).with("passages", Json.of(passages));
    }

    private Json outline(Json arguments) {
        var outline = new ArrayList<Json>();
        files.forEach((path, passages) -> {
            if (!under(path, arguments)) return;
            var headings = new LinkedHashSet<String>();
            passages.stream().filter(p -> p.kind() == Kind.HEADING).forEach(p -> headings.add(p.text()));
            outline.add(Json.object()
                    .with("path", path)
                    .with("title", headings.isEmpty() ? "" : headings.getFirst())
                    .with("headings", Json.texts(List.copyOf(headings))));
        });
        return Json.object().with("files", Json.of(outline));
    }

    private static boolean under(String path, Json arguments) {
        List<String> under = arguments.textList("under");
        return under.isEmpty() || under.stream().anyMatch(u -> path.equals(u) || path.startsWith(u + "/"));
    }

    private static Json.Obj json(String path, Passage p) {
        Json.Obj json = Json.object()
                .with("path", path)
                .with("title", p.headings().isEmpty() ? "" : p.headings().getFirst())
                .with("headings", Json.texts(p.headings()))
                .with("kind", p.kind().wire())
                .with("text", p.text())
                .with("at", p.place().in(path))
                .with("index", p.index())
                .with("block", p.block())
                .with("position", p.position())
                .with("column", p.column())
                .with("row", p.row());
        return p.place() instanceof Place.Lines lines
                ? json.with("first", lines.first()).with("last", lines.last())
                : json;
    }
}
