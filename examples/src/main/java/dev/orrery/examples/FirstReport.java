package dev.orrery.examples;

import dev.orrery.Config;
import dev.orrery.Orrery;
import dev.orrery.RunOutcome;
import java.nio.file.Path;

/** The main job in ten lines of Java: a goal and a folder in, a checked and cited report out. */
public final class FirstReport {
    private FirstReport() {}

    /** Prints the report on the folder in the first argument, or on {@code examples/competitors}. */
    public static void main(String[] args) {
        var knowledge = Path.of(args.length > 0 ? args[0] : "examples/competitors");
        System.out.println(run(Path.of(".orrery"), knowledge).report());
    }

    static RunOutcome run(Path home, Path knowledge) {
        try (var orrery = Orrery.open(Config.at(home))) {
            return orrery.run("Research our three main competitors and draft a summary report", knowledge);
        }
    }
}
