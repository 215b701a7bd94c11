package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Phrases;
import dev.orrery.agent.extractive.language.Word;
import dev.orrery.agent.extractive.language.WordClass;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for what makes a sentence worth quoting: names, numbers, uncommon words, and that it asserts something. */
final class Content implements Check {
    private static final Phrases ASSERTIONS = Phrases.read(Content.class, "assertions");
    private static final double DENSITY_MIN = 0.33;
    /** Long words are mostly uncommon ones; a list of frequencies would say little more. */
    private static final int LONG_WORD = 9;

    private static final Set<String> COPULAS = Set.of("is", "are", "was", "were", "can", "has", "have");
    private static final int PREDICATE_FEW = 2;
    private static final int UNCOMMON_MIN = 3;

    @Override
    public void judge(Sentence s, Set<Mark> marks) {
        long content = s.words().stream().filter(Word::content).count();
        if (content < DENSITY_MIN * s.size()) marks.add(Mark.THIN);
        if (s.words().stream().skip(1).anyMatch(Content::isName)) marks.add(Mark.NAMES);
        if (s.text().chars().anyMatch(Character::isDigit)) marks.add(Mark.NUMBERS);
        long uncommon = s.words().stream().filter(Content::uncommon).count();
        if (uncommon >= UNCOMMON_MIN) marks.add(Mark.SPECIFIC);
        if (ASSERTIONS.in(s.tokens())) marks.add(Mark.ASSERTS);
        named(s, marks);
        if (barePredicate(s, marks)) marks.add(Mark.BARE_PREDICATE);
        if (definesAnother(s, marks)) marks.add(Mark.FOREIGN);
    }

    /** Recognises "The scheme is simple": behind "is" stands next to nothing. */
    private static boolean barePredicate(Sentence s, Set<Mark> marks) {
        int verb = MainVerb.position(s);
        if (verb < 0 || marks.contains(Mark.NUMBERS) || !s.word(verb).in(COPULAS)) return false;
        return s.words().stream().skip(verb + 1L).filter(Word::content).count() <= PREDICATE_FEW;
    }

    /** Recognises "Elasticsearch is a …" where the subject is someone else. */
    private static boolean definesAnother(Sentence s, Set<Mark> marks) {
        int verb = MainVerb.position(s);
        if (marks.contains(Mark.OPENS_WITH_NAME)
                || verb < 1
                || verb > 4
                || s.setting().names().isEmpty()) return false;
        boolean name = s.words().subList(0, verb).stream().allMatch(w -> w.kind() == WordClass.NAME);
        if (!name || !(s.word(verb).is("is") || s.word(verb).is("are"))) return false;
        // "Oakum is the default caulking of Velmora" is about the subject, "Oakum is a shop that sells to Velmora" is
        // not.
        return !marks.contains(Mark.NAMED)
                || verb + 1 < s.size()
                        && (s.word(verb + 1).is("a") || s.word(verb + 1).is("an"));
    }

    private static boolean isName(Word w) {
        return w.kind() == WordClass.NAME && w.text().length() > 2;
    }

    private static boolean uncommon(Word w) {
        return w.kind() == WordClass.NUMBER || (w.content() && w.text().length() >= LONG_WORD) || isName(w);
    }

    private static void named(Sentence s, Set<Mark> marks) {
        String lower = s.text().toLowerCase(Locale.ROOT);
        List<String> names = s.setting().names();
        if (names.stream().anyMatch(n -> containsWord(lower, n.toLowerCase(Locale.ROOT)))) marks.add(Mark.NAMED);
        if (names.stream().anyMatch(n -> lower.startsWith(n.toLowerCase(Locale.ROOT)))) marks.add(Mark.OPENS_WITH_NAME);
    }

    private static boolean containsWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (starts && ends) return true;
        }
        return false;
    }
}
