package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.selection.Statement;
import dev.orrery.agent.extractive.style.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The report while it is written: its lines, its citations, and which statements it has made already. */
final class Sheet {
    static final String NONE = "No statement found in the supplied files.";

    private final List<Line> lines = new ArrayList<>();
    private final Citations citations = new Citations();
    private final Set<String> said = new HashSet<>();
    private final Style style;
    private final String[] headings = new String[7];

    /** The level of the heading that a rule omits, together with all below it; 0 when there is none. */
    private int omitted;

    private final Worded worded;
    private final Set<Statement> reworded = new java.util.LinkedHashSet<>();

    Sheet(Style style, Worded worded) {
        this.style = style;
        this.worded = worded;
    }

    /** Returns the statements in whose place another sentence stands. */
    Set<Statement> reworded() {
        return reworded;
    }

    /** Returns what is written for {@code statement}: its words, or the sentence that holds to them. */
    private String words(Statement statement) {
        String sentence = worded.sentences().get(statement.text());
        if (sentence == null) return statement.text();
        reworded.add(statement);
        return sentence;
    }

    Style style() {
        return style;
    }

    void title(String text) {
        lines.add(new Line(Line.Kind.TITLE, "# " + style.words(text), ""));
    }

    /** Writes a line about the report itself; {@code places} are entries of memory. */
    void notice(String text, List<String> places) {
        String cited = places.isEmpty() ? text : text + " " + citations.of(places);
        lines.add(new Line(Line.Kind.NOTICE, "> " + cited, ""));
    }

    /** Leaves a blank line between two notices, so that each is a paragraph of its own. */
    void noticeBreak() {
        lines.add(new Line(Line.Kind.NOTICE, ">", ""));
    }

    /** Writes a heading of the topic or section {@code name}, which rules may rename. */
    void heading(int level, String name, String step) {
        if (omitted > 0 && level > omitted) return;
        headings[level] = name;
        omitted = style.omits(name) || style.omits(headings[level - 1] + Style.BELOW + name) ? level : 0;
        writeHeading(level, name, step);
    }

    /** Writes the heading of the sources, which no rule omits: without them nothing in the report could be checked. */
    void sourcesHeading() {
        omitted = 0;
        writeHeading(2, Style.SOURCES, "");
    }

    private void writeHeading(int level, String name, String step) {
        blank();
        add(new Line(Line.Kind.HEADING, "#".repeat(level) + " " + capital(style.heading(name)), step));
        blank();
    }

    private void add(Line line) {
        if (omitted == 0) lines.add(line);
    }

    void statement(Statement statement, String lead, String step) {
        if (omitted > 0) return;
        said.add(statement.text());
        String words = words(statement);
        // A sentence of its own says what a cell of a table needs its row and column for.
        boolean told = lead.isBlank()
                || !words.equals(statement.text()) && statement.isCell() && lead.equals(statement.lead());
        String bold = told ? "" : "**" + lead + ":** ";
        String text = "- " + bold + words + " " + citations.of(statement.places());
        lines.add(new Line(Line.Kind.STATEMENT, text, step));
    }

    void none(String lead, String step) {
        String bold = lead.isBlank() ? "" : "- **" + lead + ":** ";
        add(new Line(Line.Kind.NONE, bold + NONE, step));
    }

    void tableRow(List<String> cells, String step) {
        add(new Line(Line.Kind.TABLE, "| " + String.join(" | ", cells) + " |", step));
    }

    /** Returns {@code statement} as a cell of a table. */
    String cell(Statement statement) {
        if (omitted > 0) return "";
        said.add(statement.text());
        return words(statement).replace("|", "\\|") + " " + citations.of(statement.places());
    }

    void blank() {
        if (!lines.isEmpty() && lines.getLast().kind() != Line.Kind.BLANK) add(new Line(Line.Kind.BLANK, "", ""));
    }

    boolean hasSaid(Statement statement) {
        return said.contains(statement.text());
    }

    void source(int number, String place) {
        lines.add(new Line(Line.Kind.SOURCE, "[" + number + "] " + place, ""));
    }

    Citations citations() {
        return citations;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
