package dev.orrery.agent.claim;

import java.util.Locale;
import java.util.Set;

/**
 * One word of a sentence.
 *
 * @param text as it is written, a possessive ending taken off
 * @param lower in lower case
 * @param stem what it is made from
 * @param joint how it is joined to the word before it
 */
record Token(String text, String lower, String stem, Joint joint) {
    private static final Set<String> FUNCTION_WORDS = WordList.words("function-words");

    /** The shortest word that the rule of words counts, in letters. */
    private static final int LETTERS_MIN = 4;

    /** What stands between a word and the one before it. */
    enum Joint {
        /** Nothing: it opens a sentence, or what is quoted or said after a colon. */
        OPENS,
        /** A comma, semicolon, bracket or dash. */
        BREAK,
        /** A space. */
        SPACE,
        /** A hyphen or stroke, or nothing at all: it was written as one word with the one before it. */
        INNER
    }

    static Token of(String text, Joint joint) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new Token(text, lower, Stem.of(lower), joint);
    }

    /** Tells whether the word only binds others together. */
    boolean function() {
        return FUNCTION_WORDS.contains(lower);
    }

    /** Tells whether it begins a clause. */
    boolean breaks() {
        return joint == Joint.OPENS || joint == Joint.BREAK;
    }

    /** Tells whether it is part of a compound, and so no word of the sentence itself. */
    boolean inner() {
        return joint == Joint.INNER;
    }

    /** Tells whether the word holds a digit. */
    boolean digits() {
        return lower.chars().anyMatch(Character::isDigit);
    }

    /** Tells whether the word has a letter. */
    boolean letters() {
        return lower.codePoints().anyMatch(Character::isLetter);
    }

    /** Tells whether it is a word of four letters or more; a pair of ideographs is one. */
    boolean counts() {
        if (digits() || !letters()) return false;
        return lower.length() >= LETTERS_MIN
                || Character.isIdeographic(lower.codePointAt(0))
                || Tokens.unspaced(lower.codePointAt(0));
    }

    /** Tells whether it carries content: no function word, and not a single letter. */
    boolean content() {
        return !function() && (lower.length() > 1 || digits());
    }
}
