package dev.orrery.kernel;

/** What calling a tool does to the world, and so what may be done when the outcome is lost. */
public enum EffectClass {
    /** Reads only; may be called again at will. */
    READ,
    /** Changes something, but calling it again under the same key changes nothing more. */
    IDEMPOTENT,
    /** Changes something each time: never repeated by itself. */
    NON_IDEMPOTENT,
    /** Cannot be taken back: never repeated by itself, and never done without a human's leave. */
    IRREVERSIBLE;

    /** Tells whether a call whose outcome is unknown may simply be made again. */
    public boolean repeatable() {
        return this == READ || this == IDEMPOTENT;
    }
}
