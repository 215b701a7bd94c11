/**
 * The native agents: they quote what they find, cite every line, and say what they could not find. One class per
 * capability, each a pure function of the window: it looks at what was exchanged so far and answers with the next tool
 * calls or with its output.
 *
 * <p>Rooms inside: {@code task} (what is asked), {@code language} (words), {@code quality} (can a sentence stand alone),
 * {@code selection} (which sentences answer a topic), {@code research}, {@code rules} and {@code report}.
 */
@NullMarked
package dev.orrery.agent.extractive;

import org.jspecify.annotations.NullMarked;
