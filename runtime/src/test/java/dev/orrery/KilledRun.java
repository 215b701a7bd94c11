package dev.orrery;

import java.nio.file.Path;

/** A process to be killed: runs the job of {@link TwoLooks} and prints a line for each event that is durable. */
final class KilledRun {
    private KilledRun() {}

    public static void main(String[] arguments) {
        try (var orrery = Orrery.open(TwoLooks.config(Path.of(arguments[0])))) {
            orrery.run(RunRequest.of(TwoLooks.GOAL).withId("killed"), event -> {
                System.out.println(event.seq() + " " + event.type());
                System.out.flush();
            });
        }
    }
}
