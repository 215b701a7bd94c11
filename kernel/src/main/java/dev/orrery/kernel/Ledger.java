package dev.orrery.kernel;

/**
 * The run's escrow.
 *
 * @param budget what may be spent
 * @param spent what is settled
 * @param reserved what is set aside for calls that are not answered
 */
public record Ledger(Budget budget, Amount spent, Amount reserved) {
    /** Returns what is left to be reserved. */
    public Amount left() {
        return budget.cap().minus(spent).minus(reserved);
    }

    Ledger reserve(Amount amount) {
        return new Ledger(budget, spent, reserved.plus(amount));
    }

    /** Releases a reservation and charges what was used. */
    Ledger settle(Amount reservation, Amount used) {
        return new Ledger(budget, spent.plus(used), reserved.minus(reservation));
    }
}
