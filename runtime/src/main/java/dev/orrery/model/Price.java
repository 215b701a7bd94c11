package dev.orrery.model;

import dev.orrery.message.Json;

/**
 * What a model's tokens cost, in micros per million tokens: 250000 is 0.25 of the currency. A run pins it when it starts.
 *
 * @param inputMicros a million tokens of input
 * @param cachedInputMicros a million tokens of input that came from the provider's cache
 * @param outputMicros a million tokens of output
 * @param known false when no table has a price for the model, and this one was taken in its place
 */
public record Price(long inputMicros, long cachedInputMicros, long outputMicros, boolean known) {
    private static final long PRICE_MAX = 1_000_000_000_000L;
    private static final double TOKENS = 1_000_000;

    /** The price of a model on this machine. */
    public static final Price FREE = new Price(0, 0, 0, true);

    public Price {
        if (Math.min(inputMicros, Math.min(cachedInputMicros, outputMicros)) < 0
                || Math.max(inputMicros, Math.max(cachedInputMicros, outputMicros)) > PRICE_MAX) {
            throw new IllegalArgumentException("a price is between 0 and " + PRICE_MAX + " micros");
        }
    }

    /** Returns what {@code usage} costs, rounded up to a micro. */
    public long costMicros(Usage usage) {
        double micros = (double) (usage.inputTokens() - usage.cachedInputTokens()) * inputMicros
                + (double) usage.cachedInputTokens() * cachedInputMicros
                + (double) usage.outputTokens() * outputMicros;
        return (long) Math.ceil(micros / TOKENS);
    }

    /** Returns the most that so many tokens can cost: nothing comes from a cache. For reservations. */
    public long mostMicros(long inputTokens, long outputTokens) {
        double micros = (double) Math.max(0, inputTokens) * Math.max(inputMicros, cachedInputMicros)
                + (double) Math.max(0, outputTokens) * outputMicros;
        return (long) Math.ceil(micros / TOKENS);
    }

    /** Returns the stable form. */
    public Json.Obj toJson() {
        return Json.object()
                .with("inputMicros", inputMicros)
                .with("cachedInputMicros", cachedInputMicros)
                .with("outputMicros", outputMicros)
                .with("known", Json.of(known));
    }

    /** Reads what {@link #toJson} wrote. */
    public static Price of(Json json) {
        return new Price(
                json.number("inputMicros", 0),
                json.number("cachedInputMicros", 0),
                json.number("outputMicros", 0),
                json.flag("known"));
    }
}
