package dev.orrery.agent.extractive.quality;

import java.util.Set;

/** Looks for one kind of flaw or merit in a sentence. Checks know nothing of each other. */
@FunctionalInterface
interface Check {
    /** Adds the marks that {@code sentence} deserves to {@code marks}. */
    void judge(Sentence sentence, Set<Mark> marks);
}
