package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Phrases;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.task.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a topic, each with the weight that it has in telling whether a passage is about the topic: rare words
 * weigh more than frequent ones, and words such as "support" or "options" little.
 */
final class Terms {
    private static final Phrases EMPTY_WORDS = Phrases.read(Terms.class, "empty-words");
    private static final double EMPTY_WEIGHT = 0.45;
    /** About how many passages a subject has: only the order of magnitude counts, it is under a logarithm. */
    private static final double PASSAGES = 5000;

    private final List<Term> terms = new ArrayList<>();

    /** One word. */
    record Term(String word, String stem, double weight, boolean empty) {
        boolean in(Collection<String> stems) {
            return stems.stream().anyMatch(s -> Stems.related(stem, s));
        }
    }

    private Terms() {}

    /** Takes the words of {@code topic}, without those of the subject's {@code names}. */
    static Terms of(Topic topic, List<String> names, Evidence evidence) {
        Set<String> own = names.stream().flatMap(n -> Stems.in(n).stream()).collect(Collectors.toSet());
        var result = new Terms();
        for (String word : topic.words()) {
            String stem = Stems.of(word);
            if (own.contains(stem) && topic.words().size() > 1) continue;
            boolean known = result.terms.stream().anyMatch(t -> t.stem().equals(stem));
            if (!known) result.terms.add(term(word, stem, evidence));
        }
        return result;
    }

    private static Term term(String word, String stem, Evidence evidence) {
        long found = evidence.matches(word).orElse(100);
        double rarity = Math.max(1, Math.log(PASSAGES / (found + 1.0)));
        boolean empty = EMPTY_WORDS.in(List.of(word)) || EMPTY_WORDS.in(List.of(stem));
        return new Term(word, stem, empty ? rarity * EMPTY_WEIGHT : rarity, empty);
    }

    List<Term> all() {
        return terms;
    }

    double total() {
        return terms.stream().mapToDouble(Term::weight).sum();
    }

    /** Returns the word that tells most; the first of equals. */
    Term rarest() {
        Term rarest = terms.getFirst();
        for (Term term : terms) {
            if (term.weight() > rarest.weight()) rarest = term;
        }
        return rarest;
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }
}
