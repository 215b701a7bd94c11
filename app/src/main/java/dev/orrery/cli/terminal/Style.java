package dev.orrery.cli.terminal;

/** How a piece of text looks on a screen with colours; elsewhere it is the text alone. */
public enum Style {
    /** As it is. */
    PLAIN(""),
    /** What the eye should find first. */
    STRONG("1"),
    /** What is there for completeness. */
    FAINT("2"),
    /** Done. */
    GOOD("32"),
    /** Failed, or missing. */
    BAD("31"),
    /** Wants attention. */
    NOTICE("33"),
    /** Under way. */
    LIVE("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** Returns {@code text} in this style when {@code colour} is wanted. */
    public String of(String text, Colour colour) {
        if (this == PLAIN || text.isEmpty()) return text;
        return switch (colour) {
            case ON -> "\u001B[" + code + "m" + text + "\u001B[0m";
            case OFF -> text;
        };
    }

    /** Whether colours are wanted. */
    public enum Colour {
        /** They are. */
        ON,
        /** They are not. */
        OFF;

        /** Returns what {@code wanted} says. */
        public static Colour when(boolean wanted) {
            return wanted ? ON : OFF;
        }
    }
}
