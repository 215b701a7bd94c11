package dev.orrery.learning.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which line of one text became which line of another. Indexes count the lines that are not blank, from 0. */
final class LineMatch {
    private static final double ALIKE = 0.5;

    /** How far ahead in a block a changed line is looked for. */
    private static final int WINDOW = 50;

    private final List<String> old;
    private final List<String> now;
    private final TreeMap<Integer, Integer> changed = new TreeMap<>();
    private final TreeMap<Integer, Integer> moved = new TreeMap<>();
    private final TreeMap<Integer, Integer> added = new TreeMap<>();

    /** Lines without an equal one in the other text, for as long as nothing else is known of them. */
    private final TreeSet<Integer> gone = new TreeSet<>();

    private final TreeSet<Integer> come = new TreeSet<>();

    private LineMatch(List<Line> before, List<Line> after) {
        this.old = before.stream().map(Line::plain).toList();
        this.now = after.stream().map(Line::plain).toList();
    }

    /**
     * Matches two texts.
     *
     * @param known lines of which it is known otherwise that the one became the other, by their index before
     */
    static LineMatch of(List<Line> before, List<Line> after, Map<Integer, Integer> known) {
        var match = new LineMatch(before, after);
        match.matchEqual();
        Set<Integer> unequalBefore = Set.copyOf(match.gone);
        Set<Integer> unequalAfter = Set.copyOf(match.come);
        known.forEach(match::matchKnown);
        match.matchMoved();
        match.matchBlocks(unequalBefore, unequalAfter);
        return match;
    }

    /** Returns the lines that read differently, by their index before, with their index after. */
    SortedMap<Integer, Integer> changed() {
        return Collections.unmodifiableSortedMap(changed);
    }

    /** Returns the lines that stand elsewhere, by their index before, with their index after. */
    SortedMap<Integer, Integer> moved() {
        return Collections.unmodifiableSortedMap(moved);
    }

    /** Returns the lines that are gone. */
    SortedSet<Integer> removed() {
        return Collections.unmodifiableSortedSet(gone);
    }

    /** Returns the lines that are new, by their index after, with the index of the line before which they were put. */
    SortedMap<Integer, Integer> added() {
        return Collections.unmodifiableSortedMap(added);
    }

    private void matchEqual() {
        var deltas =
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>(), null).getDeltas();
        for (AbstractDelta<String> delta : deltas) {
            int from = delta.getSource().getPosition();
            for (int i = 0; i < delta.getSource().size(); i++) gone.add(from + i);
            int to = delta.getTarget().getPosition();
            for (int i = 0; i < delta.getTarget().size(); i++) come.add(to + i);
        }
    }

    private void matchKnown(int from, int to) {
        if (gone.contains(from) && come.contains(to)) match(from, to, changed);
    }

    private void match(int from, int to, Map<Integer, Integer> as) {
        gone.remove(from);
        come.remove(to);
        as.put(from, to);
    }

    private void matchMoved() {
        Map<String, Deque<Integer>> places = new HashMap<>();
        come.forEach(
                i -> places.computeIfAbsent(now.get(i), _ -> new ArrayDeque<>()).add(i));
        for (int from : List.copyOf(gone)) {
            @Nullable Deque<Integer> same = places.get(old.get(from));
            if (same != null && !same.isEmpty()) match(from, same.remove(), moved);
        }
    }

    /** Between two lines that stayed, each line that is gone goes with the next new one that is like it. */
    private void matchBlocks(Set<Integer> unequalBefore, Set<Integer> unequalAfter) {
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int from = i;
            while (i < old.size() && unequalBefore.contains(i)) i++;
            int to = j;
            while (j < now.size() && unequalAfter.contains(j)) j++;
            matchBlock(List.copyOf(gone.subSet(from, i)), List.copyOf(come.subSet(to, j)));
            for (int fresh : come.subSet(to, j)) added.put(fresh, i);
            i++;
            j++;
        }
    }

    private void matchBlock(List<Integer> left, List<Integer> fresh) {
        int next = 0;
        for (int from : left) {
            for (int k = next; k < Math.min(fresh.size(), next + WINDOW); k++) {
                if (!alike(old.get(from), now.get(fresh.get(k)))) continue;
                match(from, fresh.get(k), changed);
                next = k + 1;
                break;
            }
        }
    }

    private static boolean alike(String one, String other) {
        return Heading.of(one).isPresent() == Heading.of(other).isPresent() && Likeness.ofWords(one, other) >= ALIKE;
    }
}
