package dev.orrery.agent.extractive.subjects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares names across spellings: {@code Velmora Relay}, {@code velmora-relay} and {@code VelmoraRelay} are one. */
final class Spelling {
    /** Words that belong to a legal form or a collection of papers, not to a name. */
    private static final Set<String> EXTRAS = Set.of(
            "inc",
            "ltd",
            "llc",
            "plc",
            "gmbh",
            "ag",
            "sa",
            "bv",
            "ab",
            "oy",
            "co",
            "corp",
            "corporation",
            "company",
            "group",
            "docs",
            "doc",
            "documentation",
            "handbook",
            "website",
            "site",
            "manual",
            "guide",
            "the",
            "pages",
            "files",
            "main",
            "master",
            "repo",
            "src");

    private Spelling() {}

    /** Returns the letters and digits of {@code name} in lower case: equal keys, equal names. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns a slug of {@code name}: lower-case letters, digits and single hyphens. */
    static String slug(String name) {
        String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "subject" : slug;
    }

    /** Returns the words of {@code name} in lower case; a change from small to capital letter begins a word. */
    static List<String> words(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})", -1))
                .filter(w -> !w.isEmpty())
                .map(w -> w.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns the words that tell a name from others. */
    static List<String> telling(String name) {
        var words = new ArrayList<>(words(name));
        words.removeIf(EXTRAS::contains);
        return words.isEmpty() ? words(name) : List.copyOf(words);
    }

    /** Returns the initials of {@code name}'s telling words; empty for a single word. */
    static String initials(String name) {
        List<String> words = telling(name);
        if (words.size() < 2) return "";
        return words.stream().map(w -> w.substring(0, 1)).collect(Collectors.joining());
    }

    /** Tells whether one list of words begins with the other. */
    static boolean begins(List<String> a, List<String> b) {
        List<String> shorter = a.size() <= b.size() ? a : b;
        List<String> longer = a.size() <= b.size() ? b : a;
        return !shorter.isEmpty() && longer.subList(0, shorter.size()).equals(shorter);
    }

    /** Tells whether two keys of at least five letters differ by one letter added, dropped, changed or swapped. */
    static boolean mistyped(String a, String b) {
        if (Math.min(a.length(), b.length()) < 5 || Math.abs(a.length() - b.length()) > 1 || a.equals(b)) return false;
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) start++;
        String restA = a.substring(start);
        String restB = b.substring(start);
        if (restA.isEmpty() || restB.isEmpty()) return true;
        boolean changed = restA.substring(1).equals(restB.substring(1));
        boolean added = restA.substring(1).equals(restB) || restB.substring(1).equals(restA);
        boolean swapped = restA.length() > 1
                && restB.length() > 1
                && restA.charAt(0) == restB.charAt(1)
                && restA.charAt(1) == restB.charAt(0)
                && restA.substring(2).equals(restB.substring(2));
        return changed || added || swapped;
    }
}
