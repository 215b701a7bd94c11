package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.selection.Conflicts;
import dev.orrery.agent.extractive.selection.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes the body: each subject with its topics in order, or the topics alone when there is no subject. */
final class Sections {
    private final Work work;
    private final List<String> topics;

    Sections(Work work, List<String> topics) {
        this.work = work;
        this.topics = topics;
    }

    void write(Sheet sheet) {
        for (Part part : work.parts()) {
            if (part.name().isEmpty()) topics(part, 2, sheet);
            else if (!sheet.style().omits(part.name())) subject(part, sheet);
        }
    }

    private void subject(Part part, Sheet sheet) {
        sheet.heading(2, part.name(), part.step());
        List<Statement> own = ofItself(part);
        List<Statement> left = own.stream().filter(s -> !sheet.hasSaid(s)).toList();
        boolean topical = topics.stream().anyMatch(t -> stands(part, t, sheet));
        // Where nobody named topics there may be nothing else: what the summary says is said again.
        boolean again = left.isEmpty() && !topical && topics.stream().allMatch(work::discovered);
        for (Statement s : again ? own : left) sheet.statement(s, "", part.step());
        if (own.isEmpty() && topics.isEmpty()) sheet.none("", part.step());
        topics(part, 3, sheet);
    }

    /** Returns what a subject says it is and does. */
    private static List<Statement> ofItself(Part part) {
        var all = new ArrayList<Statement>();
        part.findings().definition().ifPresent(all::add);
        all.addAll(part.findings().introduction());
        return all;
    }

    /** Tells whether {@code topic} gets a heading below the subject. Nobody looks there for one that the documents brought up. */
    private boolean stands(Part part, String topic, Sheet sheet) {
        List<Statement> statements = part.on(topic);
        if (statements.isEmpty()) return !work.discovered(topic);
        return asked(topic, sheet) || statements.stream().anyMatch(s -> !sheet.hasSaid(s));
    }

    private void topics(Part part, int level, Sheet sheet) {
        for (String topic : topics) {
            List<Statement> statements = part.on(topic);
            List<Statement> left =
                    statements.stream().filter(s -> !sheet.hasSaid(s)).toList();
            if (!stands(part, topic, sheet)) continue;
            sheet.heading(level, topic, part.step());
            if (statements.isEmpty()) sheet.none("", part.step());
            // Somebody who asked for the topic looks for it here, even where the summary or the table has said it all.
            for (Statement s : left.isEmpty() ? statements : left) sheet.statement(s, s.lead(), part.step());
        }
    }

    /** Tells whether the goal or a rule names {@code topic}; else the documents brought it up. */
    private boolean asked(String topic, Sheet sheet) {
        return sheet.style().asksFor(topic) || Stems.in(work.goal()).containsAll(Stems.in(topic));
    }

    /** Writes the statements of one subject that contradict each other. */
    void contradictions(Sheet sheet) {
        boolean any =
                work.parts().stream().anyMatch(p -> !p.findings().conflicts().isEmpty());
        if (!any || sheet.style().omits("Contradictions")) return;
        sheet.heading(2, "Contradictions", "");
        for (Part part : work.parts()) {
            for (Conflicts.Conflict conflict : part.findings().conflicts()) {
                String lead = part.name().isEmpty() ? conflict.topic() : part.name();
                sheet.statement(conflict.one(), lead, part.step());
                sheet.statement(conflict.other(), lead, part.step());
            }
        }
    }
}
