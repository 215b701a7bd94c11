package dev.orrery.agent.claim;

import java.util.Collections;
import java.util.Set;

/**
 * A number in a sentence.
 *
 * @param values the forms that the same number may have; two numbers are the same when they share one
 * @param shown as it is written
 * @param units the units that may be meant; empty when none stands beside it
 * @param at the index of its first token
 * @param end the index behind its last token, its unit included
 * @param loose whether it may be no count at all, as the {@code one} of "one of them"
 * @param counted the stem of the word right behind it; empty when that carries no content
 * @param before the stems that lead to it
 * @param beside the stems on both sides of it
 */
record Quantity(
        Set<String> values,
        String shown,
        Set<String> units,
        int at,
        int end,
        boolean loose,
        String counted,
        Set<String> before,
        Set<String> beside) {
    Quantity {
        values = Set.copyOf(values);
        units = Set.copyOf(units);
        before = Set.copyOf(before);
        beside = Set.copyOf(beside);
    }

    /** Tells whether the two are the same number, whatever they measure. */
    boolean same(Quantity other) {
        return !Collections.disjoint(values, other.values);
    }

    /** Tells whether both have a unit, and not the same one. */
    boolean otherUnit(Quantity other) {
        return !units.isEmpty() && !other.units.isEmpty() && Collections.disjoint(units, other.units);
    }
}
