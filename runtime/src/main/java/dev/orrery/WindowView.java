package dev.orrery;

import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.Optional;

/**
 * What an agent saw, and the hash under which it is kept.
 *
 * @param sent the exact messages that were sent to a model for it, an array; empty when no model was asked
 */
public record WindowView(Window window, Hash hash, Optional<Json> sent) {
    /** Makes the view of a window for which no messages were sent. */
    public WindowView(Window window, Hash hash) {
        this(window, hash, Optional.empty());
    }
}
