package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.quality.Setting;
import dev.orrery.message.Json;
import java.util.List;

/**
 * One sentence, list item, table cell or heading with its surroundings, as the knowledge tools return it. What a tool
 * did not say reads as empty or zero.
 */
public record Passage(Json json) {
    /** The members that say where a passage stands; a citation is made of them. */
    private static final List<String> LOCATOR = List.of("at", "path", "first", "last", "page", "paragraph", "index");

    /** Returns the words of the source. */
    public String text() {
        return json.text("text");
    }

    /** Returns the document. */
    public String path() {
        return json.text("path");
    }

    /** Returns the place in its text form, such as {@code acme/scaling.md:12-13}. */
    public String at() {
        return json.text("at");
    }

    /** Tells whether the passage stands in the place {@code cite}, in whole or in part. */
    public boolean standsIn(Json cite) {
        if (!path().equals(cite.text("path"))) return false;
        for (String unit : List.of("page", "paragraph")) {
            if (json.at(unit).isPresent()) return json.number(unit, -1) == cite.number(unit, -2);
        }
        return json.number("first", -1) <= cite.number("last", -2)
                && json.number("last", -2) >= cite.number("first", -1);
    }

    /** Returns the document's title. */
    public String title() {
        return json.text("title");
    }

    /** Returns the headings above the passage, from the top down. */
    public List<String> headings() {
        return json.textList("headings");
    }

    /** Returns the nearest heading; the title when there is none. */
    public String heading() {
        List<String> headings = headings();
        return headings.isEmpty() ? title() : headings.getLast();
    }

    /** Returns {@code sentence}, {@code item}, {@code cell}, {@code row} or {@code heading}. */
    public String kind() {
        return json.text("kind", "sentence");
    }

    /** Returns the passage's position in the document. */
    public int index() {
        return (int) json.number("index", 0);
    }

    /** Returns the number of the block within the document. */
    public int block() {
        return (int) json.number("block", -1);
    }

    /** Returns how many passages of its block stand before this one. */
    public int position() {
        return (int) json.number("position", 0);
    }

    /** Returns the heading of a cell's column. */
    public String column() {
        return json.text("column");
    }

    /** Returns the first cell of a cell's row. */
    public String row() {
        return json.text("row");
    }

    /** Returns the version that the document is about. */
    public String version() {
        return json.text("version");
    }

    /** Returns how well the passage fits the query that found it; only hits of one query can be compared. */
    public double score() {
        return decimal("score");
    }

    /** Returns the members that a citation consists of. */
    public Json.Obj cite() {
        Json.Obj cite = Json.object();
        for (String name : LOCATOR) {
            var value = json.at(name);
            if (value.isPresent()) cite = cite.with(name, value.get());
        }
        return cite;
    }

    /** Returns where the passage stands, for judging its quality as a statement about someone called {@code names}. */
    public Setting setting(List<String> names) {
        return new Setting(headings(), path(), kind(), position(), decimal("codeShare"), decimal("linkShare"), names);
    }

    /** Returns the share of its characters that are set as code, 0 to 1. */
    public double codeShare() {
        return decimal("codeShare");
    }

    private double decimal(String name) {
        return json.at(name).map(v -> v instanceof Json.Num n ? n.value() : 0.0).orElse(0.0);
    }
}
