package dev.orrery.memory;

import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form in which agents see the knowledge. Member names are stable. */
final class KnowledgeJson {
    private KnowledgeJson() {}

    static Json.Obj passage(KnowledgeFile file, Passage p) {
        Json.Obj json = Json.object()
                .with("id", file.id(p))
                .with("path", file.path())
                .with("title", file.title())
                .with("headings", Json.texts(p.headings()))
                .with("kind", p.kind().wire())
                .with("text", p.text());
        json = place(json, p.place())
                .with("at", p.place().in(file.path()))
                .with("index", p.index())
                .with("block", p.block())
                .with("position", p.position())
                .with("codeShare", share(p.codeShare()))
                .with("linkShare", share(p.linkShare()));
        if (!p.before().isEmpty()) json = json.with("before", p.before());
        if (!p.column().isEmpty()) json = json.with("column", p.column());
        if (!p.row().isEmpty()) json = json.with("row", p.row());
        return file.version().isPresent() ? json.with("version", file.version().get()) : json;
    }

    private static Json.Obj place(Json.Obj json, Place place) {
        return switch (place) {
            case Place.Lines l -> json.with("first", l.first()).with("last", l.last());
            case Place.Page p -> json.with("page", p.number());
            case Place.Paragraph p -> json.with("paragraph", p.number());
        };
    }

    /** Two decimals say enough, and keep windows short. */
    private static Json share(double share) {
        return Json.of(Math.rint(share * 100) / 100);
    }

    /** Labels what was read from {@code files}. */
    static Value labelled(Json content, Stream<KnowledgeFile> files) {
        Set<String> sources = files.map(f -> "knowledge:" + f.path()).collect(Collectors.toSet());
        return new Value(content, new Label(Label.Integrity.TOOL, Set.of(), sources));
    }

    /** Describes an arguments object of a tool. */
    static Json.Obj schema(Json.Obj properties, List<String> required) {
        return Json.object()
                .with("type", "object")
                .with("properties", properties)
                .with("required", Json.texts(required))
                .with("additionalProperties", Json.of(false));
    }

    static Json.Obj text(String description) {
        return Json.object().with("type", "string").with("description", description);
    }

    static Json.Obj number(String description, int min, int max) {
        return Json.object()
                .with("type", "integer")
                .with("minimum", min)
                .with("maximum", max)
                .with("description", description);
    }

    static Json.Obj prefixes() {
        return Json.object()
                .with("type", "array")
                .with("items", Json.object().with("type", "string"))
                .with("maxItems", Prefixes.MAX)
                .with("description", "Path prefixes to stay under; none means everywhere.");
    }
}
