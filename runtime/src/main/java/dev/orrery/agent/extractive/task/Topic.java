package dev.orrery.agent.extractive.task;

import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.message.Json;
import java.util.List;
import java.util.Optional;

/**
 * Something that a report covers.
 *
 * @param name for headings, as the goal or a rule writes it
 * @param query for a search
 * @param words its words of content, in lower case
 * @param definition whether it asks what the subject is
 * @param discovered whether the documents brought it up, and nobody asked for it
 */
public record Topic(String name, String query, List<String> words, boolean definition, boolean discovered) {
    /** What a plan writes behind {@code from} when the documents brought a topic up. */
    private static final String DISCOVERED = "documents";

    public Topic {
        words = List.copyOf(words);
    }

    /** Reads a topic, an object or just its name; empty when there is no name. */
    public static Optional<Topic> of(Json json) {
        String name = json.asText().orElse(json.text("name", json.text("topic")));
        if (name.isBlank()) return Optional.empty();
        List<String> words = json.textList("words");
        if (words.isEmpty()) words = contentWords(name);
        boolean definition = json.text("kind").equals("definition");
        boolean discovered = json.text("from").equals(DISCOVERED);
        return Optional.of(new Topic(name, json.text("query", name), words, definition, discovered));
    }

    /** Makes a topic of its name. */
    public static Topic named(String name) {
        return new Topic(name, name, contentWords(name), false, false);
    }

    private static List<String> contentWords(String name) {
        List<String> all = Tokens.of(name);
        List<String> content = all.stream().filter(w -> !FunctionWords.is(w)).toList();
        return content.isEmpty() ? all : content;
    }
}
