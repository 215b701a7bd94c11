package dev.orrery.agent.extractive.quality;

/**
 * What can be said for or against a sentence. The weight is added to the score; whatever else is said for it, the score
 * is never above the lowest cap. Weights and caps were set on some hundred sentences of software documentation and staff
 * handbooks that were judged by hand; the order of magnitude counts, not the second digit.
 */
public enum Mark {
    // Not a sentence at all.
    NOT_WHOLE(-1, 0, "does not begin and end as a sentence does"),
    UNBALANCED(-1, 0, "has a bracket or quotation mark without its partner"),
    MARKUP(-1, 0, "has leftovers of mark-up"),
    CODE(-1, 0, "is code"),
    QUESTION(-1, 0, "asks"),
    TOO_SHORT(-1, 0, "is too short"),
    TOO_LONG(-1, 0, "is too long"),
    NO_VERB(-1, 0, "has no verb"),
    POINTER(-1, 0, "sends the reader elsewhere"),

    // Cannot stand alone.
    ANAPHORA(-0.45, 0.41, "begins with a word that stands for something said before"),
    CONNECTIVE(-0.3, 0.41, "goes on from the sentence before"),
    NO_MAIN_VERB(-0.45, 0.41, "has no main verb"),
    INSTRUCTION(-0.4, 0.46, "tells the reader what to do"),
    FIRST_PERSON(-0.35, 0.5, "speaks of its author"),
    STORY(-0.3, 0.41, "tells of one occasion"),
    BARE_DEFINITE(-0.3, 0.52, "is about 'the' something that was named before"),
    UNRESOLVED(-0.22, 0.56, "has a word that stands for something outside it"),
    STRANGE_DEFINITES(-0.2, 0.57, "speaks of several things as known that it does not name"),
    TRUNCATED(-0.3, 0.5, "announces something that follows"),

    // Stands alone badly, or says little.
    STRANGE_DEFINITE(-0.08, 1, "speaks of a thing as known that it does not name"),
    MID_CONNECTIVE(-0.08, 1, "answers a sentence before it"),
    CONDITIONAL(-0.08, 1, "begins with a condition"),
    ADVICE(-0.12, 1, "advises the reader"),
    ADDRESS(-0.12, 1, "is told to the reader"),
    VACUOUS(-0.2, 0.55, "could be said of anything"),
    PRAISE(-0.2, 1, "praises"),
    WEAK_POINTER(-0.2, 1, "says where something is described"),
    LABEL(-0.15, 0.57, "begins with a label"),
    RUN_ON(-0.2, 1, "is two sentences"),
    VAGUE(-0.15, 1, "uses words that say little"),
    EXISTENTIAL(-0.08, 1, "says only that something is there"),
    OUR_CODE(-0.25, 0.41, "speaks of the author's own example"),
    FOREIGN(-0.15, 1, "defines something else"),
    HEDGED(-0.06, 1, "says what may be"),
    NUMBERED(-0.4, 0.41, "begins with the number of a step"),
    EXAMPLE(-0.2, 0.57, "is about an example"),
    EXCLAIMS(-0.15, 1, "exclaims"),
    CONTACT(-0.3, 0.5, "gives an address"),
    HALF_CODE(-0.12, 1, "is partly code"),
    THIN(-0.12, 1, "has few words of content"),
    TAUTOLOGY(-0.2, 0.55, "says its subject again"),
    BARE_PREDICATE(-0.2, 1, "says only that something is so"),
    SHORT(-0.08, 1, "is short"),
    LONG(-0.06, 1, "is long"),
    PURPOSE(-0.15, 1, "begins with a purpose"),
    PROCEDURE(-0.1, 1, "stands under a heading that is a step"),
    ITEM(-0.05, 1, "is an entry of a list"),
    CELL(-0.1, 1, "is a cell of a table"),
    PREAMBLE(-0.15, 1, "stands in a preamble"),
    SIDE_DOCUMENT(-0.3, 1, "stands in a change log, a template or the like"),

    // Worth quoting.
    NAMED(0.07, 1, "names its subject"),
    OPENS_WITH_NAME(0.06, 1, "begins with its subject's name"),
    NUMBERS(0.06, 1, "has a number"),
    NAMES(0.04, 1, "has names"),
    SPECIFIC(0.04, 1, "has several uncommon words"),
    ASSERTS(0.05, 1, "says what something does, needs or allows"),
    OPENS_BLOCK(0.05, 1, "opens its paragraph");

    private final double weight;
    private final double cap;
    private final String why;

    Mark(double weight, double cap, String why) {
        this.weight = weight;
        this.cap = cap;
        this.why = why;
    }

    /** Returns what the mark adds to the score. */
    public double weight() {
        return weight;
    }

    /** Returns the highest score that a sentence with this mark can have. */
    public double cap() {
        return cap;
    }

    /** Returns what the mark says of a sentence, as the end of "the sentence …". */
    public String why() {
        return why;
    }
}
