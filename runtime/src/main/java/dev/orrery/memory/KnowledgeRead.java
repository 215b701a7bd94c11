package dev.orrery.memory;

import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Json;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.util.List;
import java.util.stream.Stream;

/** The tool {@code knowledge.read}: gives the passages of one file in order, headings included. Thread-safe. */
public final class KnowledgeRead implements Tool {
    /** The most passages that one call gives. */
    public static final int LIMIT_MAX = 400;

    private static final ToolSpec SPEC = new ToolSpec(
            "knowledge.read",
            "Read a file of the knowledge passage by passage, in order, headings included.",
            KnowledgeJson.schema(
                    Json.object()
                            .with("path", KnowledgeJson.text("The file's path as search and outline give it."))
                            .with("from", KnowledgeJson.number("The first passage, from 0.", 0, Integer.MAX_VALUE))
                            .with("limit", KnowledgeJson.number("The most passages.", 1, LIMIT_MAX)),
                    List.of("path")),
            EffectClass.READ);

    private final Knowledge knowledge;

    /** Creates the tool over {@code knowledge}, which stays the caller's to close. */
    public KnowledgeRead(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult call(ToolRequest request) {
        String path = request.arguments().text("path");
        if (!new Prefixes(request.scope()).holds(path)) {
            return new ToolResult.NotDone("this step may not read " + path + ", only what is under " + request.scope());
        }
        return knowledge
                .file(path)
                .<ToolResult>map(file -> new ToolResult.Returned(
                        KnowledgeJson.labelled(json(file, request.arguments()), Stream.of(file))))
                .orElseGet(() -> new ToolResult.NotDone("there is no file " + path + " in the knowledge"));
    }

    private static Json json(KnowledgeFile file, Json arguments) {
        int total = file.passages().size();
        int from = Math.clamp(arguments.number("from", 0), 0, total);
        int limit = Math.clamp(arguments.number("limit", LIMIT_MAX), 1, LIMIT_MAX);
        List<Json> passages = file.passages().subList(from, Math.min(total, from + limit)).stream()
                .<Json>map(p -> KnowledgeJson.passage(file, p))
                .toList();
        return Json.object()
                .with("path", file.path())
                .with("title", file.title())
                .with("passages", Json.of(passages))
                .with("total", total);
    }
}
