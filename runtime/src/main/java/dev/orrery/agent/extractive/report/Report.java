package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.selection.Conflicts;
import dev.orrery.agent.extractive.selection.Statement;
import dev.orrery.agent.extractive.style.Style;
import dev.orrery.agent.extractive.style.StyleRule;
import dev.orrery.agent.extractive.style.StyleSource;
import dev.orrery.agent.extractive.task.Frame;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Window;
import java.util.List;
import java.util.Optional;

/** The report on what research found: reads the rules, then writes the sections that the goal calls for. */
public final class Report {
    private final Work work;
    private final Worded worded;
    private final StyleSource rules;

    /** Makes the report of what {@code window} shows, all in quotations. */
    public Report(Window window) {
        this(window, Worded.NOTHING);
    }

    /** Makes the report of what {@code window} shows, with other sentences in the place of some quotations. */
    public Report(Window window, Worded worded) {
        this.work = Work.of(window);
        this.worded = worded;
        List<Subject> subjects =
                work.parts().stream().flatMap(p -> p.subject().stream()).toList();
        this.rules = new StyleSource(
                window, path -> subjects.stream().anyMatch(s -> !s.folder().isEmpty() && s.holds(path)));
    }

    /** Returns the calls that are still to be made before {@link #output} knows all rules. */
    public List<ToolCall> wanted() {
        return rules.wanted();
    }

    /** Returns the report. */
    public Json output() {
        Style style = Style.of(rules.rules(), work.topics());
        List<String> topics = style.topics(work.topics());
        var sheet = new Sheet(style, worded);
        String title = Title.of(work);
        sheet.title(title);
        Notices.write(work, worded, sheet);
        body(topics, sheet);
        sources(sheet);
        Json.Obj output = Json.object()
                .with("title", style.words(title))
                .with("lines", Json.of(sheet.lines().stream().map(Line::toJson).toList()))
                .with("sources", sourceList(sheet))
                .with(
                        "applied",
                        Json.of(style.applied().stream().map(StyleRule::toJson).toList()))
                .with(
                        "notApplied",
                        Json.of(style.notApplied().stream()
                                .map(StyleRule::toJson)
                                .toList()))
                .with("topics", Json.texts(topics));
        return worded.isQuoted() ? output : output.with("worded", rewordings(sheet));
    }

    /** Tells a reviewer which sentence stands for which quotation. */
    private Json rewordings(Sheet sheet) {
        return Json.of(sheet.reworded().stream()
                .map(s -> Json.object()
                        .with("text", worded.sentences().getOrDefault(s.text(), ""))
                        .with("quote", s.text())
                        .with("lead", s.isCell() ? s.lead() : ""))
                .toList());
    }

    private void body(List<String> topics, Sheet sheet) {
        var sections = new Sections(work, topics);
        switch (work.frame().kind()) {
            case SURVEY, COMPARE -> {
                new Summary(work, topics).write(sheet);
                evidence(sheet);
                new Comparison(work, topics).write(sheet);
                sections.write(sheet);
                sections.contradictions(sheet);
            }
            case FIND -> {
                evidence(sheet);
                new Answer(work, topics).write(sheet);
                sections.contradictions(sheet);
            }
            case SUMMARY -> {
                new Summary(work, topics).write(sheet);
                sections.write(sheet);
                sections.contradictions(sheet);
            }
            case LIST -> new Listing(work, topics).write(sheet);
            case CHANGES -> {
                sections.write(sheet);
                reworded(sheet);
            }
        }
    }

    private void evidence(Sheet sheet) {
        String relation = work.frame().relation();
        if (relation.isBlank() || work.evidence().isEmpty() || sheet.style().omits(relation)) return;
        sheet.heading(2, relation, "");
        for (Statement statement : work.evidence()) sheet.statement(statement, "", "");
    }

    private void reworded(Sheet sheet) {
        boolean any =
                work.parts().stream().anyMatch(p -> !p.findings().conflicts().isEmpty());
        if (!any) return;
        List<Frame.Version> versions = work.frame().versions();
        String before = versions.isEmpty() ? "Before" : versions.getFirst().name();
        String after = versions.size() < 2 ? "After" : versions.getLast().name();
        sheet.heading(2, "Reworded", "");
        for (Part part : work.parts()) {
            for (Conflicts.Conflict pair : part.findings().conflicts()) {
                sheet.statement(pair.one(), before, part.step());
                sheet.statement(pair.other(), after, part.step());
                sheet.blank();
            }
        }
    }

    private static void sources(Sheet sheet) {
        sheet.sourcesHeading();
        sheet.citations().all().forEach((place, number) -> sheet.source(number, place));
    }

    private static Json sourceList(Sheet sheet) {
        return Json.of(sheet.citations().all().entrySet().stream()
                .map(e -> Json.object().with("n", e.getValue()).with("at", e.getKey()))
                .toList());
    }

    /** Returns the Markdown of a report's output: its lines. */
    public static Optional<String> markdown(Json output) {
        if (output.list("lines").isEmpty()) return Optional.empty();
        return Optional.of(String.join(
                        "\n",
                        output.list("lines").stream().map(l -> l.text("text")).toList()) + "\n");
    }
}
