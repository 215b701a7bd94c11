package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.style.Style;
import dev.orrery.agent.extractive.style.StyleRule;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what the report says about itself: what it is, what is missing, and what memory contributed. */
final class Notices {
    private static final String EXTRACTIVE =
            "This is an extractive report: every statement is quoted word for word from the supplied files and cited;"
                    + " nothing in it was composed. Goal: ";

    private static final String WORDED =
            " from statements of the supplied files: each sentence was checked for the numbers, names and negations of the"
                    + " lines that it cites. Goal: ";

    private static final int EPISODES_MAX = 2;
    private static final int FACTS_MAX = 3;
    private static final int TEXT_MAX = 240;

    private record Notice(String text, List<String> places) {
        Notice(String text) {
            this(text, List.of());
        }
    }

    private Notices() {}

    static void write(Work work, Worded worded, Sheet sheet) {
        var notices = new ArrayList<Notice>();
        String opening =
                worded.isQuoted() ? EXTRACTIVE : "This report was worded by " + oneLine(worded.author()) + WORDED;
        notices.add(new Notice(opening + "“" + oneLine(work.goal()) + "”"));
        if (worded.dropped() > 0) {
            notices.add(new Notice("Of what the model wrote, " + worded.dropped()
                    + (worded.dropped() == 1 ? " sentence was" : " sentences were")
                    + " dropped because the cited lines do not hold it; the quotation stands instead."));
        }
        for (String gap : work.gaps()) notices.add(new Notice("Gap: " + oneLine(gap)));
        for (String remark : work.remarks()) notices.add(new Notice(oneLine(remark)));
        rules(work, sheet.style(), notices);
        memory(work, notices);
        sheet.blank();
        for (int i = 0; i < notices.size(); i++) {
            if (i > 0) sheet.noticeBreak();
            sheet.notice(notices.get(i).text(), notices.get(i).places());
        }
        sheet.blank();
    }

    private static void rules(Work work, Style style, List<Notice> notices) {
        List<String> documents = style.applied().stream()
                .filter(r -> !r.remembered() && !r.learned())
                .map(r -> r.source().replaceFirst(":[^:]*$", ""))
                .distinct()
                .toList();
        if (!documents.isEmpty()) {
            notices.add(new Notice("Written by the rules in " + String.join(", ", documents) + "."));
        }
        for (StyleRule rule : style.applied()) {
            if (rule.remembered()) notices.add(named("Rule from memory applied: ", rule));
            if (rule.learned()) notices.add(named("Rule learned from edits applied: ", rule));
        }
        for (StyleRule rule : style.notApplied()) notices.add(named("Rule not applied: ", rule));
        for (String phrase : style.replacedPhrases()) {
            if (quoted(work, phrase)) {
                notices.add(new Notice("“" + phrase + "” stays in quotations, which are not changed."));
            }
        }
    }

    private static boolean quoted(Work work, String phrase) {
        return work.parts().stream()
                .flatMap(p -> p.findings().topics().stream())
                .flatMap(t -> t.statements().stream())
                .anyMatch(s -> s.text().toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT)));
    }

    private static Notice named(String what, StyleRule rule) {
        String text = what + "“" + oneLine(rule.text()) + "”";
        return rule.remembered()
                ? new Notice(text, List.of(rule.source()))
                : new Notice(text + " (" + rule.source() + ")");
    }

    private static void memory(Work work, List<Notice> notices) {
        int episodes = 0;
        int facts = 0;
        for (Window.Item item : work.memory()) {
            Json entry = item.value().content();
            String text = oneLine(entry.text("text"));
            if (text.isEmpty()) continue;
            if (entry.text("kind").equals("episode")) {
                if (!concerns(work, entry.text("text")) || ++episodes > EPISODES_MAX) continue;
                notices.add(new Notice("An earlier run: " + text, List.of(item.source())));
            } else if (entry.text("kind").equals("fact") && ++facts <= FACTS_MAX) {
                notices.add(new Notice("Known from memory: " + text, List.of(item.source())));
            }
        }
    }

    /** An earlier run is worth a line when it was about one of the subjects; goals alone share words by chance. */
    private static boolean concerns(Work work, String episode) {
        List<String> names = work.parts().stream()
                .flatMap(p -> p.subject().stream())
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .toList();
        String told = episode.toLowerCase(Locale.ROOT);
        return names.isEmpty() || names.stream().anyMatch(told::contains);
    }

    /** A notice is one line, whatever it quotes, and must not be taken for a citation. */
    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip().replaceAll("\\[(\\d+)\\]", "($1)");
        return line.length() <= TEXT_MAX ? line : line.substring(0, line.lastIndexOf(' ', TEXT_MAX)) + " …";
    }
}
