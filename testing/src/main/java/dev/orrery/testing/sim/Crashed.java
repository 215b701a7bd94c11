package dev.orrery.testing.sim;

/** The simulated process is gone. An error, so that nothing in it takes it for an answer. */
final class Crashed extends Error {
    private static final long serialVersionUID = 1L;

    Crashed() {
        super("the simulated process is gone", null, false, false);
    }
}
