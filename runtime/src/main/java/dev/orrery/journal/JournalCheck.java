package dev.orrery.journal;

import java.util.List;

/**
 * What a walk through everything that is stored found.
 *
 * @param streams how many there are
 * @param records how many were read
 * @param blobs how many were read
 * @param lastCommit the highest commit number that was found
 * @param damages what is not as it was written, at most {@value #DAMAGES_MAX}; empty when all is whole
 */
public record JournalCheck(long streams, long records, long blobs, long lastCommit, List<Damage> damages) {
    /** How many damages are reported before the walk stops listing them. */
    public static final int DAMAGES_MAX = 100;

    /**
     * One damage.
     *
     * @param place where: a file, or a stream with the number of an event
     * @param what what is wrong there
     * @param todo what can be done about it
     */
    public record Damage(String place, String what, String todo) {
        /** What to do about damage that nothing here can mend. */
        public static final String RESTORE = "Keep a copy of the home, and restore it from a backup";

        /** Makes a damage that nothing here can mend. */
        public Damage(String place, String what) {
            this(place, what, RESTORE);
        }

        @Override
        public String toString() {
            return place + ": " + what;
        }
    }

    public JournalCheck {
        damages = List.copyOf(damages);
    }

    /** Tells whether nothing is damaged. */
    public boolean whole() {
        return damages.isEmpty();
    }
}
