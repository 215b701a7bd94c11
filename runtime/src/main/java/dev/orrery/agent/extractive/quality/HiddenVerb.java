package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.language.Word;
import dev.orrery.agent.extractive.language.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the verb that the tagger took for a noun: in "Kafka stores messages" all three words can be nouns. A word that
 * agrees with the noun before it as a verb would is read once more with a pronoun before it, where it can only be one.
 */
final class HiddenVerb {
    private static final Set<String> CLAUSES = Set.of("when", "where", "once", "while", "although");
    private static final Set<String> NOT_BEFORE_OBJECTS = Set.of("of", "and", "or");

    private final Tagger tagger;

    HiddenVerb(Tagger tagger) {
        this.tagger = tagger;
    }

    /** Returns {@code sentence} with its first hidden verb tagged as one; empty when it seems to hide none. */
    Optional<Sentence> reveal(Sentence sentence) {
        for (int i = 1; i + 1 < sentence.size(); i++) {
            if (!couldBeVerb(sentence, i)) continue;
            var words = new ArrayList<>(sentence.words());
            Word hidden = sentence.word(i);
            words.set(i, Word.of(hidden.text(), WordClass.VERB, hidden.start()));
            return Optional.of(
                    new Sentence(sentence.text(), sentence.tokens(), List.copyOf(words), sentence.setting()));
        }
        return Optional.empty();
    }

    private boolean couldBeVerb(Sentence s, int i) {
        Word word = s.word(i);
        Word before = s.word(i - 1);
        boolean noun = word.kind() == WordClass.NOUN || word.kind() == WordClass.ADJECTIVE;
        if (!noun
                || !Character.isLowerCase(word.text().charAt(0))
                || !subject(before)
                || s.word(i + 1).in(NOT_BEFORE_OBJECTS)
                || endsPhrase(s, i + 1)
                || governed(s, i - 1)) return false;
        // A name ends as it likes: "Kubernetes user" hides no verb.
        boolean manyBefore = plural(before) && before.kind() != WordClass.NAME;
        if (manyBefore == plural(word)) return false;
        String rest = s.text().substring(word.start());
        List<Word> alone = tagger.words((manyBefore ? "They " : "It ") + rest);
        return alone.size() > 1 && alone.get(1).kind() == WordClass.VERB;
    }

    /** Tells whether nothing follows that a verb could act on ("benefits in the form of …"), except where a clause ends: "If a replica fails, …". */
    private static boolean endsPhrase(Sentence s, int i) {
        if (s.word(i).kind() == WordClass.ADPOSITION) return opensWithNouns(s, i);
        boolean clause = s.word(0).kind() == WordClass.SUBORDINATOR || s.word(0).in(CLAUSES);
        return s.word(i).kind() == WordClass.PUNCTUATION
                && !(clause && s.word(i).is(","));
    }

    private static boolean opensWithNouns(Sentence s, int end) {
        return end <= 3 && s.words().subList(0, end).stream().allMatch(Word::nominal);
    }

    /** Recognises "with create rights" and "running support projects": a noun that is an object is nobody's subject. */
    private static boolean governed(Sentence s, int noun) {
        if (noun == 0 || s.word(noun).kind() == WordClass.NAME) return false;
        int first = noun - 1;
        while (first > 0 && s.word(first).nominal()) first--;
        if (first > 0 && s.word(first).kind() == WordClass.ADPOSITION) return true;
        Word before = s.word(noun - 1);
        if (before.kind() == WordClass.ADPOSITION) return true;
        // "The remaining copies elect …": here the participle describes the noun.
        boolean describes = noun > 1 && s.word(noun - 2).kind() == WordClass.DETERMINER;
        return before.kind() == WordClass.VERB && before.lower().endsWith("ing") && !describes;
    }

    private static boolean subject(Word w) {
        return w.nominal()
                || (w.kind() == WordClass.ADJECTIVE
                        && Character.isUpperCase(w.text().charAt(0)));
    }

    private static boolean plural(Word w) {
        return w.lower().endsWith("s")
                && !w.lower().endsWith("ss")
                && !w.lower().endsWith("us");
    }
}
