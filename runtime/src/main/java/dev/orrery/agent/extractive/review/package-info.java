/**
 * How the extractive reviewer judges a result: what it reads again, what it holds against each statement, and the verdict.
 * A result of any agent is judged, a malformed one too: whatever is missing is a fault in words, never an exception.
 */
@NullMarked
package dev.orrery.agent.extractive.review;

import org.jspecify.annotations.NullMarked;
