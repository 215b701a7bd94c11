package dev.orrery.journal;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names a stream: the history of one thing.
 *
 * @param tenant whose it is; {@value #LOCAL} where there is only one
 * @param kind what it is the history of
 * @param id which one; it is safe as a file name
 */
public record StreamId(String tenant, Kind kind, String id) {
    /** The tenant of everything on a machine that has only one. */
    public static final String LOCAL = "local";

    /** The longest tenant or id, in characters. */
    public static final int LENGTH_MAX = 128;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (LENGTH_MAX - 1) + "}");

    /** What a stream is the history of. */
    public enum Kind {
        /** One run. */
        RUN,
        /** Entries of long-term memory. */
        MEMORY,
        /** Signals, proposals and learned versions. */
        LEARNING,
        /** What concerns the home folder as a whole. */
        HOME;

        /** Returns the stable name of this kind, as it is stored. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns the kind with the stable name {@code wire}.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Kind of(String wire) {
            for (Kind kind : values()) if (kind.wire().equals(wire)) return kind;
            throw new IllegalArgumentException("no kind of stream is called '" + wire + "'");
        }
    }

    public StreamId {
        requireName("tenant", tenant);
        requireName(kind.wire() + " id", id);
    }

    /**
     * Names the stream of the local run {@code id}.
     *
     * @throws IllegalArgumentException when {@code id} is no valid id; the message says what is allowed
     */
    public static StreamId run(String id) {
        return new StreamId(LOCAL, Kind.RUN, id);
    }

    /** Tells whether {@code name} may be a tenant or an id. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static void requireName(String what, String name) {
        if (isName(name)) return;
        String shown = name.length() <= 40 ? name : name.substring(0, 40) + "…";
        throw new IllegalArgumentException("'" + shown.replaceAll("\\p{Cntrl}", "?") + "' is no valid " + what
                + ": use 1 to " + LENGTH_MAX + " letters, digits, '.', '_' or '-', beginning with a letter or digit");
    }

    @Override
    public String toString() {
        return tenant + "/" + kind.wire() + "/" + id;
    }
}
