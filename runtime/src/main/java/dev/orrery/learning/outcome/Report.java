package dev.orrery.learning.outcome;

import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as it was delivered.
 *
 * @param writer the step that drafted it
 * @param lines in order; none contains a line break
 */
public record Report(String writer, List<WrittenLine> lines) {
    public Report {
        lines = List.copyOf(lines);
    }

    /** Reads the output of step {@code writer}: its {@code lines}, else the lines of its {@code markdown}. */
    static Report of(String writer, Json output) {
        var lines = new ArrayList<WrittenLine>();
        for (Json line : output.list("lines")) {
            String step = line.text("step");
            for (String text : split(line.text("text"))) {
                lines.add(new WrittenLine(text, step.isEmpty() ? writer : step, line.text("kind")));
            }
        }
        if (lines.isEmpty()) {
            String text = output.asText().orElse(output.text("markdown"));
            if (!text.isEmpty()) split(text).forEach(t -> lines.add(new WrittenLine(t, writer, "")));
        }
        return new Report(writer, lines);
    }

    private static List<String> split(String text) {
        return List.of(text.split("\\R", -1));
    }
}
