/**
 * English as the extractive agents read it: words with their classes, word stems, and lists of phrases. Nothing here
 * knows what a sentence is wanted for. All types are immutable; a {@link dev.orrery.agent.extractive.language.Tagger}
 * belongs to one thread.
 */
@NullMarked
package dev.orrery.agent.extractive.language;

import org.jspecify.annotations.NullMarked;
