package dev.orrery.journal;

/** Says that the journal was written by a newer Orrery, whose records this one could misread. */
public final class JournalNewer extends JournalException {
    /** Reports that {@code what} has version {@code found} and this program knows up to {@code known}. */
    public JournalNewer(String what, int found, int known) {
        super(
                what + " has version " + found + ", and this Orrery knows versions up to " + known
                        + ". Nothing was changed; use the newer Orrery",
                null);
    }
}
