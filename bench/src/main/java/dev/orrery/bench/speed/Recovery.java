package dev.orrery.bench.speed;

import java.io.IOException;
import java.nio.file.Path;

/** Runs that were under way when their process was killed: how soon another one does all that they are owed. */
final class Recovery {
    static final String WORK = "recover-10000-seconds";
    static final int RUNS = 10_000;

    private Recovery() {}

    static Figure measure(Work.Room room) throws IOException, InterruptedException {
        Path home = room.folder().resolve("recovery");
        Process left = Processes.start(Player.Part.LEAVE_OPEN, home, RUNS);
        Processes.said(left);
        kill(left);
        var seconds = new double[room.times(3, 7)];
        for (int i = 0; i < seconds.length; i++) {
            Process heir = Processes.start(Player.Part.TAKE_OVER, home, RUNS);
            seconds[i] = Processes.said(heir);
            kill(heir);
        }
        return Figure.of(WORK, "s", seconds, "≤ 3", RUNS + " runs after kill -9, from the start of the process");
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
