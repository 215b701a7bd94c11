package dev.orrery.journal;

import org.jspecify.annotations.Nullable;

/** Says that the journal cannot be used: it is closed, its folder cannot be written, or the disk fails. */
public final class JournalUnavailable extends JournalException {
    /** Reports {@code what} happened and what to do. */
    public JournalUnavailable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
