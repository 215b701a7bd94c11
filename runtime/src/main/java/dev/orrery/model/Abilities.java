package dev.orrery.model;

import java.net.URI;
import java.util.Optional;

/**
 * What was found out about servers, per endpoint and model. Thread-safe. Losing it costs a few refused requests, so
 * failures to keep it are not reported.
 */
public interface Abilities {
    /** Returns the manner that was found for this model at this endpoint. */
    Optional<Manner> known(URI endpoint, ModelName model);

    /** Keeps a manner that has just worked. */
    void learn(URI endpoint, ModelName model, Manner manner);

    /** Forgets what was found, so that it is found out anew. */
    void forget(URI endpoint, ModelName model);
}
