package dev.orrery.agent.extractive.topics;

import dev.orrery.agent.extractive.language.Nouns;
import dev.orrery.agent.extractive.language.Word;
import dev.orrery.agent.extractive.language.WordClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How documents write a term in running text: its capitals, and its parts of speech. Headings cannot tell, as many of them
 * capitalise every word; neither can the beginning of a sentence.
 */
final class Written {
    /** The share of its uses that must have capitals before they are taken for part of the term. */
    private static final double CAPITALS_MIN = 0.75;

    private final String term;
    private final String[] parts;
    private final Map<String, Integer> forms = new HashMap<>();
    private int uses;
    private int nouns;
    private int modifiers;

    /** What capitals say of a term. */
    enum Capitals {
        /** A common word. */
        NONE,
        /** The name of somebody or something: a topic of those who have to do with it. */
        NAME,
        /** An abbreviation. */
        LETTERS
    }

    /** Makes one for {@code term}, which is in lower case. */
    Written(String term) {
        this.term = term;
        this.parts = term.split(" ", -1);
    }

    /** Takes account of a sentence. */
    void read(List<Word> words) {
        for (int i = parts.length - 1; i < words.size(); i++) {
            if (!endsAt(words, i)) continue;
            uses++;
            WordClass kind = words.get(i).kind();
            if (words.get(i).nominal()) nouns++;
            if (kind == WordClass.ADJECTIVE || kind == WordClass.ADVERB) modifiers++;
            int first = i - parts.length + 1;
            if (first > 0) forms.merge(form(words.subList(first, i + 1)), 1, Integer::sum);
        }
    }

    private boolean endsAt(List<Word> words, int i) {
        for (int k = 0; k < parts.length; k++) {
            Word word = words.get(i - parts.length + 1 + k);
            if (!Nouns.singular(word.lower()).equals(Nouns.singular(parts[k]))) return false;
        }
        return true;
    }

    /** Returns the words with their capitals, in the term's own number: "MQTTs" and "MQTT" are one form. */
    private String form(List<Word> words) {
        var form = new ArrayList<String>();
        for (int k = 0; k < parts.length; k++) {
            String text = words.get(k).text();
            int same = Math.min(text.length(), parts[k].length());
            boolean alike = text.substring(0, same).equalsIgnoreCase(parts[k].substring(0, same));
            form.add(alike ? text.substring(0, same) + parts[k].substring(same) : parts[k]);
        }
        return String.join(" ", form);
    }

    int uses() {
        return uses;
    }

    /** Returns the share of its uses that are nouns or names, 0 to 1. */
    double nouns() {
        return uses == 0 ? 0 : nouns / (double) uses;
    }

    /** Returns the share of its uses that are adjectives or adverbs, 0 to 1. */
    double modifiers() {
        return uses == 0 ? 0 : modifiers / (double) uses;
    }

    /** Returns the term as it is mostly written inside sentences; in lower case when they do not agree on capitals. */
    String spelling() {
        int all = forms.values().stream().mapToInt(Integer::intValue).sum();
        int plain = forms.getOrDefault(term, 0);
        if (all == 0 || all - plain < CAPITALS_MIN * all) return term;
        return forms.entrySet().stream()
                .filter(e -> !e.getKey().equals(term))
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(term);
    }

    Capitals capitals() {
        String spelling = spelling();
        if (spelling.equals(term)) return Capitals.NONE;
        String stem = spelling.endsWith("s") ? spelling.substring(0, spelling.length() - 1) : spelling;
        return stem.equals(stem.toUpperCase(Locale.ROOT)) ? Capitals.LETTERS : Capitals.NAME;
    }
}
