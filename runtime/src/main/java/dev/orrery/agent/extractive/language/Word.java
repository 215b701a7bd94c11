package dev.orrery.agent.extractive.language;

import java.util.Locale;
import java.util.Set;

/**
 * One word or punctuation mark of a sentence.
 *
 * @param text as it is written
 * @param lower in lower case
 * @param kind its class in this sentence
 * @param start where it begins in the sentence, in characters
 */
public record Word(String text, String lower, WordClass kind, int start) {
    /** Makes a word of its text and class. */
    public static Word of(String text, WordClass kind, int start) {
        return new Word(text, text.toLowerCase(Locale.ROOT), kind, start);
    }

    /** Tells whether the word is a noun or a name. */
    public boolean nominal() {
        return kind == WordClass.NOUN || kind == WordClass.NAME;
    }

    /** Tells whether the word carries content: a noun, name, number, adjective or verb. */
    public boolean content() {
        return switch (kind) {
            case NOUN, NAME, NUMBER, ADJECTIVE, VERB -> true;
            case ADPOSITION, ADVERB, AUXILIARY, CONJUNCTION, DETERMINER, INTERJECTION, PARTICLE -> false;
            case PRONOUN, PUNCTUATION, SUBORDINATOR, SYMBOL, OTHER -> false;
        };
    }

    /** Tells whether the word, in lower case, is one of {@code words}. */
    public boolean in(Set<String> words) {
        return words.contains(lower);
    }

    /** Tells whether the word, in lower case, is {@code word}. */
    public boolean is(String word) {
        return lower.equals(word);
    }
}
