package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words and their opposites, by stem. */
final class Opposites {
    private static final Map<String, Set<String>> BY_STEM = read();

    private Opposites() {}

    /** Returns the stems of the opposites of {@code stem}. */
    static Set<String> of(String stem) {
        return BY_STEM.getOrDefault(stem, Set.of());
    }

    /** Tells whether what {@code denial} denies is said in {@code sentences} by its opposite: not optional, required. */
    static boolean denied(Denial denial, List<Sentence> sentences) {
        return denial.scope().stream()
                .filter(stem -> sentences.stream().noneMatch(s -> s.stems().contains(stem)))
                .flatMap(stem -> of(stem).stream())
                .anyMatch(opposite -> sentences.stream()
                        .anyMatch(
                                s -> s.tokens().stream().anyMatch(t -> t.stem().equals(opposite))));
    }

    private static Map<String, Set<String>> read() {
        var opposites = new HashMap<String, Set<String>>();
        for (String line : WordList.lines("opposites")) {
            String[] sides = line.split("/", -1);
            List<String> left = stems(sides[0]);
            List<String> right = stems(sides[1]);
            for (String l : left)
                opposites.computeIfAbsent(l, k -> new HashSet<>()).addAll(right);
            for (String r : right)
                opposites.computeIfAbsent(r, k -> new HashSet<>()).addAll(left);
        }
        return Map.copyOf(opposites);
    }

    private static List<String> stems(String words) {
        var stems = new ArrayList<String>();
        for (String word : words.split(",", -1)) stems.add(Stem.of(word));
        return stems;
    }
}
