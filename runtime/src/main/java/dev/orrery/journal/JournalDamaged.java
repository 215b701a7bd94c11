package dev.orrery.journal;

import org.jspecify.annotations.Nullable;

/** Says that what is stored is not what was written. Nothing is guessed: whatever needs it stops. */
public final class JournalDamaged extends JournalException {
    private final String place;
    private final String what;

    /** Reports that at {@code place} (a file, or a stream with the number of an event) {@code what} is wrong. */
    public JournalDamaged(String place, String what) {
        this(place, what, null);
    }

    /** Reports that at {@code place} {@code what} is wrong, found by {@code cause}. */
    public JournalDamaged(String place, String what, @Nullable Throwable cause) {
        super("the journal is damaged at " + place + ": " + what, cause);
        this.place = place;
        this.what = what;
    }

    /** Returns where the damage is. */
    public String place() {
        return place;
    }

    /** Returns what is wrong there. */
    public String what() {
        return what;
    }
}
