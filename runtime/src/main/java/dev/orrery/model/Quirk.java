package dev.orrery.model;

import java.util.Locale;

/** A parameter that a server or model does not take in its usual form. */
public enum Quirk {
    /** The bound on the reply is called {@code max_completion_tokens}, no longer {@code max_tokens}. */
    COMPLETION_TOKENS("max_tokens"),
    /** The temperature cannot be set. */
    FIXED_TEMPERATURE("temperature"),
    /** {@code stream_options} is unknown, so the server may say nothing of usage. */
    NO_STREAM_OPTIONS("stream_options");

    private final String parameter;

    Quirk(String parameter) {
        this.parameter = parameter;
    }

    /** Returns the stable name. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the parameter that an error message about it names. */
    public String parameter() {
        return parameter;
    }
}
