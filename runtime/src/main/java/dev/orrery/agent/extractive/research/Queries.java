package dev.orrery.agent.extractive.research;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.agent.extractive.task.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Writes the queries for a topic. Words are varied by their endings and spelling only: no synonyms are known here. */
final class Queries {
    private Queries() {}

    /** Returns the queries to begin with: the topic as it is, and each of its words alone. */
    static List<String> first(Topic topic) {
        var queries = new LinkedHashSet<String>();
        queries.add(topic.query());
        if (topic.words().size() > 1) queries.addAll(topic.words());
        return List.copyOf(queries);
    }

    /** Returns the queries to widen with when the first ones found too little: other forms, and compounds. */
    static List<String> wider(Topic topic) {
        var queries = new LinkedHashSet<String>();
        for (String word : topic.words()) {
            List<String> variants = Stems.variants(word);
            if (!variants.isEmpty()) queries.add(word + " " + String.join(" ", variants));
        }
        compound(topic.words()).ifPresent(queries::add);
        return List.copyOf(queries);
    }

    private static Optional<String> compound(List<String> words) {
        if (words.size() < 2) return Optional.empty();
        var joined = new ArrayList<String>();
        for (int i = 0; i + 1 < words.size(); i++) joined.add(words.get(i) + words.get(i + 1));
        return Optional.of(String.join(" ", joined));
    }

    /** Returns the queries that lead to sentences of the form "NAME is a …". */
    static List<String> definition(Subject subject) {
        String name = subject.name();
        return List.of(
                "what is " + name,
                name + " introduction overview about",
                name + " supports provides features",
                name + " uses runs stores requires");
    }

    /** Returns the query that leads to the subject's own version, release date and licence, which are compared. */
    static String slots(Subject subject) {
        return subject.name() + " current latest stable version release licensed licence";
    }
}
