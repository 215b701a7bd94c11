package dev.orrery.learning;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What it takes to propose a change: at first the least that convinces; after it was turned down or taken back, as much
 * again as spoke for it then, none of it told before.
 *
 * @param min how many items of evidence at least
 * @param used what spoke for the change in proposals that are closed
 */
record Threshold(int min, Set<String> used, Function<Evidence, String> naming) {
    /** More than this is never asked for again, or a proposal that was long ignored could not come back. */
    private static final int MIN_MAX = 100;

    /** Counts verdicts: two of them are the same when they are the same event. */
    static Threshold ofVerdicts(Collection<Proposal> alike) {
        return of(alike, RouteLessons.VERDICTS_MIN, e -> e.run() + " " + e.seq());
    }

    /** Counts runs, however often a report was edited. */
    static Threshold ofRuns(Collection<Proposal> alike) {
        return of(alike, GuidelineLessons.RUNS_MIN, Evidence::run);
    }

    private static Threshold of(Collection<Proposal> alike, int least, Function<Evidence, String> naming) {
        List<Proposal> closed = alike.stream()
                .filter(p -> p.status() != Proposal.Status.PROPOSED)
                .toList();
        Set<String> used =
                closed.stream().flatMap(p -> p.evidence().stream()).map(naming).collect(Collectors.toSet());
        long last = closed.isEmpty()
                ? 0
                : closed.getLast().evidence().stream().map(naming).distinct().count();
        return new Threshold(Math.clamp(last, least, MIN_MAX), used, naming);
    }

    /** Tells whether {@code evidence} was not told before. */
    boolean isNew(Evidence evidence) {
        return !used.contains(naming.apply(evidence));
    }
}
