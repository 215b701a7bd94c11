package dev.orrery.memory;

import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Json;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.util.List;
import java.util.Optional;

/** The tool {@code knowledge.search}: finds passages that can be quoted. Thread-safe. */
public final class KnowledgeSearch implements Tool {
    private static final ToolSpec SPEC = new ToolSpec(
            "knowledge.search",
            "Find sentences, list items and table cells of the knowledge by words; each comes with its citation.",
            KnowledgeJson.schema(
                    Json.object()
                            .with("query", KnowledgeJson.text("Words to look for."))
                            .with("under", KnowledgeJson.prefixes())
                            .with("limit", KnowledgeJson.number("The most hits.", 1, KnowledgeQuery.LIMIT_MAX))
                            .with(
                                    "semantic",
                                    Json.object()
                                            .with("type", "boolean")
                                            .with("description", "Let meaning count beside words.")),
                    List.of("query")),
            EffectClass.READ);

    private final Knowledge knowledge;

    /** Creates the tool over {@code knowledge}, which stays the caller's to close. */
    public KnowledgeSearch(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult call(ToolRequest request) {
        Json arguments = request.arguments();
        Optional<Prefixes> under = new Prefixes(arguments.textList("under")).and(new Prefixes(request.scope()));
        if (under.isEmpty())
            return new ToolResult.NotDone("this step may not search there, only under " + request.scope());
        var query = new KnowledgeQuery(
                arguments.text("query"),
                under.get(),
                (int) arguments.number("limit", KnowledgeQuery.LIMIT_DEFAULT),
                arguments.flag("semantic"));
        KnowledgeHits found = knowledge.search(query);
        return new ToolResult.Returned(
                KnowledgeJson.labelled(json(query, found), found.hits().stream().map(KnowledgeHits.Hit::file)));
    }

    private static Json json(KnowledgeQuery query, KnowledgeHits found) {
        Json.Obj matches = Json.object();
        for (var folder : found.matches().entrySet()) matches = matches.with(folder.getKey(), folder.getValue());
        return Json.object()
                .with("query", query.text())
                .with(
                        "hits",
                        Json.of(found.hits().stream().map(KnowledgeSearch::json).toList()))
                .with("matches", matches)
                .with("vectors", Json.of(found.vectors()));
    }

    private static Json json(KnowledgeHits.Hit hit) {
        return KnowledgeJson.passage(hit.file(), hit.passage())
                .with("score", Json.of(Math.rint(hit.score() * 10_000) / 10_000));
    }
}
