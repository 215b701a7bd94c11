package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.agent.extractive.language.Word;
import java.util.List;

/**
 * A sentence to judge.
 *
 * @param text as it stands in the source
 * @param tokens its plain words in lower case, without punctuation
 * @param words its words and punctuation with their classes
 * @param setting where it stands
 */
public record Sentence(String text, List<String> tokens, List<Word> words, Setting setting) {
    /** Makes a sentence of what a tagger found in it. */
    public static Sentence of(String text, List<Word> words, Setting setting) {
        return new Sentence(text, Tokens.of(text), words, setting);
    }

    /** Returns the word at {@code i}. */
    public Word word(int i) {
        return words.get(i);
    }

    /** Returns the number of words, punctuation included. */
    public int size() {
        return words.size();
    }
}
