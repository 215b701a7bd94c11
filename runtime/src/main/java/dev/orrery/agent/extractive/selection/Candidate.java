package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.quality.Quality;

/** A passage that may answer a topic: how it fits, how well it stands alone, and whether it is about its subject alone. */
record Candidate(Reading reading, Fit fit, Quality quality, Scope scope, double score) {
    Passage passage() {
        return reading.passage();
    }
}
