package dev.orrery.testing.audit;

import java.util.ArrayList;
import java.util.List;

/** Collects what checks find, up to a bound: after the first ones the rest seldom tells more. For one thread. */
final class Findings {
    private static final int MOST = 100;

    private final List<Finding> all = new ArrayList<>();

    /** Notes what is wrong unless {@code holds}. */
    void require(boolean holds, Promise promise, long seq, String otherwise) {
        if (!holds) add(promise, seq, otherwise);
    }

    void add(Promise promise, long seq, String what) {
        if (all.size() < MOST) all.add(new Finding(promise, seq, what));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
