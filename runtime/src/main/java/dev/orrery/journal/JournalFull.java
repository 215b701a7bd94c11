package dev.orrery.journal;

/** Says that there is no space left. Nothing was acknowledged; once there is space, the same append succeeds. */
public final class JournalFull extends JournalException {
    /** Reports that {@code what} found no space. */
    public JournalFull(String what, Throwable cause) {
        super("disk full: " + what + ". Nothing was lost; free some space and try again", cause);
    }
}
