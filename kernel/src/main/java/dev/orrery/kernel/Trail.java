package dev.orrery.kernel;

import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What an attempt did so far, as far as the {@link LoopGuard} and idempotency keys need it. Counted as it happens, so that
 * a look costs the same after a thousand turns as after one.
 *
 * @param times how often each call was asked for and each note made, by its identity
 * @param latest the identities of the latest calls and notes, the oldest first, at most {@link #LATEST}
 * @param seen the contents of the results, since the loop guard spoke
 * @param stale how many results in a row had been seen before
 */
public record Trail(PMap<String, Integer> times, PVector<String> latest, PSet<String> seen, int stale) {
    /** How many of the latest calls are kept: the longest pattern that is looked for, as often as it has to stand. */
    static final int LATEST = LoopGuard.PERIOD_MAX * LoopGuard.ROUNDS;

    /** Nothing done yet. */
    static final Trail NONE = new Trail(HashTreePMap.empty(), TreePVector.empty(), HashTreePSet.empty(), 0);

    /** Returns how often the call {@code identity} was asked for, or the note made. */
    int times(String identity) {
        return times.getOrDefault(identity, 0);
    }

    /** Returns the last call or note; there is one. */
    String last() {
        return latest.getLast();
    }

    /** A call was asked for, or a note made. */
    Trail then(String identity) {
        PVector<String> kept = latest.size() < LATEST ? latest : latest.minus(0);
        return new Trail(times.plus(identity, times(identity) + 1), kept.plus(identity), seen, stale);
    }

    /** The latest call {@code before} became {@code now} before it was made; it was asked for all the same. */
    Trail instead(String before, String now) {
        PMap<String, Integer> counts = times.plus(now, times(now) + 1);
        int at = latest.lastIndexOf(before);
        return new Trail(counts, at < 0 ? latest : latest.with(at, now), seen, stale);
    }

    /** A call gave {@code content}. */
    Trail found(String content) {
        return new Trail(times, latest, seen.plus(content), seen.contains(content) ? stale + 1 : 0);
    }

    /** The loop guard spoke: results to come are judged by themselves. */
    Trail warned() {
        return new Trail(times, latest, HashTreePSet.empty(), 0);
    }
}
