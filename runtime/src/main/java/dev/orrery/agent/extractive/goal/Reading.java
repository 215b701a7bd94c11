package dev.orrery.agent.extractive.goal;

/** What became of reading a goal. */
public sealed interface Reading {
    /** It can be planned. */
    record Understood(Goal goal) implements Reading {}

    /** It cannot be planned; {@code why} is a sentence for the user. */
    record Refused(String why) implements Reading {}
}
