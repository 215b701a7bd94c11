package dev.orrery.learning;

import dev.orrery.learning.Lessons.Verdict;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * When verdicts speak for another order of preference: an agent has at least {@value #VERDICTS_MIN} verdicts, and
 * another agent of the same capability, which was a later choice, did clearly better in the same runs.
 *
 * <p>Only verdicts from attempts in which the one stood before the other count, so an order that was changed already
 * gathers no further evidence. Success is estimated by Laplace's rule of succession, (passes + 1) / (verdicts + 2), so
 * that a single lucky pass proves little; "clearly" is a difference of at least {@value #MARGIN}.
 */
final class RouteLessons {
    static final int VERDICTS_MIN = 5;
    static final double MARGIN = 0.25;

    private RouteLessons() {}

    /** An agent that does a capability's work, and the one that may do it better. */
    record Pair(String capability, String agent, String other) {
        String key() {
            return "route " + target() + " prefer " + other;
        }

        String target() {
            return capability + "/" + agent;
        }
    }

    /** How often work passed. */
    private record Tally(long passes, long verdicts) {
        double success() {
            return (passes + 1.0) / (verdicts + 2.0);
        }

        String text(String agent) {
            return agent + " passed " + passes + " of " + verdicts;
        }
    }

    /** A suggestion and how good the preferred agent looked. */
    private record Rated(Suggestion suggestion, double success) {}

    /** Returns every pair of which the first stood before the second somewhere, sorted. */
    static List<Pair> pairs(Collection<Lessons> lessons) {
        var pairs = new TreeSet<>(Comparator.comparing(Pair::capability)
                .thenComparing(Pair::agent)
                .thenComparing(Pair::other));
        for (Lessons one : lessons) {
            for (Verdict v : one.verdicts()) {
                int place = v.ranked().indexOf(v.agent());
                if (place < 0) continue;
                v.ranked()
                        .subList(place + 1, v.ranked().size())
                        .forEach(other -> pairs.add(new Pair(v.capability(), v.agent(), other)));
            }
        }
        return List.copyOf(pairs);
    }

    /** Returns the best of the suggestions that {@code lessons} make for one agent, whose pairs are given. */
    static Optional<Suggestion> best(
            List<Pair> pairs, Collection<Lessons> lessons, Function<Pair, Threshold> thresholds) {
        return pairs.stream()
                .flatMap(pair -> rate(pair, lessons, thresholds.apply(pair), true).stream())
                .max(Comparator.comparingDouble(Rated::success)
                        .thenComparing(r -> r.suggestion().key(), Comparator.reverseOrder()))
                .map(Rated::suggestion);
    }

    /** Returns what speaks on {@code pair} now, whether or not it would be enough to propose it. */
    static Optional<Suggestion> standing(Pair pair, Collection<Lessons> lessons, Threshold threshold) {
        return rate(pair, lessons, threshold, false).map(Rated::suggestion);
    }

    private static Optional<Rated> rate(
            Pair pair, Collection<Lessons> lessons, Threshold threshold, boolean mustConvince) {
        var evidence = new ArrayList<Evidence>();
        Set<String> runs = new HashSet<>();
        long passes = 0;
        for (Lessons one : lessons) {
            for (Verdict v : one.verdicts()) {
                var item = new Evidence(one.run(), v.seq(), v.signal());
                if (!of(v, pair.capability(), pair.agent()) || !before(v, pair) || !threshold.isNew(item)) continue;
                evidence.add(item);
                runs.add(one.run());
                if (v.pass()) passes++;
            }
        }
        var mine = new Tally(passes, evidence.size());
        Tally theirs = tally(pair, lessons, runs);
        if (mine.verdicts() == 0) return Optional.empty();
        boolean convinces = mine.verdicts() >= threshold.min()
                && theirs.verdicts() > 0
                && theirs.success() - mine.success() >= MARGIN;
        if (mustConvince && !convinces) return Optional.empty();
        Json.Obj change = Json.object().with("prefer", pair.other()).with("weight", 1);
        String why = mine.text(pair.agent()) + " verdicts, " + theirs.text(pair.other()) + " in the same "
                + (runs.size() == 1 ? "run" : runs.size() + " runs");
        return Optional.of(new Rated(
                new Suggestion(Proposal.Kind.ROUTE, pair.key(), pair.target(), change, evidence, why),
                theirs.success()));
    }

    private static Tally tally(Pair pair, Collection<Lessons> lessons, Set<String> runs) {
        List<Verdict> all = lessons.stream()
                .filter(one -> runs.contains(one.run()))
                .flatMap(one -> one.verdicts().stream())
                .filter(v -> of(v, pair.capability(), pair.other()))
                .toList();
        return new Tally(all.stream().filter(Verdict::pass).count(), all.size());
    }

    private static boolean of(Verdict v, String capability, String agent) {
        return v.capability().equals(capability) && v.agent().equals(agent);
    }

    private static boolean before(Verdict v, Pair pair) {
        int other = v.ranked().indexOf(pair.other());
        return other > v.ranked().indexOf(pair.agent());
    }
}
