package dev.orrery.agent.extractive.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of phrases that can be looked for in text. Each line of the list is one phrase, word by word: {@code a|b}
 * stands for either word, {@code *} for any word, a trailing {@code ?} makes a word optional, {@code ^} at the beginning
 * ties the phrase to the beginning of the text, and {@code #} begins a remark. Immutable.
 */
public final class Phrases {
    private static final String ANY = "*";

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();

    private record Phrase(List<Set<String>> words, boolean atStart) {}

    private Phrases(List<String> lines) {
        lines.stream()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .forEach(this::add);
    }

    /** Takes the phrases of {@code lines}. */
    public static Phrases of(List<String> lines) {
        return new Phrases(lines);
    }

    /** Reads the list {@code name}{@code .txt} that stands beside {@code owner}. */
    public static Phrases read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name + ".txt")) {
            if (in == null) throw new IllegalStateException("the class path lacks the phrases " + name);
            return new Phrases(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the phrases " + name, e);
        }
    }

    private void add(String line) {
        boolean atStart = line.startsWith("^");
        List<List<String>> variants = List.of(List.of());
        for (String word : (atStart ? line.substring(1) : line).strip().split(" +", -1)) {
            variants = extended(variants, word);
        }
        for (List<String> words : variants) index(words, atStart);
    }

    private static List<List<String>> extended(List<List<String>> variants, String word) {
        boolean optional = word.endsWith("?");
        String plain = optional ? word.substring(0, word.length() - 1) : word;
        var next = new ArrayList<List<String>>();
        for (List<String> variant : variants) {
            if (optional) next.add(variant);
            var longer = new ArrayList<>(variant);
            longer.add(plain);
            next.add(longer);
        }
        return next;
    }

    private void index(List<String> words, boolean atStart) {
        var sets = words.stream().map(w -> Set.of(w.split("\\|", -1))).toList();
        var phrase = new Phrase(sets, atStart);
        for (String first : sets.getFirst()) {
            byFirst.computeIfAbsent(first, k -> new ArrayList<>()).add(phrase);
        }
    }

    /** Tells whether one of the phrases stands in {@code text}. */
    public boolean in(String text) {
        return in(Tokens.of(text));
    }

    /** Tells whether one of the phrases stands among {@code words}, which are in lower case. */
    public boolean in(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (at(words, i)) return true;
        }
        return false;
    }

    /** Tells whether {@code words}, which are in lower case, begin with one of the phrases. */
    public boolean begins(List<String> words) {
        return !words.isEmpty() && at(words, 0);
    }

    private boolean at(List<String> words, int i) {
        for (Phrase p : byFirst.getOrDefault(words.get(i), List.of())) {
            if (matches(p, words, i)) return true;
        }
        for (Phrase p : byFirst.getOrDefault(ANY, List.of())) {
            if (matches(p, words, i)) return true;
        }
        return false;
    }

    private static boolean matches(Phrase phrase, List<String> words, int from) {
        if ((phrase.atStart() && from > 0) || from + phrase.words().size() > words.size()) return false;
        for (int k = 0; k < phrase.words().size(); k++) {
            Set<String> wanted = phrase.words().get(k);
            if (!wanted.contains(ANY) && !wanted.contains(words.get(from + k))) return false;
        }
        return true;
    }
}
