package dev.orrery.agent.extractive.report;

import dev.orrery.message.Json;
import java.util.Locale;

/**
 * One line of a report.
 *
 * @param kind what it is
 * @param text its Markdown
 * @param step the step whose result it comes from; empty for the report's own lines
 */
record Line(Kind kind, String text, String step) {
    enum Kind {
        TITLE,
        NOTICE,
        HEADING,
        STATEMENT,
        NONE,
        TABLE,
        SOURCE,
        BLANK;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Json toJson() {
        Json.Obj json = Json.object().with("text", text).with("kind", kind.wire());
        return step.isEmpty() ? json : json.with("step", step);
    }
}
