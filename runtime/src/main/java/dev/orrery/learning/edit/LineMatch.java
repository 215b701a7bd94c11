package dev.orrery.learning.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which line of one text became which line of another. Indexes count the lines that are not blank, from 0.
 *
 * @param changed lines that read differently, by their index before, with their index after
 * @param moved lines that stand elsewhere, likewise
 * @param removed lines that are gone
 * @param added lines that are new, by their index after, with the index before which they were put
 */
record LineMatch(
        Map<Integer, Integer> changed,
        Map<Integer, Integer> moved,
        List<Integer> removed,
        Map<Integer, Integer> added) {
    private static final double ALIKE = 0.5;

    /** How far behind its counterpart in a block a changed line is looked for. */
    private static final int WINDOW = 50;

    static LineMatch of(List<Line> before, List<Line> after) {
        List<String> old = before.stream().map(Line::plain).toList();
        List<String> now = after.stream().map(Line::plain).toList();
        var deltas =
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>(), null).getDeltas();

        var gone = new ArrayList<Integer>();
        var come = new TreeMap<Integer, Integer>();
        for (AbstractDelta<String> delta : deltas) {
            int from = delta.getSource().getPosition();
            for (int i = 0; i < delta.getSource().size(); i++) gone.add(from + i);
            int to = delta.getTarget().getPosition();
            for (int i = 0; i < delta.getTarget().size(); i++) come.put(to + i, from);
        }
        Map<Integer, Integer> moved = moved(old, now, gone, come);
        Map<Integer, Integer> changed = new TreeMap<>();
        Set<Integer> taken = new HashSet<>(moved.values());
        for (AbstractDelta<String> delta : deltas) pair(delta, moved, taken, changed);

        List<Integer> removed = gone.stream()
                .filter(i -> !moved.containsKey(i) && !changed.containsKey(i))
                .toList();
        taken.forEach(come::remove);
        return new LineMatch(changed, moved, removed, come);
    }

    private static Map<Integer, Integer> moved(
            List<String> old, List<String> now, List<Integer> gone, Map<Integer, Integer> come) {
        Map<String, Deque<Integer>> places = new HashMap<>();
        come.keySet()
                .forEach(i -> places.computeIfAbsent(now.get(i), _ -> new ArrayDeque<>())
                        .add(i));
        Map<Integer, Integer> moved = new TreeMap<>();
        for (int i : gone) {
            @Nullable Deque<Integer> same = places.get(old.get(i));
            if (same != null && !same.isEmpty()) moved.put(i, same.poll());
        }
        return moved;
    }

    /** Within a block that differs, each line goes with the next one that is alike. */
    private static void pair(
            AbstractDelta<String> delta,
            Map<Integer, Integer> moved,
            Set<Integer> taken,
            Map<Integer, Integer> changed) {
        int from = delta.getSource().getPosition();
        int to = delta.getTarget().getPosition();
        List<String> old = delta.getSource().getLines();
        List<String> now = delta.getTarget().getLines();
        int next = 0;
        for (int i = 0; i < old.size(); i++) {
            if (moved.containsKey(from + i)) continue;
            for (int j = next; j < Math.min(now.size(), next + WINDOW); j++) {
                if (taken.contains(to + j) || !alike(old.get(i), now.get(j))) continue;
                changed.put(from + i, to + j);
                taken.add(to + j);
                next = j + 1;
                break;
            }
        }
    }

    private static boolean alike(String one, String other) {
        return Heading.of(one).isPresent() == Heading.of(other).isPresent() && Likeness.ofWords(one, other) >= ALIKE;
    }
}
