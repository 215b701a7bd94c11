package dev.orrery.model;

/**
 * How long a reply may be and take. A reply that is longer than {@code replyTokensMax} is cut ({@link Stop#LENGTH}), also
 * where the server ignores the bound; the others end in {@link ModelException.Kind#TIMEOUT}.
 *
 * @param replyTokensMax the most tokens of the reply
 * @param firstTokenMillis the longest wait from sending to the first token, connecting and reading the prompt included
 * @param idleMillis the longest wait between two tokens
 * @param totalMillis the longest the whole call may take
 */
public record Bounds(long replyTokensMax, long firstTokenMillis, long idleMillis, long totalMillis) {
    /** The bounds for a model that may run on slow hardware: 2 minutes to the first token, 1 between two, 10 in all. */
    public static final Bounds USUAL = new Bounds(1_024, 120_000, 60_000, 600_000);

    public Bounds {
        if (replyTokensMax < 1 || firstTokenMillis < 1 || idleMillis < 1 || totalMillis < 1) {
            throw new IllegalArgumentException("bounds are positive");
        }
    }

    /** Returns these bounds with another length of the reply. */
    public Bounds withReplyTokensMax(long tokens) {
        return new Bounds(tokens, firstTokenMillis, idleMillis, totalMillis);
    }
}
