package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.research.Findings;
import dev.orrery.agent.extractive.selection.Statement;
import dev.orrery.agent.extractive.task.Subject;
import java.util.List;
import java.util.Optional;

/**
 * What one research step contributed.
 *
 * @param step the step
 * @param subject what it was about, when about one
 * @param findings what it found
 */
record Part(String step, Optional<Subject> subject, Findings findings) {
    /** Returns the name for headings and bold leads; empty when the part is about no subject. */
    String name() {
        return subject.map(Subject::name).orElse("");
    }

    /** Returns the statements on {@code topic}; none when it was not looked for. */
    List<Statement> on(String topic) {
        return findings.topics().stream()
                .filter(t -> t.topic().equalsIgnoreCase(topic))
                .flatMap(t -> t.statements().stream())
                .toList();
    }
}
