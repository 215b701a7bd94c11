package dev.orrery.agent.extractive;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.review.Review;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;

/**
 * Judges a result by what can be checked without a model: quotations are read again and compared word for word, places,
 * topics and citations are looked up. Thread-safe; keeps nothing between two windows.
 */
public final class ExtractiveReviewer implements Agent {
    @Override
    public Turn reply(Window window) {
        return Review.turn(window);
    }
}
