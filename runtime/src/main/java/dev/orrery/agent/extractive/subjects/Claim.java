package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Passage;

/**
 * One passage's word on whether a name belongs to the group.
 *
 * @param who the name
 * @param member whether it is said to belong; otherwise it is said not to
 * @param strength how plainly it is said: 1 for a plain statement, less for hedges and hints, more for emphasis
 * @param traits how many traits of the group are said along with it
 * @param passage where it is said
 */
record Claim(Mention who, boolean member, double strength, int traits, Passage passage) {}
