package dev.orrery.model;

/** Why a reply ended. */
public enum Stop {
    /** The model was done. */
    END,
    /** The reply reached the most tokens allowed; what is there may be cut in the middle of a word. */
    LENGTH,
    /** The model waits for the results of its calls. */
    CALLS,
    /** The model or its provider declined to answer; the text may say why. */
    REFUSED
}
