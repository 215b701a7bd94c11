package dev.orrery.bench.speed;

import dev.orrery.message.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prints the table of speeds. Started by {@code bench/run}, from the project's folder.
 *
 * <pre>bench/run [--quick] [--json] [--peers] [WORK…]</pre>
 */
public final class Speed {
    /** The rows, in their order. */
    private static final Map<String, Work> WORKS = works();

    private static Map<String, Work> works() {
        var works = new LinkedHashMap<String, Work>();
        works.put(ChainSteps.WORK, ChainSteps::measure);
        works.put(ManyRuns.WORK, ManyRuns::measure);
        works.put(DecideMicros.WORK, DecideMicros::measure);
        works.put(FanOut.WORK, FanOut::measure);
        works.put(ColdStart.WORK, ColdStart::measure);
        works.put(Waiting.WORK, Waiting::measure);
        works.put(Recovery.WORK, Recovery::measure);
        works.put(Bytes.WORK, Bytes::measure);
        return works;
    }

    private Speed() {}

    /** Measures what the arguments name, all when they name nothing; ends with status 2 when they are malformed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Set<String> given = new TreeSet<>(List.of(arguments));
        boolean quick = given.remove("--quick");
        boolean json = given.remove("--json");
        if (!WORKS.keySet().containsAll(given)) {
            System.err.println("usage: bench/run [--quick] [--json] [--peers] [WORK…], where WORK is one of "
                    + String.join(", ", WORKS.keySet()));
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Path room = Files.createTempDirectory(folder.toAbsolutePath(), "run");
        try {
            measure(given, json, room, quick);
        } finally {
            remove(room);
        }
        // Agents that never answer keep nobody waiting.
        System.exit(0);
    }

    private static void measure(Set<String> wanted, boolean json, Path folder, boolean quick)
            throws IOException, InterruptedException {
        Figure disk = Disk.measure(folder);
        if (!json) {
            System.out.println("| work | median | p95 | unit | goal | |");
            System.out.println("|---|---|---|---|---|---|");
        }
        say(disk, json);
        var room = new Work.Room(folder, quick, disk.median());
        for (var work : WORKS.entrySet()) {
            if (wanted.isEmpty() || wanted.contains(work.getKey()))
                say(work.getValue().measure(room), json);
        }
    }

    private static void say(Figure figure, boolean json) {
        System.out.println(json ? JsonText.print(figure.toJson()) : figure.row());
        System.out.flush();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
