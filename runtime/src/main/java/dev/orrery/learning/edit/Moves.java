package dev.orrery.learning.edit;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the few items whose move explains a new order: again and again the one that stands on the wrong side of most
 * others; of two that changed places, the one that went up.
 */
final class Moves {
    private Moves() {}

    /**
     * Returns the places in the new order of the items that were moved.
     *
     * @param oldPlaces the old place of each item, in the new order; no two are the same
     */
    static List<Integer> of(List<Integer> oldPlaces) {
        int size = oldPlaces.size();
        int[] wrong = new int[size];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (inverted(oldPlaces, i, j)) {
                    wrong[i]++;
                    wrong[j]++;
                }
            }
        }
        var moved = IntStream.builder();
        while (true) {
            int most = 0;
            for (int i = 1; i < size; i++) if (wrong[i] > wrong[most]) most = i;
            if (size == 0 || wrong[most] == 0) return moved.build().boxed().toList();
            moved.add(most);
            for (int i = 0; i < size; i++) {
                if (wrong[i] > 0 && inverted(oldPlaces, Math.min(i, most), Math.max(i, most))) wrong[i]--;
            }
            wrong[most] = 0;
        }
    }

    private static boolean inverted(List<Integer> oldPlaces, int first, int second) {
        return oldPlaces.get(first) > oldPlaces.get(second);
    }
}
