package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.selection.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
            List<Statement> entries =
                    topics.stream().flatMap(t -> part.on(t).stream()).distinct().toList();
            if (!part.name().isEmpty()) section(part.name(), entries, part, sheet);
            else byFolder(entries, part, sheet);
        }
        if (work.parts().isEmpty()) sheet.none("", "");
    }

    /** Without subjects, the folders are what a reader can tell the entries apart by. */
    private static void byFolder(List<Statement> entries, Part part, Sheet sheet) {
        var folders = new LinkedHashMap<String, List<Statement>>();
        for (Statement entry : entries) {
            folders.computeIfAbsent(folder(entry), k -> new ArrayList<>()).add(entry);
        }
        if (folders.isEmpty()) sheet.none("", part.step());
        folders.forEach((folder, within) -> section(folder, within, part, sheet));
    }

    private static String folder(Statement entry) {
        String path = entry.cites().getFirst().text("path");
        int end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end).replace('-', ' ').replace('_', ' ');
    }

    private static void section(String name, List<Statement> entries, Part part, Sheet sheet) {
        sheet.heading(2, name, part.step());
        if (entries.isEmpty()) sheet.none("", part.step());
        for (Statement entry : entries) sheet.statement(entry, entry.lead(), part.step());
    }
}
