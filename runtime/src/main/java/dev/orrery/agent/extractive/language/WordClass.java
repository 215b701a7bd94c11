package dev.orrery.agent.extractive.language;

/** The class of a word in its sentence: the tags of the Universal Dependencies, spelled out. */
public enum WordClass {
    ADJECTIVE("ADJ"),
    ADPOSITION("ADP"),
    ADVERB("ADV"),
    AUXILIARY("AUX"),
    CONJUNCTION("CCONJ"),
    DETERMINER("DET"),
    INTERJECTION("INTJ"),
    NOUN("NOUN"),
    NUMBER("NUM"),
    PARTICLE("PART"),
    PRONOUN("PRON"),
    NAME("PROPN"),
    PUNCTUATION("PUNCT"),
    SUBORDINATOR("SCONJ"),
    SYMBOL("SYM"),
    VERB("VERB"),
    OTHER("X");

    private final String tag;

    WordClass(String tag) {
        this.tag = tag;
    }

    /** Returns the class with this Universal Dependencies tag; {@link #OTHER} for a tag that is none. */
    public static WordClass of(String tag) {
        for (WordClass c : values()) {
            if (c.tag.equals(tag)) return c;
        }
        return OTHER;
    }
}
