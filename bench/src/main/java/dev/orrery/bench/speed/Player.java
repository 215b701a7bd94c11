package dev.orrery.bench.speed;

import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A process of its own that plays runs, for what can only be seen from the outside: what is left after a kill, and how much
 * heap a process needs. It says what it found on one line.
 */
public final class Player {
    /** What a process is to do. */
    enum Part {
        /** Begin runs whose agents never answer, say so, and wait to be killed. */
        LEAVE_OPEN,
        /** Take such runs over, and say how many seconds that took from the start of the process. */
        TAKE_OVER,
        /** Have runs wait for a human, and say how many megabytes of heap they take. */
        HAVE_WAIT
    }

    private static final Plays.Play PLAY = Plays.chain(2);

    private final Stage stage;
    private final int runs;
    private final Semaphore asked = new Semaphore(0);
    private final CountDownLatch never = new CountDownLatch(1);

    private Player(Stage stage, int runs) {
        this.stage = stage;
        this.runs = runs;
    }

    /** Plays the part that the arguments name, in the home and with as many runs as they say. */
    public static void main(String[] arguments) throws InterruptedException {
        Part part = Part.valueOf(arguments[0]);
        try (Stage stage = Stage.open(Path.of(arguments[1]))) {
            var player = new Player(stage, Integer.parseInt(arguments[2]));
            System.out.println(
                    switch (part) {
                        case LEAVE_OPEN -> player.leaveOpen();
                        case TAKE_OVER -> player.takeOver();
                        case HAVE_WAIT -> player.haveWait();
                    });
            System.out.flush();
            if (part == Part.LEAVE_OPEN) player.never.await();
            Runtime.getRuntime().halt(0);
        }
    }

    private Turn silent(Window window) {
        if (window.step().equals("plan")) return new Turn.Final(PLAY.plan());
        asked.release();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Plays.output(window.step());
    }

    private double leaveOpen() throws InterruptedException {
        work(true);
        return 0;
    }

    private double takeOver() throws InterruptedException {
        work(false);
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        return (System.currentTimeMillis() - started) / 1e3;
    }

    /** Works on all runs until each one's agent is asked. */
    private void work(boolean begin) throws InterruptedException {
        Stage.Actors actors = Stage.Actors.of(this::silent, _ -> Json.object());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < runs; i++) {
            String run = "open-" + i;
            var _ = threads.submit(() -> {
                if (begin) stage.begin(run, PLAY);
                return stage.work(run, actors, _ -> {});
            });
        }
        asked.acquire(runs);
    }

    private double haveWait() {
        play("warm", runs / 10);
        double before = heap();
        play("wait", runs);
        return heap() - before;
    }

    private void play(String name, int count) {
        Plays.Play question = Plays.question();
        Stage.Actors actors = Stage.Actors.of(question);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                String run = name + "-" + i;
                var _ = threads.submit(() -> {
                    stage.begin(run, question);
                    return stage.work(run, actors, _ -> {});
                });
            }
        }
    }

    private static double heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed() / 1e6);
        }
        return least;
    }
}
