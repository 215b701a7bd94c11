package dev.orrery.journal;

/** Says that another process held the journal for longer than one waits. Nothing was written; try again. */
public final class JournalBusy extends JournalException {
    /** Reports that {@code what} waited {@code waitedMillis} in vain. */
    public JournalBusy(String what, long waitedMillis, Throwable cause) {
        super(
                what + " is locked by another process for more than " + waitedMillis + " ms. Nothing was written;"
                        + " try again when it is done",
                cause);
    }
}
