package dev.orrery.agent.screen;

/**
 * A place in what a tool returned that speaks to the model that reads it.
 *
 * @param source where it stands: a locator, path or address as the result gives it, else the place in the result
 * @param excerpt what it says, at most {@link InjectionScreen#EXCERPT_MAX} characters, its masks taken off
 */
public record Flag(String source, String excerpt) {}
