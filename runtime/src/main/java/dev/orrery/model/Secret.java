package dev.orrery.model;

/** A key. It prints as three stars, so that no log, message or record shows it by accident. */
public final class Secret {
    private final String text;

    /** Wraps a key that is not blank. */
    public Secret(String text) {
        if (text.isBlank()) throw new IllegalArgumentException("a key is not blank");
        this.text = text.strip();
    }

    /** Returns the key itself, for the request's header. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
