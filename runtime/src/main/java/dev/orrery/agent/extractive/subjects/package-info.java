/**
 * Who a goal is about. A goal names its subjects or speaks of a group ("our three main competitors"); which ones belong to
 * the group stands in the user's own papers, in prose. Start with {@link dev.orrery.agent.extractive.subjects.Resolver}.
 *
 * <p>Passages of a note are cut into clauses; in each clause the names and the words of the relation are replaced by
 * marks ({@link dev.orrery.agent.extractive.subjects.Template}), so that a few patterns can tell what it says about the
 * names. What is said adds up to a {@link dev.orrery.agent.extractive.subjects.Tally}; where it leaves a doubt, the
 * resolution is a question.
 */
@NullMarked
package dev.orrery.agent.extractive.subjects;

import org.jspecify.annotations.NullMarked;
