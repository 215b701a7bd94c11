package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value that a sentence gives something.
 *
 * @param name what kind of value it is, for a heading
 * @param key the words before the value and the unit behind it; equal keys mean the same slot
 * @param value the value
 * @param passage where it stands
 */
record Slot(String name, String key, String value, Passage passage) {
    /** With fewer words of content before it, nobody can tell what a number is the number of. */
    private static final int WORDS_MIN = 3;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#/-])[$€£v]?\\d+(?:[.,]\\d+)*%?(?![\\w/-]|\\.\\d)");
    private static final Pattern LICENCE = Pattern.compile(
            "\\b(?:licensed|published|released|distributed|available) under (?:the |an? )?([\\p{Lu}][\\w. -]*?)"
                    + "(?= licen[cs]e\\b|[,;:]|\\.(?: |$)| and\\b| or\\b| which\\b| with\\b)");
    private static final Pattern CLAUSE_END = Pattern.compile("[,;:()]|\\.(?: |$)|[!?]|$");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");
    /** Openings that tie a value to a time or a condition: it is not the value, but one of several. */
    private static final Set<String> CONDITIONS = Stream.of(
                    "since", "from", "as", "in", "until", "before", "after", "with", "when", "if", "by", "for", "on",
                    "at")
            .map(Stems::of)
            .collect(Collectors.toSet());

    static List<Slot> in(Passage passage) {
        var slots = new ArrayList<Slot>();
        String text = passage.text();
        if (!passage.kind().equals("sentence") && !passage.kind().equals("item")) return slots;
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            List<String> before = stems(text.substring(0, number.start()));
            if (tooLittle(before)) continue;
            String key = String.join(" ", before) + " # " + String.join(" ", stems(clause(text, number.end())));
            String value = number.group().replaceFirst("^v", "");
            String name = VERSION.matcher(value).find() ? "version" : "number";
            slots.add(new Slot(name, key, value, passage));
        }
        Matcher licence = LICENCE.matcher(text);
        if (licence.find()) {
            String before = String.join(" ", stems(text.substring(0, licence.start())));
            String value = licence.group(1).toLowerCase(Locale.ROOT).strip();
            if (!before.isEmpty()) slots.add(new Slot("licence", before + " # licence", value, passage));
        }
        return slots;
    }

    private static boolean tooLittle(List<String> before) {
        long content = before.stream().filter(w -> !FunctionWords.is(w)).count();
        return content < WORDS_MIN || CONDITIONS.contains(before.getFirst());
    }

    private static List<String> stems(String text) {
        return Tokens.of(text).stream().map(Stems::of).toList();
    }

    private static String clause(String text, int from) {
        Matcher end = CLAUSE_END.matcher(text);
        return end.find(from) ? text.substring(from, end.start()) : text.substring(from);
    }

    /** Tells whether the two cannot both be true. What stands under headings of two versions may differ. */
    boolean contradicts(Slot other) {
        if (!key.equals(other.key) || value.equals(other.value)) return false;
        boolean samePlace = passage.path().equals(other.passage.path()) && passage.block() == other.passage.block();
        return !samePlace && versions(passage).equals(versions(other.passage));
    }

    private static List<String> versions(Passage passage) {
        var versions = new ArrayList<String>();
        versions.add(passage.version());
        Matcher m = VERSION.matcher(String.join(" ", passage.headings()));
        while (m.find()) versions.add(m.group());
        return versions;
    }
}
