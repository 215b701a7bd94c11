/**
 * Can this sentence stand alone, and does it say something? {@link dev.orrery.agent.extractive.quality.Judge} answers
 * with a {@link dev.orrery.agent.extractive.quality.Quality}: a score and the marks that made it. All marks and what they
 * weigh stand in one table, {@link dev.orrery.agent.extractive.quality.Mark}; each check says which of them a sentence
 * deserves. Nothing here knows a topic, a product or a domain: only how English sentences lean on their neighbours.
 *
 * <p>A flaw that no merit can make up for has a cap: without caps, a long sentence full of names and numbers buys
 * itself free of the {@code This} that it begins with.
 */
@NullMarked
package dev.orrery.agent.extractive.quality;

import org.jspecify.annotations.NullMarked;
