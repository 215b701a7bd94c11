package dev.orrery.journal.jdbc;

import java.sql.SQLException;

/** Carries an {@link SQLException} through code that cannot declare one. It never leaves this package. */
final class SqlFailure extends RuntimeException {
    private final SQLException failure;

    SqlFailure(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    SQLException failure() {
        return failure;
    }
}
