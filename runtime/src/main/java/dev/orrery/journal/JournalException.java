package dev.orrery.journal;

import org.jspecify.annotations.Nullable;

/** Something that the journal could not do. The message says what happened, to which id, and what to do. */
public abstract sealed class JournalException extends RuntimeException
        permits JournalConflict, JournalFull, JournalBusy, JournalDamaged, JournalNewer, JournalUnavailable {

    JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Makes an exception without a stack trace, for what is expected to happen. */
    JournalException(String message) {
        super(message, null, false, false);
    }
}
