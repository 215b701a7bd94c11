package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.quality.Mark;
import dev.orrery.agent.extractive.quality.Quality;

/**
 * What a statement must have to be quoted. A topic is answered on the highest floor that gives anything: a heading with
 * one statement that leans on its heading is better than a false "No statement found".
 */
enum Floor {
    /** Stands alone, and is about the topic in its own words or under a heading of the topic. */
    GOOD(Quality.GOOD, 0.72, Integer.MAX_VALUE) {
        @Override
        boolean holds(Candidate candidate) {
            return super.holds(candidate)
                    && !candidate.fit().inPassing()
                    && candidate.fit().own()
                    && candidate.scope() == Scope.PARTICULAR;
        }
    },
    /** Is understood under its headings. */
    FAIR(Quality.FAIR, 0.6, 2) {
        @Override
        boolean holds(Candidate candidate) {
            return super.holds(candidate) && candidate.fit().own() && candidate.scope() != Scope.EXPLANATION;
        }
    },
    /** Is about the topic beyond doubt, and not hopeless. */
    LAST(Quality.LISTED, 0.6, 1) {
        @Override
        boolean holds(Candidate candidate) {
            // An order is a step of something that is not quoted with it.
            return super.holds(candidate) && !candidate.quality().has(Mark.INSTRUCTION);
        }
    };

    private final double quality;
    private final double coverage;
    private final int most;

    Floor(double quality, double coverage, int most) {
        this.quality = quality;
        this.coverage = coverage;
        this.most = most;
    }

    boolean holds(Candidate candidate) {
        return fits(candidate.fit()) && candidate.quality().score() >= quality;
    }

    /** Tells whether a passage is near enough to the topic for this floor, whatever its quality. */
    boolean fits(Fit fit) {
        return fit.rarestInText() ? fit.coverage() >= coverage : fit.rarestAbove() && aboutHeading(fit);
    }

    private boolean aboutHeading(Fit fit) {
        return fit.coverage() >= coverage && (fit.focus() >= 0.5 || fit.pageFocus() >= 0.5 || fit.inText() > 0);
    }

    int most() {
        return most;
    }
}
