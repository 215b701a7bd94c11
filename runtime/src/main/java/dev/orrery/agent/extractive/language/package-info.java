/** English as the extractive agents read it. Nothing here knows what a sentence is wanted for. */
@NullMarked
package dev.orrery.agent.extractive.language;

import org.jspecify.annotations.NullMarked;
