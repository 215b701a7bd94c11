package dev.orrery.bench.speed;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** A thousand runs at once, each a chain: what the machine makes durable in a second. */
final class ManyRuns {
    static final String WORK = "steps-per-second";
    static final int RUNS = 1_000;
    static final int STEPS = 20;

    private ManyRuns() {}

    static Figure measure(Work.Room room) throws IOException, InterruptedException {
        int warm = room.times(4, 8);
        var rates = new double[room.times(5, 15)];
        try (Stage stage = Stage.open(room.folder().resolve("many"))) {
            for (int i = 0; i < warm; i++) round(stage, "warm-" + i);
            for (int i = 0; i < rates.length; i++) rates[i] = round(stage, "round-" + i);
        }
        return Figure.of(
                WORK,
                "steps/s",
                rates,
                "≥ 20,000",
                RUNS + " runs of " + STEPS + " steps, from the first start to the last end");
    }

    private static double round(Stage stage, String name) throws InterruptedException {
        Plays.Play play = Plays.chain(STEPS);
        Stage.Actors actors = Stage.Actors.of(play);
        var steps = new LongAdder();
        var ended = new Semaphore(0);
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < RUNS; i++) {
                String run = name + "-" + i;
                var _ = threads.submit(() -> {
                    stage.begin(run, play);
                    stage.work(run, actors, event -> {
                        if (event.event().type().equals("step.completed")) steps.increment();
                    });
                    ended.release();
                    return run;
                });
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (ended.availablePermits() != RUNS) throw new IllegalStateException("not all runs ended");
        return steps.sum() / seconds;
    }
}
