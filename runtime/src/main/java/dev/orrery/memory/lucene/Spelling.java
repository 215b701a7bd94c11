package dev.orrery.memory.lucene;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings British and American spellings of a lower-case English word together. For matching only, never for showing. */
final class Spelling {
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("licence", "license"),
            Map.entry("licences", "licenses"),
            Map.entry("licenced", "licensed"),
            Map.entry("defence", "defense"),
            Map.entry("offence", "offense"),
            Map.entry("practise", "practice"),
            Map.entry("programme", "program"),
            Map.entry("programmes", "programs"),
            Map.entry("catalogue", "catalog"),
            Map.entry("catalogues", "catalogs"),
            Map.entry("dialogue", "dialog"),
            Map.entry("cheque", "check"),
            Map.entry("grey", "gray"),
            Map.entry("artefact", "artifact"),
            Map.entry("artefacts", "artifacts"),
            Map.entry("ageing", "aging"),
            Map.entry("tyre", "tire"),
            Map.entry("storey", "story"),
            Map.entry("enrol", "enroll"),
            Map.entry("fulfil", "fulfill"));

    private static final Map<Pattern, String> RULES = Map.of(
            Pattern.compile("(\\w{3,})is(e|es|ed|er|ers|ing|ation|ations)"),
            "$1iz$2",
            Pattern.compile("(\\w{3,})ys(e|es|ed|er|ers|ing)"),
            "$1yz$2",
            Pattern.compile("(arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|parl|rum|sav|vap|vig)our(\\w*)"),
            "$1or$2",
            Pattern.compile("(cent|theat|met|lit|fib|lust)re(s?)"),
            "$1er$2");

    private Spelling() {}

    static String american(String word) {
        String whole = WHOLE.get(word);
        if (whole != null) return whole;
        if (word.length() < 5) return word;
        for (var rule : RULES.entrySet()) {
            Matcher m = rule.getKey().matcher(word);
            if (m.matches()) return m.replaceFirst(rule.getValue());
        }
        return word;
    }
}
