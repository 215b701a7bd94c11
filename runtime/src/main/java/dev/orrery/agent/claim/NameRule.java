package dev.orrery.agent.claim;

import dev.orrery.agent.claim.Token.Joint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Each name of the claim stands in the cited lines: words with a capital letter that does not come from the beginning of
 * a sentence, words in capitals or camel case, and identifiers.
 */
final class NameRule implements Rule {
    private static final Set<String> ORDINARY = WordList.words("ordinary");

    /** A claim with this share of capital letters is written as a title, and they name nothing. */
    private static final double TITLE = 0.85;

    /** The shortest beginning that two forms of one name share: German, Germany. */
    private static final int SHARED_MIN = 5;

    /** A longer name is looked for as it is written. */
    private static final int NAME_MAX = 80;

    private static final int ENDING_MAX = 2;
    private static final Pattern SEAM =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})|[-_ ]");

    @Override
    public void check(Sentence claim, Cited cited, Consumer<String> faults) {
        boolean title = title(claim);
        List<Token> tokens = claim.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (cited.known(token) || !isName(token, title, tokens, i)) continue;
            if (!stands(token, cited) && !spelledOut(tokens, i, cited)) {
                faults.accept("the name " + token.text() + " does not stand in the cited lines");
            }
        }
    }

    private static boolean isName(Token token, boolean title, List<Token> tokens, int i) {
        String text = token.text();
        boolean upper = Character.isUpperCase(text.codePointAt(0));
        if (token.digits() || text.matches("(?s).*\\p{L}[._@/].*") || text.contains("::")) return identifier(token);
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        if (capitals > 1) return text.length() > capitals || !ORDINARY.contains(token.lower()) && !token.function();
        if (capitals == 1 && !upper) return true;
        if (!upper || title || text.length() < 2 || token.function()) return false;
        if (token.joint() != Joint.OPENS) return true;
        boolean elsewhere =
                tokens.stream().skip(i + 1L).anyMatch(t -> t.text().equals(text) && t.joint() != Joint.OPENS);
        return elsewhere || !ordinary(token.lower());
    }

    /** Tells whether a word with digits or points in it is a name and no mere number. */
    private static boolean identifier(Token token) {
        return token.letters() && Numerals.values(token.lower()).isEmpty();
    }

    private static boolean ordinary(String word) {
        return ORDINARY.contains(word)
                || Stems.ORDINARY.contains(Stem.of(word))
                || !word.codePoints().allMatch(c -> c < 0x250 && Character.isLetter(c));
    }

    private static boolean title(Sentence claim) {
        List<Token> words = claim.tokens().stream()
                .filter(t -> t.content() && t.letters() && t.text().length() > 3)
                .toList();
        long capital = words.stream()
                .filter(t -> Character.isUpperCase(t.text().codePointAt(0)))
                .count();
        return words.size() > 3 && capital > TITLE * words.size();
    }

    private static boolean stands(Token token, Cited cited) {
        if (cited.has(token)) return true;
        String lower = token.lower();
        if (cited.quantities().stream().anyMatch(q -> q.values().contains(lower))) return true;
        if (delimited(token.text(), cited) || initials(lower, cited)) return true;
        return token.text().substring(1).equals(lower.substring(1)) && formOfOne(lower, cited);
    }

    /** Tells whether the name stands there, whatever joins its parts: {@code RabbitMQ}, {@code Rabbit MQ}. */
    private static boolean delimited(String name, Cited cited) {
        if (name.length() > NAME_MAX) return cited.lower().contains(name.toLowerCase(Locale.ROOT));
        String parts = SEAM.splitAsStream(name)
                .filter(p -> !p.isEmpty())
                .map(p -> Pattern.quote(p.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("[-_ ]?"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + parts + "s?(?![\\p{L}\\p{N}])")
                .matcher(cited.lower())
                .find();
    }

    /** Tells whether the letters of {@code name} begin words that follow one another there. */
    private static boolean initials(String name, Cited cited) {
        if (name.length() < 3 || name.length() > 6) return false;
        return cited.sentences().stream()
                .anyMatch(s -> s.tokens().stream()
                        .map(t -> t.lower().substring(0, 1))
                        .collect(Collectors.joining())
                        .contains(name));
    }

    private static boolean formOfOne(String name, Cited cited) {
        return cited.sentences().stream()
                .flatMap(s -> s.tokens().stream())
                .filter(t -> Character.isUpperCase(t.text().codePointAt(0))
                        && t.text().substring(1).equals(t.lower().substring(1)))
                .anyMatch(t -> {
                    int shared = 0;
                    String there = t.lower();
                    while (shared < there.length()
                            && shared < name.length()
                            && there.charAt(shared) == name.charAt(shared)) shared++;
                    return shared >= SHARED_MIN
                            && there.length() - shared <= ENDING_MAX
                            && name.length() - shared <= ENDING_MAX;
                });
    }

    /** Tells whether the capitals around {@code i} spell out an abbreviation that stands there. */
    private static boolean spelledOut(List<Token> tokens, int i, Cited cited) {
        int from = i;
        while (from > 0 && capital(tokens.get(from - 1)) && tokens.get(from).joint() == Joint.SPACE) from--;
        var letters = new ArrayList<String>();
        for (int k = from; k < tokens.size() && capital(tokens.get(k)); k++) {
            letters.add(tokens.get(k).lower().substring(0, 1));
        }
        String initials = String.join("", letters);
        return initials.length() > 1
                && cited.sentences().stream()
                        .flatMap(s -> s.tokens().stream())
                        .anyMatch(
                                t -> t.lower().equals(initials) && t.text().equals(initials.toUpperCase(Locale.ROOT)));
    }

    private static boolean capital(Token token) {
        return Character.isUpperCase(token.text().codePointAt(0));
    }

    /** Reduced when first needed. */
    private static final class Stems {
        static final Set<String> ORDINARY = WordList.stems("ordinary");
    }
}
