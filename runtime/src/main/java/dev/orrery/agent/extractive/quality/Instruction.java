package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.language.Word;
import dev.orrery.agent.extractive.language.WordClass;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises orders: "Set the limit", "To raise the limit, set …". The tagger often takes the verb of an order for a
 * noun, so the sentence is tagged once more with a "They" before it, where the verb is easily seen.
 */
final class Instruction implements Check {
    private static final Set<String> LEADS = Set.of(
            "to", "if", "when", "while", "for", "in", "with", "by", "unless", "before", "after", "once", "until", "on");
    private static final Set<String> NEVER_VERBS =
            Set.of("the", "a", "an", "all", "any", "each", "every", "some", "most", "no");
    private static final Set<String> OBJECTS = Set.of("your", "its", "their", "our", "each", "every", "any", "all");
    private static final Set<String> MANNER = Set.of(
            "always", "never", "just", "simply", "only", "also", "first", "then", "now", "next", "finally", "instead");

    private final Tagger tagger;

    Instruction(Tagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public void judge(Sentence s, Set<Mark> marks) {
        if (s.size() < 3) return;
        if (beginsWithVerb(s) || verbAfterLead(s)) marks.add(Mark.INSTRUCTION);
    }

    private boolean beginsWithVerb(Sentence s) {
        int first = s.word(0).in(MANNER) ? 1 : 0;
        Word w = s.word(first);
        if (w.is("be") || w.is("do") || w.is("let")) return true;
        if (w.in(NEVER_VERBS) || w.lower().endsWith("ing") || !letters(w)) return false;
        if (orderOnObject(s, first)) return true;
        int main = MainVerb.position(s);
        boolean ownVerb = main > first && !coordinated(s, main);
        if (ownVerb) return false;
        if (w.kind() == WordClass.VERB && !w.lower().endsWith("ed")) return true;
        // "Returns the list": a verb without its subject, as descriptions of parts begin.
        return verbAfter(w.lower().endsWith("s") ? "It " : "They ", s, first);
    }

    /** Recognises "Write the name": a noun is not followed by a determiner, so the first word is a verb. */
    private static boolean orderOnObject(Sentence s, int first) {
        if (first + 1 >= s.size()) return false;
        boolean noun = switch (s.word(first).kind()) {
            case NOUN, NAME, VERB, ADJECTIVE, OTHER -> !s.word(first).lower().endsWith("en");
            case ADPOSITION, ADVERB, AUXILIARY, CONJUNCTION, DETERMINER, INTERJECTION, NUMBER -> false;
            case PARTICLE, PRONOUN, PUNCTUATION, SUBORDINATOR, SYMBOL -> false;
        };
        Word next = s.word(first + 1);
        return noun && (next.in(OBJECTS) || (next.kind() == WordClass.DETERMINER && !next.is("that")));
    }

    private static boolean letters(Word w) {
        return w.text().chars().allMatch(Character::isLetter);
    }

    /** Tells whether the verb at {@code i} is tied to an earlier one by "and": then it is no verb of a subject. */
    private static boolean coordinated(Sentence s, int i) {
        Word before = s.word(i - 1);
        return before.kind() == WordClass.CONJUNCTION
                || before.is(",")
                || (before.kind() == WordClass.ADVERB && i > 1 && s.word(i - 2).kind() == WordClass.CONJUNCTION);
    }

    private boolean verbAfter(String pronoun, Sentence s, int first) {
        String rest = s.text().substring(s.word(first).start());
        List<Word> retagged = tagger.words(pronoun + rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1));
        return retagged.size() > 1 && retagged.get(1).kind() == WordClass.VERB;
    }

    /** Recognises "If the disk is full, remove …": a verb right behind a comma, before any main verb. */
    private static boolean verbAfterLead(Sentence s) {
        if (!s.word(0).in(LEADS)) return false;
        int main = MainVerb.position(s);
        int end = main < 0 ? s.size() : main + 1;
        for (int i = 1; i + 1 < end; i++) {
            if (s.word(i).is(",") && isOrder(s.word(s.word(i + 1).in(MANNER) ? Math.min(i + 2, end - 1) : i + 1)))
                return true;
        }
        return false;
    }

    private static boolean isOrder(Word word) {
        return word.kind() == WordClass.VERB
                && !word.lower().endsWith("ing")
                && !word.lower().endsWith("ed");
    }
}
