package dev.orrery.testing;

import dev.orrery.Orrery;
import dev.orrery.RunRequest;
import java.nio.file.Path;

/** A process to be killed: begins the small job in a home, or goes on with it. Arguments: home, base URL, knowledge. */
final class KilledModelRun {
    private KilledModelRun() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        try (var orrery = Orrery.open(SmallJob.config(home, "openai:any", arguments[1]))) {
            orrery.run(RunRequest.of(SmallJob.GOAL, Path.of(arguments[2])).withId(SmallJob.RUN), _ -> {});
        }
    }
}
