package dev.orrery.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chain in one run: each step waits until the one before is durable. */
final class ChainSteps {
    static final String WORK = "chain-step-millis";
    static final int STEPS = 300;

    private ChainSteps() {}

    static Figure measure(Work.Room room) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        try (Stage stage = Stage.open(room.folder().resolve("chain"))) {
            int warm = room.times(12, 30);
            int counted = room.times(5, 15);
            for (int i = 0; i < warm + counted; i++) {
                List<Double> steps = chain(stage, "chain-" + i, STEPS);
                if (i >= warm) millis.addAll(steps);
            }
        }
        String goal = room.diskMillis() <= 0.1
                ? "≤ 0.3"
                : String.format(Locale.ROOT, "≤ fdatasync + 0.2 = %.3f", room.diskMillis() + 0.2);
        double[] all = millis.stream().mapToDouble(Double::doubleValue).toArray();
        return Figure.of(WORK, "ms", all, goal, "a chain of " + STEPS + ", one commit a step");
    }

    /** Plays a chain and returns how long after the one before each step was durable. */
    static List<Double> chain(Stage stage, String run, int steps) throws InterruptedException {
        var at = new ArrayList<Long>();
        stage.play(run, Plays.chain(steps), event -> {
            if (event.event().type().equals("step.completed")) at.add(System.nanoTime());
        });
        var millis = new ArrayList<Double>();
        // The first to be completed is the plan.
        for (int i = 2; i < at.size(); i++) millis.add((at.get(i) - at.get(i - 1)) / 1e6);
        return millis;
    }
}
