/**
 * What a goal asks for: the kind of report, the subjects it names or speaks of, the topics. Start with
 * {@link dev.orrery.agent.extractive.goal.GoalReader}. A goal is understood by its frame, that is by its verbs, question
 * words and prepositions; no word of any field of knowledge is built in.
 */
@NullMarked
package dev.orrery.agent.extractive.goal;

import org.jspecify.annotations.NullMarked;
