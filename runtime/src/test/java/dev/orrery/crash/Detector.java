package dev.orrery.crash;

import dev.orrery.crash.Life.Work;
import dev.orrery.journal.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Something that finds faults of a journal, given a way to start processes that use it. */
enum Detector {
    /** Kills processes and looks for what was acknowledged. */
    KILLS {
        @Override
        List<String> faults(ChildJvm jvm, Path folder) throws IOException, InterruptedException {
            var faults = new ArrayList<String>();
            var places = new Places(Map.of(Failpoints.COMMIT, 12));
            for (int i = 0; i < LIVES && faults.isEmpty(); i++) {
                var life = new Life(jvm, folder.resolve("life-" + i), WORK, new Random(i));
                faults.addAll(life.live(places).faults());
            }
            return faults;
        }
    },

    /** Has a process open a journal, which it may refuse. */
    OPENING {
        @Override
        List<String> faults(ChildJvm jvm, Path folder) throws IOException, InterruptedException {
            Process process = write(jvm, folder.resolve("home"), WritingProcess.EVENTS);
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor() == 0 ? List.of() : List.of("the journal was refused");
        }
    },

    /** Has the power fail between the calls that a process makes. */
    POWER_LOSSES {
        @Override
        List<String> faults(ChildJvm jvm, Path folder) throws IOException, InterruptedException {
            return new PowerLosses(jvm, folder).faults(MOMENTS);
        }
    },

    /** Has two processes write to one stream. */
    RACES {
        @Override
        List<String> faults(ChildJvm jvm, Path folder) throws IOException, InterruptedException {
            Path home = folder.resolve("home");
            List<Process> both = List.of(write(jvm, home, MANY), write(jvm, home, MANY));
            var outside = new Outside();
            var faults = new ArrayList<String>();
            for (Process process : both) {
                try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
                    said.lines().forEach(outside::hear);
                }
                if (process.waitFor() != 0) faults.add("a process could not write");
            }
            faults.addAll(Audit.of(Home.open(home), WORK, outside));
            return faults;
        }
    },

    /** Damages journals and has them read. */
    DAMAGES {
        @Override
        List<String> faults(ChildJvm jvm, Path folder) throws IOException, InterruptedException {
            Path home = folder.resolve("home");
            Process process = write(jvm, home, WritingProcess.EVENTS);
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            process.waitFor();
            return new Damages(home, folder).silent(jvm);
        }
    };

    private static final int LIVES = 4;
    private static final int MOMENTS = 60;

    /** So many that two processes are sure to meet. */
    private static final int MANY = 2_000;

    private static final Work WORK = new Work(WritingProcess.class, List.of("w"));

    /** Returns what is wrong with the journal that the processes of {@code jvm} use. */
    abstract List<String> faults(ChildJvm jvm, Path folder) throws IOException, InterruptedException;

    private static Process write(ChildJvm jvm, Path home, int events) throws IOException {
        var arguments = new ArrayList<>(List.of(home.toString()));
        arguments.addAll(Places.NOWHERE.arguments());
        arguments.addAll(WORK.streams());
        Files.createDirectories(home);
        ProcessBuilder builder =
                jvm.start(WritingProcess.class, arguments).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.command().add(1, "-D" + WritingProcess.MANY + "=" + events);
        return builder.start();
    }
}
