package dev.orrery.crash;

import dev.orrery.crash.DiskImage.Kept;
import dev.orrery.crash.DiskRecord.Step;
import dev.orrery.crash.Life.Work;
import dev.orrery.journal.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Has a process write, and has the power fail at many moments of what it did. */
final class PowerLosses {
    private static final long SEED = Long.getLong("orrery.seed", 20260301);

    private static final Work WORK = new Work(WritingProcess.class, List.of("w"));

    private final ChildJvm jvm;
    private final Path folder;

    PowerLosses(ChildJvm jvm, Path folder) {
        this.jvm = jvm;
        this.folder = folder;
    }

    /** Records a process that makes a journal, writes and brings its log into the database on the way and at the end. */
    List<Step> record() throws IOException, InterruptedException {
        Path home = folder.resolve("recorded").toAbsolutePath();
        Path record = folder.resolve("strace.txt");
        var arguments = new ArrayList<>(List.of(home.toString()));
        arguments.addAll(Places.NOWHERE.arguments());
        arguments.addAll(WORK.streams());
        Files.createDirectories(folder);
        ProcessBuilder builder = jvm.start(WritingProcess.class, arguments);
        builder.command().addAll(1, List.of("-D" + Said.CHECKPOINT + "=24"));
        builder.command().addAll(0, DiskRecord.command(record));
        Process process = builder.start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (process.waitFor() != 0) throw new IOException("the process to be recorded failed");
        return DiskRecord.read(record, home);
    }

    /** Lets the power fail at {@code moments}, and returns what did not hold. */
    List<String> faults(int moments) throws IOException, InterruptedException {
        List<Step> steps = record();
        var random = new Random(SEED);
        var faults = new ArrayList<String>();
        var disk = new DiskImage();
        var outside = new Outside();
        double due = 0;
        for (int i = 0; i < steps.size() && faults.isEmpty(); i++) {
            disk.take(steps.get(i));
            if (steps.get(i) instanceof Step.Said(String line)) outside.hear(line);
            due += (double) moments / steps.size();
            if (due < 1) continue;
            due -= 1;
            for (Kept kept : Kept.values()) {
                Path folder = this.folder.resolve("image-" + i + "-" + kept);
                Home image = Home.open(folder);
                disk.write(folder, kept, random);
                for (String fault : Audit.of(image, WORK, outside)) {
                    faults.add("power lost after step " + i + " of " + steps.size() + ", " + kept
                            + " of what was not forced kept, seed " + SEED + ": " + fault);
                }
                Life.deleteAll(folder);
            }
        }
        return faults;
    }
}
