package dev.orrery.engine.history;

import org.jspecify.annotations.Nullable;

/** Says that a run could not be exported or imported; the message says why. What was there before is as it was. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    ExportException(String message) {
        this(message, null);
    }
}
