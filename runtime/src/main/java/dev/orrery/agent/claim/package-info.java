/**
 * Do the cited lines hold what an agent claims? {@link dev.orrery.agent.claim.ClaimCheck} answers with a {@link
 * dev.orrery.agent.claim.Verdict}: held, or what to mend. A claim of any agent is looked at; it is a model's that needs it.
 *
 * <p>Both sides are split into sentences and words ({@link dev.orrery.agent.claim.Sentence}, {@link
 * dev.orrery.agent.claim.Token}), and each {@link dev.orrery.agent.claim.Rule} says what a sentence of the claim has
 * against the lines. Numbers, names and words may stand anywhere in the cited lines; a negation, a limit or an order is
 * compared with the sentences that share most words with the claim, since another sentence may well deny something else.
 *
 * <p>Two kinds of mistakes are possible, and they do not weigh the same: a true claim that is sent back costs a turn, a
 * false one that passes stands in a report. In doubt a claim is not held.
 *
 * <p>Pure functions without state. The word lists beside the package are of general English and know no field; text in
 * other languages is compared by its numbers, names and words.
 */
@NullMarked
package dev.orrery.agent.claim;

import org.jspecify.annotations.NullMarked;
