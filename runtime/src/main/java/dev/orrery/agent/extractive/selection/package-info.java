/**
 * From passages to statements: which of the sentences that a search found answer a topic, which of those are worth
 * quoting, and which say the same. {@link dev.orrery.agent.extractive.selection.Selector} is the way in; it weighs how a
 * sentence fits a topic ({@link dev.orrery.agent.extractive.selection.Fit}) against how well it stands alone ({@link
 * dev.orrery.agent.extractive.quality.Quality}).
 */
@NullMarked
package dev.orrery.agent.extractive.selection;

import org.jspecify.annotations.NullMarked;
