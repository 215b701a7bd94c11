package dev.orrery.agent.llm;

import dev.orrery.agent.extractive.report.Report;
import dev.orrery.agent.extractive.report.Worded;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model made of the statements, as far as the cited lines hold it. Belongs to one turn. */
final class Wording {
    private final Map<String, String> sentences = new LinkedHashMap<>();
    private int dropped;

    /** Takes the sentences of {@code note} that hold; returns the statements whose sentences do not, with the reasons. */
    Map<Json, List<String>> take(Passage section, Json note) {
        Map<Json, List<String>> faulty = new LinkedHashMap<>();
        for (Json statement : section.statements()) {
            String quote = statement.text("text");
            for (Json said : note.list("sentences")) {
                if (!said.text("quote").equals(quote)) continue;
                List<String> faults = faults(said.text("text"), statement, section.subject());
                if (faults.isEmpty()) sentences.put(quote, said.text("text"));
                else faulty.put(statement, faults);
            }
        }
        return faulty;
    }

    private List<String> faults(String sentence, Json statement, String subject) {
        if (sentence.isBlank()) return List.of("it is empty");
        if (sentences.containsValue(sentence)) return List.of("it says the same as another sentence");
        return Claims.faults(sentence, statement, subject);
    }

    /** Counts sentences that are dropped for good. */
    void drop(int count) {
        dropped += count;
    }

    /** Returns the report with the sentences in the place of the quotations that they hold to. */
    Json report(Window window, String model) {
        return new Report(window, new Worded(model, sentences, dropped)).output();
    }
}
