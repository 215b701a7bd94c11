package dev.orrery.agent.extractive.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The closed classes of English: words that bind a sentence together and say nothing of what it is about. */
public final class FunctionWords {
    private static final Set<String> WORDS = set(
            "a an the this that these those each every all any both some such no other another own same much many more"
                    + " most few less least several either neither",
            "i you he she it we they me him her us them my your his its our their mine yours ours theirs myself itself"
                    + " ourselves themselves one ones someone anyone everyone nobody something anything everything nothing"
                    + " there here",
            "of in on at by for with about against between among into through during before after above below to from"
                    + " up down out off over under within without across behind beyond toward towards upon via per than as"
                    + " like unlike except besides despite regarding concerning including since until till",
            "and or but nor so yet if unless because although though while whereas whether when where why how who whom"
                    + " whose which what then also too",
            "am is are was were be been being do does did doing done have has had having can could will would shall"
                    + " should may might must cannot isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't"
                    + " can't couldn't won't wouldn't shouldn't mustn't",
            "not only just very quite rather still even already always never often again ever once again now");

    /** Verbs that carry little by themselves: what is asked about is their object. */
    private static final Set<String> LIGHT_VERBS =
            set("support supports supported offer offers offered provide provides provided allow allows allowed handle"
                    + " handles handled use uses used need needs needed require requires required include includes have has"
                    + " let lets make makes give gives do does deal deals treat treats come comes get gets say says state"
                    + " states mention mentions cover covers approach approaches work works run runs manage manages charge"
                    + " charges cost costs differ differs");

    /** Common function words of other languages; none of them is an English word that goals use. */
    private static final Set<String> FOREIGN = set(
            "der die das und oder ist sind von mit für auf ein eine einen unsere unser welche wie über zu den dem nicht",
            "le la les des du et ou est sont avec pour sur dans un une nos notre quels quelles que qui ce ces au aux",
            "el los las y es son con para sobre una nuestros nuestras cuáles qué cómo entre del al",
            "il lo gli e di che sono per una i nostri quali come tra delle dei della",
            "de het en van een met voor op zijn onze welke hoe tussen",
            "o os as e do da dos das um uma nossos quais como entre");

    private FunctionWords() {}

    /** Tells whether {@code word} is a function word. */
    public static boolean is(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    /** Tells whether {@code word} is a verb that carries little by itself. */
    public static boolean lightVerb(String word) {
        return LIGHT_VERBS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns the words of {@code text} that are no function words, in lower case and in order. */
    public static List<String> contentOf(String text) {
        return Tokens.of(text).stream().filter(w -> !is(w)).toList();
    }

    /**
     * Tells whether {@code text} may be English: most letters are Latin, and it does not have more function words of
     * another language than of English.
     */
    public static boolean english(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN && Character.isLetter(c))
                .count();
        if (latin * 2 < letters) return false;
        List<String> words = Tokens.of(text);
        long foreign = words.stream()
                .filter(w -> FOREIGN.contains(w) && !WORDS.contains(w))
                .count();
        long english = words.stream()
                .filter(w -> WORDS.contains(w) && !FOREIGN.contains(w))
                .count();
        return foreign <= english;
    }

    private static Set<String> set(String... lists) {
        return Arrays.stream(lists)
                .flatMap(list -> Arrays.stream(list.split(" ", -1)))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
