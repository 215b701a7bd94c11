package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Word;
import dev.orrery.agent.extractive.language.WordClass;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for a finite verb that is not spent on a subordinate clause. Each {@code that}, {@code which}, {@code if} …
 * opens a clause, the next finite verb closes it; a finite verb that finds no clause open is the main one. So {@code
 * Nodes that fail.} has none and {@code Nodes that fail are replaced.} has one.
 */
final class MainVerb implements Check {
    private static final Set<String> NOT_FINITE = Set.of("be", "been", "being", "having");
    private static final Set<String> RELATIVE = Set.of("that", "which", "who", "whom", "whose", "what", "whatever");
    private static final Set<String> ADVERBS_OF_CLAUSES =
            Set.of("when", "where", "how", "why", "whether", "if", "whenever", "wherever", "while", "although");
    private static final Set<String> SUBJECTS = Set.of("you", "we", "they", "he", "she", "it", "i");
    private static final Set<String> AFTER_PARTICIPLE = Set.of(
            "by", "in", "for", "to", "as", "with", "on", "from", "at", "under", "into", "within", "using", "via",
            "through");
    private static final Set<String> IRREGULAR = Set.of(
            "built", "made", "known", "done", "sent", "kept", "held", "found", "set", "put", "left", "paid", "sold");

    /** Verbs that make a passive, as auxiliaries do: "get posted". */
    private static final Set<String> PASSIVE = Set.of("get", "gets", "got", "getting");

    private static final Set<String> QUANTIFIERS = Set.of("all", "both", "each", "every", "any");

    /** How far behind "that", "as" or "because" the verb of its clause may stand. */
    private static final int CLAUSE_REACH = 8;

    @Override
    public void judge(Sentence sentence, Set<Mark> marks) {
        if (sentence.words().stream().noneMatch(MainVerb::verbal)) marks.add(Mark.NO_VERB);
        else if (position(sentence) < 0) marks.add(Mark.NO_MAIN_VERB);
    }

    /** Returns where the first main verb stands, or -1. */
    static int position(Sentence s) {
        int open = 0;
        int brackets = 0;
        for (int i = 0; i < s.size(); i++) {
            // What stands in brackets is a sentence of its own: "A driver (one may have several)" has no verb.
            if (s.word(i).text().startsWith("(")) brackets++;
            if (s.word(i).text().endsWith(")") && brackets > 0) brackets--;
            if (brackets > 0) continue;
            if (opensClause(s, i) || reducedClause(s, i)) open++;
            boolean closes = open > 0 && candidate(s, i);
            if (!closes && !finite(s, i)) continue;
            if (open == 0) return i;
            open--;
        }
        return -1;
    }

    private static boolean opensClause(Sentence s, int i) {
        Word w = s.word(i);
        if (w.is("what")) return true;
        if (w.in(RELATIVE)) return i > 0 && w.kind() != WordClass.DETERMINER;
        if (w.in(ADVERBS_OF_CLAUSES)) return true;
        if (w.kind() == WordClass.SUBORDINATOR) return !w.is("for") && clauseFollows(s, i);
        return w.in(SUBJECTS) && i > 1 && (s.word(i - 1).nominal() || objectClause(s, i));
    }

    /** Recognises "confirm it has arrived": a verb, a pronoun, and the verb of a clause whose "that" was left out. */
    private static boolean objectClause(Sentence s, int i) {
        return s.word(i - 1).kind() == WordClass.VERB && i + 1 < s.size() && candidate(s, i + 1);
    }

    /** Recognises "the time the server waits": a second noun phrase right behind the first, before any verb. */
    private static boolean reducedClause(Sentence s, int i) {
        boolean determiner =
                s.word(i).kind() == WordClass.DETERMINER && !s.word(i).in(QUANTIFIERS);
        if (!determiner || i < 2 || s.word(i - 1).kind() != WordClass.NOUN) return false;
        if (s.word(0).kind() == WordClass.ADPOSITION || s.word(0).kind() == WordClass.SUBORDINATOR) return false;
        for (int k = 0; k < i; k++) {
            if (verbal(s.word(k))) return false;
        }
        return true;
    }

    private static boolean clauseFollows(Sentence s, int i) {
        for (int k = i + 1; k < Math.min(s.size(), i + CLAUSE_REACH); k++) {
            if (s.word(k).is(",")) return false;
            if (finite(s, k)) return true;
        }
        return false;
    }

    private static boolean verbal(Word w) {
        return w.kind() == WordClass.VERB || w.kind() == WordClass.AUXILIARY;
    }

    private static boolean finite(Sentence s, int i) {
        return candidate(s, i) && (s.word(i).kind() == WordClass.AUXILIARY || !participle(s, i));
    }

    /** Tells whether the word at {@code i} is a verb that can carry a clause and is the first of its verbs. */
    private static boolean candidate(Sentence s, int i) {
        Word w = s.word(i);
        if (!verbal(w) || follows(s, i) || goesOn(s, i)) return false;
        // Auxiliaries are a closed class, and only orders are shouted: "Acme" is none, "MUST" is one.
        boolean named = Character.isUpperCase(w.text().charAt(0))
                && !w.text().equals(w.text().toUpperCase(Locale.ROOT));
        if (w.kind() == WordClass.AUXILIARY) return !w.in(NOT_FINITE) && !named;
        // A statement does not begin with its verb: what does is an order or a participle.
        return i > 0
                && !w.lower().endsWith("ing")
                && Character.isLowerCase(w.text().charAt(0));
    }

    /** Tells whether the verb at {@code i} belongs to a "to" or an auxiliary before it: "to go", "is not yet sent". */
    private static boolean follows(Sentence s, int i) {
        int k = i - 1;
        while (k >= 0 && (s.word(k).kind() == WordClass.ADVERB || negation(s.word(k)))) k--;
        if (k < 0) return false;
        return s.word(k).is("to")
                || s.word(k).kind() == WordClass.AUXILIARY
                || s.word(k).in(PASSIVE);
    }

    /** Tells whether the verb at {@code i} goes on with what "to" or an auxiliary began: "to open and close". */
    private static boolean goesOn(Sentence s, int i) {
        if (i < 2
                || s.word(i - 1).kind() != WordClass.CONJUNCTION
                || s.word(i).lower().endsWith("s")) return false;
        for (int k = i - 2; k > 0; k--) {
            if (s.word(k).kind() == WordClass.VERB)
                return follows(s, k) || s.word(k).lower().endsWith("ing");
        }
        return false;
    }

    private static boolean negation(Word w) {
        return w.is("not") || w.is("n't");
    }

    /** Tells whether the verb at {@code i} only describes the noun beside it: "data stored in", "a signed copy". */
    private static boolean participle(Sentence s, int i) {
        Word w = s.word(i);
        boolean form = w.lower().endsWith("ed") || w.lower().endsWith("en") || w.in(IRREGULAR);
        if (!form || i == 0) return false;
        // "Fully managed storage" opens with its participle, as "managed storage" does.
        if (s.word(i - 1).kind() == WordClass.ADVERB && opensPhrase(s, i - 1)) return true;
        Word before = s.word(i - 1);
        Word after = i + 1 < s.size() ? s.word(i + 1) : before;
        if (before.nominal()) return after.in(AFTER_PARTICIPLE) || after.kind() == WordClass.PUNCTUATION;
        return switch (before.kind()) {
            case ADJECTIVE, ADPOSITION, DETERMINER, CONJUNCTION, PUNCTUATION, SUBORDINATOR -> true;
            case ADVERB, AUXILIARY, INTERJECTION, NOUN, NUMBER, PARTICLE, PRONOUN, NAME, SYMBOL, VERB, OTHER -> false;
        };
    }

    /** Tells whether nothing but adverbs stands before {@code i} in its part of the sentence. */
    private static boolean opensPhrase(Sentence s, int i) {
        int k = i;
        while (k >= 0 && s.word(k).kind() == WordClass.ADVERB) k--;
        return k < 0 || s.word(k).kind() == WordClass.PUNCTUATION;
    }
}
