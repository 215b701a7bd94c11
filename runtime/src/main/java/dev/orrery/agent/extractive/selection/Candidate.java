package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.quality.Quality;

/** A passage that may answer a topic: how it fits, and how well it stands alone. */
record Candidate(Reading reading, Fit fit, Quality quality, double score) {
    Passage passage() {
        return reading.passage();
    }
}
