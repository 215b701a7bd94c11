package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.selection.Statement;
import java.util.List;

/** Answers a question: for each topic asked, the best statement of each subject first, then the others. */
final class Answer {
    private final Work work;
    private final List<String> topics;

    Answer(Work work, List<String> topics) {
        this.work = work;
        this.topics = topics;
    }

    void write(Sheet sheet) {
        for (String topic : topics) {
            if (work.evidence().isEmpty() || !isDefinition(topic)) topic(topic, sheet);
        }
        definitions(sheet);
        if (topics.isEmpty()
                && work.parts().stream().allMatch(p -> p.findings().definition().isEmpty())) sheet.none("", "");
    }

    /** A topic on which research has no entry of its own is answered by the definitions. */
    private boolean isDefinition(String topic) {
        return work.parts().stream().allMatch(p -> p.on(topic).isEmpty())
                && work.parts().stream().anyMatch(p -> p.findings().definition().isPresent());
    }

    private void topic(String topic, Sheet sheet) {
        sheet.heading(2, topic, "");
        for (Part part : work.parts()) {
            List<Statement> statements = part.on(topic);
            if (statements.isEmpty()) sheet.none(part.name(), part.step());
            for (Statement s : statements) {
                sheet.statement(s, part.name().isEmpty() ? s.lead() : part.name(), part.step());
            }
        }
    }

    private void definitions(Sheet sheet) {
        List<Part> defined = work.parts().stream()
                .filter(p ->
                        p.findings().definition().filter(d -> !sheet.hasSaid(d)).isPresent())
                .toList();
        if (defined.isEmpty()) return;
        sheet.heading(2, "What they are", "");
        for (Part part : defined) {
            part.findings().definition().ifPresent(d -> sheet.statement(d, part.name(), part.step()));
        }
    }
}
