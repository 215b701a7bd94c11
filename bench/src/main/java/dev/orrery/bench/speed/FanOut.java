package dev.orrery.bench.speed;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** Tasks beside each other in one run: what one costs must not depend on how many there are. */
final class FanOut {
    static final String WORK = "fan-out-growth";
    static final int FEW = 100;
    static final int MANY = 10_000;

    private FanOut() {}

    static Figure measure(Work.Room room) throws IOException, InterruptedException {
        int times = room.times(3, 7);
        var ratios = new double[times];
        var few = new double[times];
        var many = new double[times];
        try (Stage stage = Stage.open(room.folder().resolve("fan-out"))) {
            millisPerTask(stage, "warm", 3_000);
            for (int i = 0; i < times; i++) {
                few[i] = middle(stage, "few-" + i);
                many[i] = millisPerTask(stage, "many-" + i, MANY);
                ratios[i] = many[i] / few[i];
            }
        }
        Arrays.sort(few);
        Arrays.sort(many);
        String detail = String.format(
                Locale.ROOT, "%.3f ms a task at %d, %.3f ms at %d", few[times / 2], FEW, many[times / 2], MANY);
        return Figure.of(WORK, "ratio", ratios, "≤ 1.5", detail);
    }

    /** A run of 100 is short, so the middle of several stands for one. */
    private static double middle(Stage stage, String name) throws InterruptedException {
        var all = new double[9];
        for (int i = 0; i < all.length; i++) all[i] = millisPerTask(stage, name + "-" + i, FEW);
        Arrays.sort(all);
        return all[all.length / 2];
    }

    static double millisPerTask(Stage stage, String run, int tasks) throws InterruptedException {
        long began = System.nanoTime();
        stage.play(run, Plays.fanOut(tasks, 0), _ -> {});
        return (System.nanoTime() - began) / 1e6 / tasks;
    }
}
