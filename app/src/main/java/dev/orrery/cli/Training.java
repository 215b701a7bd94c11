package dev.orrery.cli;

import dev.orrery.cli.session.Surroundings;

/**
 * Walks through the commands that must start fast, once, while the JVM records which classes they load. The build runs
 * this to make the start-up cache; what is added here starts faster, and nothing else changes.
 */
final class Training {
    private Training() {}

    public static void main(String[] arguments) {
        Surroundings here = Surroundings.ofProcess();
        Main.run(here, "--version");
        Main.run(here, "--help");
        Main.run(here, "runs");
        Main.run(here, "rnus");
    }
}
