package dev.orrery.learning;

/** What a human says of an outcome. */
public sealed interface Feedback {
    /** The longest reason, in characters. */
    int WHY_MAX = 4_000;

    /** A rating: 4 and 5 speak for what produced the outcome, 1 and 2 against it. */
    record Rating(int stars) implements Feedback {
        public Rating {
            if (stars < 1 || stars > 5) {
                throw new IllegalArgumentException("a rating is a number from 1 to 5, not " + stars);
            }
        }
    }

    /** The outcome is good as it stands. */
    record Approval() implements Feedback {}

    /** The outcome is not good. What of memory fed it is to be reviewed. */
    record Rejection(String why) implements Feedback {
        public Rejection {
            if (why.isBlank()) throw new IllegalArgumentException("a rejection needs a reason");
            if (why.length() > WHY_MAX) {
                throw new IllegalArgumentException("a reason has at most " + WHY_MAX + " characters");
            }
        }
    }

    /** The report as the human would have it. */
    record EditedCopy(String text) implements Feedback {}
}
