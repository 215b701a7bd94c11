package dev.orrery.kernel;

import dev.orrery.message.Json;

/**
 * The model that answers for an agent, and what it costs: what a run pins of it. It holds no key.
 *
 * @param name {@code PROVIDER:NAME}, such as {@code openai:gpt-5-mini}
 * @param baseUrl where the server is; empty for the provider's own
 * @param inputMicrosPerMillion the price of a million tokens that are sent, in millionths of the price table's currency;
 *     0 for a server of one's own
 * @param outputMicrosPerMillion the price of a million tokens of the replies
 */
public record ModelPin(String name, String baseUrl, long inputMicrosPerMillion, long outputMicrosPerMillion) {
    /** The highest price that can be reckoned with: a million units of the currency for a million tokens. */
    public static final long PRICE_MAX = 1_000_000_000_000L;

    private static final long MILLION = 1_000_000;

    public ModelPin {
        if (!name.matches("[a-z][a-z0-9-]*:\\S+")) {
            throw new IllegalArgumentException("a model is named PROVIDER:NAME, not " + name);
        }
        if (!priced(inputMicrosPerMillion) || !priced(outputMicrosPerMillion)) {
            throw new IllegalArgumentException("prices are 0 to " + PRICE_MAX);
        }
    }

    private static boolean priced(long price) {
        return price >= 0 && price <= PRICE_MAX;
    }

    /** Returns what these tokens cost, rounded up to whole millionths; the greatest number there is when it is more. */
    public long costMicros(long input, long output) {
        return new Amount(0, cost(input, inputMicrosPerMillion), 0)
                .plus(new Amount(0, cost(output, outputMicrosPerMillion), 0))
                .costMicros();
    }

    /** Returns how many tokens of a reply {@code micros} pay for; no bound when replies cost nothing. */
    public long outputFor(long micros) {
        if (micros < 0) return 0;
        if (outputMicrosPerMillion == 0 || micros > Long.MAX_VALUE / MILLION) return Long.MAX_VALUE;
        return micros * MILLION / outputMicrosPerMillion;
    }

    private static long cost(long tokens, long price) {
        long high = Math.multiplyHigh(tokens, price);
        long low = tokens * price;
        if (high != 0 || low < 0) return Long.MAX_VALUE;
        return Math.ceilDiv(low, MILLION);
    }

    /** Returns the stable form. */
    public Json.Obj toJson() {
        return Json.object()
                .with("name", name)
                .with("baseUrl", baseUrl)
                .with("inputMicrosPerMillion", inputMicrosPerMillion)
                .with("outputMicrosPerMillion", outputMicrosPerMillion);
    }

    /** Reads what {@link #toJson} wrote. */
    public static ModelPin of(Json json) {
        return new ModelPin(
                json.text("name"),
                json.text("baseUrl"),
                json.number("inputMicrosPerMillion", 0),
                json.number("outputMicrosPerMillion", 0));
    }
}
