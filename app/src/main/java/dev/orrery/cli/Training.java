package dev.orrery.cli;

import dev.orrery.cli.session.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Walks through the commands that must start fast, and one run, while the JVM records which classes they load. The build
 * runs this to make the start-up cache; what is added here starts faster, and nothing else changes. It leaves files beside
 * the home that {@code ORRERY_HOME} names.
 */
final class Training {
    private Training() {}

    /** Walks through. */
    public static void main(String[] arguments) throws IOException {
        Surroundings here = Surroundings.ofProcess();
        Path documents = Files.createDirectories(here.home().toAbsolutePath().resolveSibling("documents"));
        for (String name : new String[] {"Alder", "Birch"}) {
            Files.writeString(
                    Files.createDirectories(documents.resolve(name)).resolve("guide.md"),
                    "# " + name + "\n\n## Scaling\n\n" + name + " runs forty jobs at once on one machine.\n");
        }
        Main.run(here, "--version");
        Main.run(here, "--help");
        Main.run(here, "runs");
        Main.run(
                here,
                "run",
                "Compare Alder and Birch on scaling",
                "--knowledge",
                documents.toString(),
                "--id",
                "training");
        for (String command : new String[] {"show", "events", "resume"}) Main.run(here, command, "training");
        for (String command : new String[] {"runs", "approvals", "doctor", "rnus"}) Main.run(here, command);
        // System.exit asks this logger, which loads classes too.
        System.getLogger("java.lang.Runtime").isLoggable(System.Logger.Level.DEBUG);
    }
}
