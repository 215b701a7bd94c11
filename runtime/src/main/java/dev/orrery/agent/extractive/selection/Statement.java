package dev.orrery.agent.extractive.selection;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Optional;

/**
 * A quotation with its place.
 *
 * @param text contiguous words of the source
 * @param lead what to put before it in bold, so that it is understood; empty when it needs nothing
 * @param headings the headings above it in its document
 * @param cites the places where it stands; never empty
 * @param kind the kind of its passage
 * @param score how good it is, 0 to 1
 */
public record Statement(
        String text, String lead, List<String> headings, List<Json.Obj> cites, String kind, double score) {
    public Statement {
        headings = List.copyOf(headings);
        cites = List.copyOf(cites);
    }

    /** Makes a statement of {@code passage}. */
    public static Statement of(Passage passage, double score) {
        return new Statement(
                passage.text(), lead(passage), passage.headings(), List.of(passage.cite()), passage.kind(), score);
    }

    /** Returns this statement with {@code lead} before it. */
    public Statement led(String lead) {
        return new Statement(text, lead, headings, cites, kind, score);
    }

    private static String lead(Passage passage) {
        if (!passage.kind().equals("cell")) return "";
        String row = passage.row();
        String column = passage.column();
        if (row.isBlank() || row.equals(passage.text())) return column;
        return column.isBlank() ? row : row + ", " + column;
    }

    /** Reads what {@link #toJson} wrote; empty when {@code json} is no statement with a text and a place. */
    public static Optional<Statement> of(Json json) {
        List<Json.Obj> cites = json.list("cites").stream()
                .filter(c -> c instanceof Json.Obj && !c.text("at").isBlank())
                .map(c -> (Json.Obj) c)
                .toList();
        if (json.text("text").isBlank() || cites.isEmpty()) return Optional.empty();
        double score = json.at("score")
                .map(v -> v instanceof Json.Num n ? n.value() : 0.0)
                .orElse(0.0);
        return Optional.of(new Statement(
                json.text("text"),
                json.text("lead"),
                json.textList("headings"),
                cites,
                json.text("kind", "sentence"),
                score));
    }

    /** Returns the form in which a statement is handed on. */
    public Json.Obj toJson() {
        Json.Obj json = Json.object().with("text", text);
        if (!lead.isBlank()) json = json.with("lead", lead);
        return json.with("headings", Json.texts(headings))
                .with("cites", Json.of(cites))
                .with("kind", kind)
                .with("score", Json.of(Math.round(score * 1000) / 1000.0));
    }

    /** Tells whether it is a cell of a table, which says nothing without its row and column. */
    public boolean isCell() {
        return kind.equals("cell");
    }

    /** Returns the places in their text form. */
    public List<String> places() {
        return cites.stream().map(c -> c.text("at")).toList();
    }
}
