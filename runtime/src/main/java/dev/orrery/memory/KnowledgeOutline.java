package dev.orrery.memory;

import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Json;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/** The tool {@code knowledge.outline}: tells which folders and files there are and what their headings say. Thread-safe. */
public final class KnowledgeOutline implements Tool {
    /** The most files that one call lists. */
    public static final int LIMIT_MAX = 2_000;

    /** The most headings that are given for a file; of longer ones, the first. */
    private static final int HEADINGS_MAX = 80;

    private static final ToolSpec SPEC = new ToolSpec(
            "knowledge.outline",
            "List the folders and files of the knowledge with their titles and headings.",
            KnowledgeJson.schema(
                    Json.object()
                            .with("under", KnowledgeJson.prefixes())
                            .with("limit", KnowledgeJson.number("The most files.", 1, LIMIT_MAX)),
                    List.of()),
            EffectClass.READ);

    private final Knowledge knowledge;

    /** Creates the tool over {@code knowledge}, which stays the caller's to close. */
    public KnowledgeOutline(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult call(ToolRequest request) {
        Optional<Prefixes> under =
                new Prefixes(request.arguments().textList("under")).and(new Prefixes(request.scope()));
        if (under.isEmpty())
            return new ToolResult.NotDone("this step may not look there, only under " + request.scope());
        int limit = Math.clamp(request.arguments().number("limit", LIMIT_MAX), 1, LIMIT_MAX);
        List<KnowledgeFile> files = knowledge.files().stream()
                .filter(f -> under.get().holds(f.path()))
                .toList();
        List<KnowledgeFile> shown = files.subList(0, Math.min(limit, files.size()));
        Json outline = Json.object()
                .with("folders", folders(files))
                .with(
                        "files",
                        Json.of(shown.stream().map(KnowledgeOutline::file).toList()))
                .with("truncated", Json.of(shown.size() < files.size()));
        return new ToolResult.Returned(KnowledgeJson.labelled(outline, shown.stream()));
    }

    private static Json folders(List<KnowledgeFile> files) {
        Map<String, int[]> counts = new TreeMap<>();
        for (KnowledgeFile file : files) {
            int[] count = counts.computeIfAbsent(file.topFolder(), _ -> new int[2]);
            count[0]++;
            count[1] += file.passages().size();
        }
        var folders = new ArrayList<Json>();
        counts.forEach((path, count) -> folders.add(
                Json.object().with("path", path).with("files", count[0]).with("passages", count[1])));
        return Json.of(folders);
    }

    private static Json file(KnowledgeFile file) {
        SequencedSet<String> headings = new LinkedHashSet<>();
        int words = 0;
        for (Passage p : file.passages()) {
            if (p.kind() == Kind.HEADING) headings.add(headingPath(p));
            else if (p.kind() != Kind.ROW) words += p.text().split(" ").length;
        }
        Json.Obj json = Json.object()
                .with("path", file.path())
                .with("title", file.title())
                .with(
                        "headings",
                        Json.texts(headings.stream().limit(HEADINGS_MAX).toList()))
                .with("passages", file.passages().size())
                .with("words", words);
        return file.version().isPresent() ? json.with("version", file.version().get()) : json;
    }

    private static String headingPath(Passage heading) {
        return heading.headings().isEmpty()
                ? heading.text()
                : String.join(" › ", heading.headings()) + " › " + heading.text();
    }
}
