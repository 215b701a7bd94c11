package dev.orrery.agent.extractive.language;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns nouns from singular to plural and back, by their endings. Wrong for rare irregular nouns, and harmlessly so. */
public final class Nouns {
    /** Plurals that no ending shows. */
    private static final Map<String, String> IRREGULAR = Map.of(
            "people", "person",
            "men", "man",
            "women", "woman",
            "children", "child",
            "criteria", "criterion",
            "analyses", "analysis",
            "indices", "index",
            "companies", "company",
            "branches", "branch");

    /** Singular nouns with a final s. */
    private static final Set<String> SINGULAR_WITH_S = Set.of("news", "series", "species", "lens", "canvas", "gas");

    private Nouns() {}

    /** Tells whether {@code noun} looks like a plural. */
    public static boolean plural(String noun) {
        String lower = noun.toLowerCase(Locale.ROOT);
        if (IRREGULAR.containsKey(lower)) return true;
        return lower.length() > 3
                && lower.endsWith("s")
                && !lower.endsWith("ss")
                && !lower.endsWith("us")
                && !lower.endsWith("is")
                && !SINGULAR_WITH_S.contains(lower);
    }

    /** Returns the singular of {@code noun}, or {@code noun} itself when it is no plural. */
    public static String singular(String noun) {
        String irregular = IRREGULAR.get(noun.toLowerCase(Locale.ROOT));
        if (irregular != null) return irregular;
        if (!plural(noun)) return noun;
        if (noun.endsWith("ies") && noun.length() > 4) return noun.substring(0, noun.length() - 3) + "y";
        if (noun.matches(".*(?:ch|sh|x|ss|zz)es")) return noun.substring(0, noun.length() - 2);
        return noun.substring(0, noun.length() - 1);
    }

    /** Returns the plural of {@code noun}, or {@code noun} itself when it is one. */
    public static String pluralOf(String noun) {
        if (plural(noun)) return noun;
        for (var entry : IRREGULAR.entrySet()) {
            if (entry.getValue().equals(noun)) return entry.getKey();
        }
        if (noun.matches(".*[^aeiou]y")) return noun.substring(0, noun.length() - 1) + "ies";
        return noun + (noun.matches(".*(?:ch|sh|x|s|z)") ? "es" : "s");
    }
}
