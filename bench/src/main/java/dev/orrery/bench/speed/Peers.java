package dev.orrery.bench.speed;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Plays the chain and the fan-out on Orrery and puts them beside what other systems took in the same call. Started by
 * {@code bench/peers/run}, which hands over their lines.
 */
public final class Peers {
    private static final String FAN_OUT = "fan-out-100-millis";
    private static final int WARM = 10;
    private static final int COUNTED = 5;

    private Peers() {}

    /** Reads the file of lines that is the first argument and prints the table; {@code --json} prints lines. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), "orrery");
        var lines = new ArrayList<Json>(orrery(folder));
        for (String line : Files.readAllLines(file)) lines.add(JsonText.parse(line));
        boolean json = List.of(arguments).contains("--json");
        if (!json) {
            System.out.println("| work | system | store | median | p95 | unit | beside Orrery |");
            System.out.println("|---|---|---|---|---|---|---|");
        }
        for (String work : List.of(ChainSteps.WORK, FAN_OUT)) {
            List<Json> rows = lines.stream()
                    .filter(line -> line.text("work").equals(work))
                    .toList();
            double ours = rows.getFirst().decimal("median", 1);
            for (Json row : rows) System.out.println(json ? JsonText.print(row) : row(row, ours));
        }
        System.exit(0);
    }

    private static List<Json> orrery(Path folder) throws InterruptedException {
        var chain = new ArrayList<Double>();
        var fanOut = new ArrayList<Double>();
        try (Stage stage = Stage.open(folder)) {
            for (int i = 0; i < WARM + COUNTED; i++) {
                double step = chainMillis(stage, "chain-" + i);
                double task = FanOut.millisPerTask(stage, "fan-out-" + i, FanOut.FEW);
                if (i < WARM) continue;
                chain.add(step);
                fanOut.add(task);
            }
        }
        return List.of(line(ChainSteps.WORK, "ms a step", chain), line(FAN_OUT, "ms a task", fanOut));
    }

    private static double chainMillis(Stage stage, String run) throws InterruptedException {
        long began = System.nanoTime();
        stage.play(run, Plays.chain(ChainSteps.STEPS), _ -> {});
        return (System.nanoTime() - began) / 1e6 / ChainSteps.STEPS;
    }

    private static Json line(String work, String unit, List<Double> millis) {
        double[] all = millis.stream().mapToDouble(Double::doubleValue).toArray();
        return Figure.of(work, unit, all, "", "")
                .toJson()
                .with("peer", "Orrery")
                .with("store", "SQLite, WAL, synchronous=FULL");
    }

    private static String row(Json row, double ours) {
        String start = "| " + row.text("work") + " | " + row.text("peer") + " | ";
        if (!row.text("missing").isEmpty()) return start + "not available: " + row.text("missing") + " | | | | |";
        double median = row.decimal("median", 0);
        return start
                + String.format(
                        Locale.ROOT,
                        "%s | %.3f | %.3f | %s | %.2f× |",
                        row.text("store"),
                        median,
                        row.decimal("p95", 0),
                        row.text("unit"),
                        median / ours);
    }
}
