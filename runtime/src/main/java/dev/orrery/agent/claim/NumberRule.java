package dev.orrery.agent.claim;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Each number of the claim stands in the cited lines: the same one, of the same unit, and counting the same thing. */
final class NumberRule implements Rule {
    /** A shorter name of a unit may be another word. */
    private static final int UNIT_MIN = 4;

    @Override
    public void check(Sentence claim, Cited cited, Consumer<String> faults) {
        List<Quantity> there = cited.quantities();
        unit(claim, cited, faults);
        for (Quantity number : claim.quantities()) {
            List<Quantity> same = there.stream().filter(number::same).toList();
            if (same.isEmpty()) {
                if (!number.loose() && !inWords(number, cited)) {
                    faults.accept("the number " + number.shown() + " does not stand in the cited lines");
                }
            } else if (same.stream().allMatch(number::otherUnit)) {
                faults.accept("the cited lines say " + same.getFirst().shown() + ", not " + number.shown());
            } else {
                rival(number, same, there)
                        .ifPresent(rival -> faults.accept("in the cited lines " + rival.shown()
                                + " stands where the claim says " + number.shown()));
            }
        }
    }

    /** In a sentence that is reworded, a unit without a number, "in seconds", stays what it is. */
    private static void unit(Sentence claim, Cited cited, Consumer<String> faults) {
        List<Sentence> about = cited.about(claim);
        if (about.isEmpty() || !about.getFirst().nearly(claim)) return;
        Set<String> here = units(claim);
        Set<String> there = units(about.getFirst());
        boolean exchanged = !here.isEmpty() && !there.isEmpty() && Collections.disjoint(here, there);
        if (exchanged) faults.accept("the cited lines speak of another unit than " + String.join(", ", here));
    }

    private static Set<String> units(Sentence sentence) {
        var units = new TreeSet<String>();
        for (Token t : sentence.tokens()) {
            if (t.letters() && t.lower().length() >= UNIT_MIN) units.addAll(Numerals.units(t.lower()));
        }
        return units;
    }

    /** The month of a date may be written out. */
    private static boolean inWords(Quantity number, Cited cited) {
        return number.values().stream().anyMatch(v -> Character.isLetter(v.charAt(0)) && cited.hasStem(Stem.of(v)));
    }

    /** Finds the number whose place this one has taken: what it counts here is counted by another one there. */
    private static Optional<Quantity> rival(Quantity number, List<Quantity> same, List<Quantity> there) {
        if (number.loose()) return Optional.empty();
        String counted = number.counted();
        if (!counted.isEmpty()) {
            if (same.stream().anyMatch(s -> s.beside().contains(counted))) return Optional.empty();
            return others(number, there)
                    .filter(q -> q.counted().equals(counted))
                    .findFirst();
        }
        if (same.stream().anyMatch(s -> s.beside().isEmpty() || !Collections.disjoint(s.beside(), number.beside()))) {
            return Optional.empty();
        }
        return others(number, there)
                .filter(q -> !Collections.disjoint(q.before(), number.before()))
                .findFirst();
    }

    private static Stream<Quantity> others(Quantity number, List<Quantity> there) {
        return there.stream().filter(q -> !q.loose() && !q.same(number) && !q.otherUnit(number));
    }
}
