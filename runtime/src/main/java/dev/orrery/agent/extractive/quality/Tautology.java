package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.agent.extractive.language.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises sentences that say of something what its name says already: "The retry settings configure the settings for
 * retries". Such sentences describe the parts of a program in the order of its source, and tell nobody anything.
 */
final class Tautology implements Check {
    private static final Pattern HUMP =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[_./-]");

    /** The share of the words behind the verb that stand before it, too. */
    private static final double REPEATED_MIN = 0.4;

    @Override
    public void judge(Sentence s, Set<Mark> marks) {
        int verb = MainVerb.position(s);
        if (verb < 1 || marks.contains(Mark.NUMBERS)) return;
        Set<String> subject = stems(s.words().subList(0, verb));
        Set<String> predicate = stems(s.words().subList(verb + 1, s.size()));
        if (predicate.size() < 2) return;
        long again = predicate.stream()
                .filter(p -> subject.stream().anyMatch(w -> Stems.related(w, p)))
                .count();
        if (again >= REPEATED_MIN * predicate.size()) marks.add(Mark.TAUTOLOGY);
    }

    private static Set<String> stems(List<Word> said) {
        String text = said.stream().map(Word::text).collect(Collectors.joining(" "));
        List<String> words = Tokens.of(HUMP.matcher(text).replaceAll(" "));
        var stems = new HashSet<String>();
        for (String word : words) {
            if (!FunctionWords.is(word) && !FunctionWords.lightVerb(word)) stems.add(Stems.of(word));
        }
        return stems;
    }
}
