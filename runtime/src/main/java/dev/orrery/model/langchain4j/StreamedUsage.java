package dev.orrery.model.langchain4j;

import dev.orrery.message.Json;
import dev.orrery.model.Usage;
import java.util.Optional;

/** What a server says of usage, believed only where it can be true. */
final class StreamedUsage {
    /** Templates and tool preambles add tokens that nobody sent: about 700 for tools at most, by the providers' pages. */
    private static final long UNSEEN_TOKENS_MAX = 4_096;

    private StreamedUsage() {}

    /**
     * Reads usage in either wire format. A token is at least one byte of text, so the prompt cannot have more than the
     * request's bytes and what templates add; the reply cannot have more than it was allowed or has bytes, and cannot have
     * none when there is text.
     */
    static Optional<Usage> read(Json.Obj said, long sentBytes, long replyTokensMax, long replyBytes) {
        Optional<Double> input = number(said, "prompt_tokens");
        double cached = said.at("prompt_tokens_details")
                .flatMap(d -> number(d, "cached_tokens"))
                .orElse(0d);
        Optional<Double> output = number(said, "completion_tokens");
        if (input.isEmpty() && output.isEmpty()) {
            // Anthropic counts what the cache gave, and what went into it, beside the input.
            cached = number(said, "cache_read_input_tokens").orElse(0d);
            double beside = cached + number(said, "cache_creation_input_tokens").orElse(0d);
            input = number(said, "input_tokens").map(tokens -> tokens + beside);
            output = number(said, "output_tokens");
        }
        if (input.isEmpty() || output.isEmpty()) return Optional.empty();
        double in = input.get();
        double out = output.get();
        boolean possible = in >= 1
                && in <= sentBytes + UNSEEN_TOKENS_MAX
                && cached >= 0
                && cached <= in
                && out >= (replyBytes > 0 ? 1 : 0)
                && out <= Math.max(replyTokensMax, replyBytes) + UNSEEN_TOKENS_MAX;
        return possible ? Optional.of(new Usage((long) in, (long) cached, (long) out)) : Optional.empty();
    }

    private static Optional<Double> number(Json from, String name) {
        return from.at(name).flatMap(value -> value instanceof Json.Num n ? Optional.of(n.value()) : Optional.empty());
    }
}
