package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.selection.Statement;
import java.util.List;

/** Writes a list: one line for each entry, grouped by subject. */
final class Listing {
    private final Work work;
    private final List<String> topics;

    Listing(Work work, List<String> topics) {
        this.work = work;
        this.topics = topics;
    }

    void write(Sheet sheet) {
        for (Part part : work.parts()) {
            sheet.heading(2, part.name().isEmpty() ? Title.joined(topics) : part.name(), part.step());
            List<Statement> entries =
                    topics.stream().flatMap(t -> part.on(t).stream()).distinct().toList();
            if (entries.isEmpty()) sheet.none("", part.step());
            for (Statement entry : entries) sheet.statement(entry, entry.lead(), part.step());
        }
        if (work.parts().isEmpty()) sheet.none("", "");
    }
}
