package dev.orrery.cli.doctor;

import dev.orrery.cli.text.Quantities;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks of the machine: Java, the home folder and the disk under it, the start-up cache, the encoding of text. */
public final class Machine {
    private static final int JAVA_MIN = 25;

    /** Below this a large knowledge folder may not fit any more: index and journal of 350 files take about 100 MB. */
    private static final long DISK_WARN_BYTES = 1L << 30;

    private static final long DISK_FAIL_BYTES = 50L << 20;

    private Machine() {}

    /** Checks the machine for a home at {@code home}. */
    public static List<Finding> check(Path home) {
        return List.of(java(), home(home), disk(home), cache(), text());
    }

    private static Finding java() {
        String found = "Java " + Runtime.version() + ", " + System.getProperty("java.vendor", "unknown vendor");
        return Runtime.version().feature() >= JAVA_MIN
                ? Finding.ok("java", found)
                : Finding.fail("java", found, "Install a JDK " + JAVA_MIN + " or newer");
    }

    private static Finding home(Path home) {
        Path absolute = home.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) {
            Path above = existing(absolute);
            return Files.isDirectory(above) && Files.isWritable(above)
                    ? Finding.ok("home", absolute + " is made by the first run")
                    : Finding.fail("home", absolute + " cannot be made", "Name another folder with --home");
        }
        if (!Files.isDirectory(absolute)) {
            return Finding.fail("home", absolute + " is no folder", "Name another one with --home");
        }
        try {
            Files.delete(Files.createTempFile(absolute, "doctor", ".tmp"));
            return Finding.ok("home", absolute + " can be written");
        } catch (IOException e) {
            return Finding.fail(
                    "home", absolute + " cannot be written", "Give yourself access to it, or use another --home");
        }
    }

    private static Finding disk(Path home) {
        try {
            long bytes = Files.getFileStore(existing(home.toAbsolutePath().normalize()))
                    .getUsableSpace();
            String free = Quantities.number(bytes >> 20) + " MB free";
            if (bytes < DISK_FAIL_BYTES)
                return Finding.fail("disk", free, "Make room; a run stops when the disk is full");
            if (bytes < DISK_WARN_BYTES) return Finding.warn("disk", free, "Make room before you read large folders");
            return Finding.ok("disk", free);
        } catch (IOException e) {
            return Finding.warn("disk", "free space is unknown", "Look at it yourself: df -h");
        }
    }

    private static Path existing(Path folder) {
        Path at = folder;
        while (!Files.exists(at)) {
            Path above = at.getParent();
            if (above == null) return at;
            at = above;
        }
        return at;
    }

    /** A JVM that could not use the cache that it was given says nothing and runs without any sharing. */
    private static Finding cache() {
        Optional<String> named = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("-XX:AOTCache="))
                .findFirst();
        boolean sharing = System.getProperty("java.vm.info", "").contains("sharing");
        if (named.isPresent() && sharing) return Finding.ok("start-up", "the start-up cache is in use");
        if (named.isPresent()) {
            return Finding.warn(
                    "start-up", "the start-up cache does not fit this JVM", "Remove app/target/launcher to build anew");
        }
        return Finding.warn("start-up", "without a start-up cache, so each start takes longer", "Start with ./orrery");
    }

    private static Finding text() {
        String names = System.getProperty("sun.jnu.encoding", "unknown");
        return names.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")
                ? Finding.ok("text", "UTF-8")
                : Finding.warn(
                        "text",
                        "the locale's encoding is " + names + ": letters of file names may be lost",
                        "Set LC_ALL=C.UTF-8 or another UTF-8 locale");
    }
}
