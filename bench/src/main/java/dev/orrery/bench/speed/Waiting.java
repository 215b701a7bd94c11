package dev.orrery.bench.speed;

import java.io.IOException;

/** Runs that wait for a human: they are rows, and hold next to nothing in memory. */
final class Waiting {
    static final String WORK = "waiting-10000-heap-mb";
    static final int RUNS = 10_000;

    private Waiting() {}

    static Figure measure(Work.Room room) throws IOException, InterruptedException {
        var megabytes = new double[room.times(1, 3)];
        for (int i = 0; i < megabytes.length; i++) {
            Process process =
                    Processes.start(Player.Part.HAVE_WAIT, room.folder().resolve("waiting-" + i), RUNS);
            megabytes[i] = Processes.said(process);
            process.waitFor();
        }
        return Figure.of(WORK, "MB", megabytes, "≤ 10", RUNS + " runs over an engine that has none");
    }
}
