package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.selection.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the summary: for each subject what it says it is, or else its best statement; then the best of the rest. A
 * statement that stands in the summary is not repeated below, so only statements are taken that leave their topic another.
 */
final class Summary {
    private static final int LINES_MAX = 5;
    private static final int LINES_PER_SUBJECT = 2;
    private static final int LENGTH_MAX = 230;

    private record Choice(Part part, Statement statement, String topic) {
        boolean named() {
            return statement
                    .text()
                    .toLowerCase(Locale.ROOT)
                    .contains(part.name().toLowerCase(Locale.ROOT));
        }
    }

    private final Work work;
    private final List<String> topics;
    private final List<Choice> chosen = new ArrayList<>();
    private final Map<String, Integer> takenFrom = new HashMap<>();

    Summary(Work work, List<String> topics) {
        this.work = work;
        this.topics = topics;
    }

    void write(Sheet sheet) {
        if (sheet.style().omits("Summary")) return;
        int most = sheet.style().summaryLinesMax(LINES_MAX);
        for (Part part : work.parts()) {
            if (chosen.size() < most) opening(part).ifPresent(this::take);
        }
        for (Choice choice : byWorth()) {
            boolean fits = choice.named() && spare(choice) && !said(choice) && fair(choice);
            if (chosen.size() < most && fits) take(choice);
        }
        sheet.heading(2, "Summary", "");
        if (chosen.isEmpty()) sheet.none("", "");
        for (Part part : work.parts()) {
            chosen.stream()
                    .filter(c -> c.part().equals(part))
                    .forEach(c -> sheet.statement(c.statement(), part.name(), part.step()));
        }
    }

    private void take(Choice choice) {
        chosen.add(choice);
        takenFrom.merge(choice.part().step() + " " + choice.topic(), 1, Integer::sum);
    }

    private Optional<Choice> opening(Part part) {
        Optional<Statement> definition = part.findings().definition();
        if (definition.isPresent()) return definition.map(d -> new Choice(part, d, ""));
        Optional<Statement> introduction =
                part.findings().introduction().stream().findFirst();
        if (introduction.isPresent()) return introduction.map(s -> new Choice(part, s, ""));
        return byWorth().stream().filter(c -> c.part().equals(part) && spare(c)).findFirst();
    }

    private List<Choice> byWorth() {
        var all = new ArrayList<Choice>();
        for (Part part : work.parts()) {
            for (String topic : topics) {
                for (Statement s : part.on(topic)) {
                    if (s.text().length() <= LENGTH_MAX && s.lead().isEmpty()) all.add(new Choice(part, s, topic));
                }
            }
        }
        // A line that names its subject is about nothing else; the summary is read without the headings below.
        all.sort(Comparator.comparing((Choice c) -> !c.named())
                .thenComparing(
                        Comparator.comparingDouble((Choice c) -> c.statement().score())
                                .reversed()));
        return all;
    }

    /** Tells whether the topic keeps a statement of its own when this one moves to the summary. */
    private boolean spare(Choice choice) {
        int taken = takenFrom.getOrDefault(choice.part().step() + " " + choice.topic(), 0);
        return choice.part().on(choice.topic()).size() - taken >= 2;
    }

    /** Tells whether the summary has the sentence already: what defines a subject may also be found on a topic. */
    private boolean said(Choice choice) {
        return chosen.stream()
                .anyMatch(c -> c.statement().text().equals(choice.statement().text()));
    }

    /** Tells whether the summary has nothing on the topic yet, and not more than one line on the subject. */
    private boolean fair(Choice choice) {
        long ofSubject =
                chosen.stream().filter(c -> c.part().equals(choice.part())).count();
        return ofSubject < LINES_PER_SUBJECT
                && chosen.stream().noneMatch(c -> c.topic().equals(choice.topic()));
    }
}
