package dev.orrery.model;

/**
 * What a call used.
 *
 * @param inputTokens the tokens of the prompt, those from a cache included
 * @param cachedInputTokens how many of them the provider took from its cache, at a lower price
 * @param outputTokens the tokens of the reply, unseen reasoning included
 */
public record Usage(long inputTokens, long cachedInputTokens, long outputTokens) {
    public Usage {
        if (inputTokens < 0 || cachedInputTokens < 0 || outputTokens < 0 || cachedInputTokens > inputTokens) {
            throw new IllegalArgumentException("no such usage: " + inputTokens + " tokens in, of these "
                    + cachedInputTokens + " cached, " + outputTokens + " out");
        }
    }

    /** Returns the tokens in both directions. */
    public long tokens() {
        return inputTokens + outputTokens;
    }

    /** Returns the sum of two. */
    public Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens,
                cachedInputTokens + other.cachedInputTokens,
                outputTokens + other.outputTokens);
    }
}
