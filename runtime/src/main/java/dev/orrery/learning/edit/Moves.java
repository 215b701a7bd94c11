package dev.orrery.learning.edit;

import dev.orrery.learning.edit.SectionMatch.Pair;
import java.util.ArrayList;
import java.util.List;

/** Finds the fewest sections whose move explains a new order; of two that changed places, the one that went up. */
final class Moves {
    private Moves() {}

    /**
     * Returns what was moved.
     *
     * @param before the sections in their old order
     * @param after the same in their new order
     */
    static List<Pair> of(List<Pair> before, List<Pair> after) {
        var left = new ArrayList<>(after);
        var moved = new ArrayList<Pair>();
        while (true) {
            Pair most = null;
            int highest = 0;
            for (Pair candidate : left) {
                int inverted = inversions(candidate, before, left);
                // The first in the new order wins at equal numbers: it is the one that went up.
                if (inverted > highest) {
                    most = candidate;
                    highest = inverted;
                }
            }
            if (most == null) return moved;
            moved.add(most);
            left.remove(most);
        }
    }

    private static int inversions(Pair candidate, List<Pair> before, List<Pair> order) {
        int old = before.indexOf(candidate);
        int now = order.indexOf(candidate);
        int count = 0;
        for (int i = 0; i < order.size(); i++) {
            boolean stoodBefore = before.indexOf(order.get(i)) < old;
            if (i < now && !stoodBefore || i > now && stoodBefore) count++;
        }
        return count;
    }
}
