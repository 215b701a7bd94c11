package dev.orrery.crash;

import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.message.Json;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.pcollections.PMap;
import org.sqlite.JDBC;
import tools.jackson.core.JsonParser;

/**
 * Starts JVMs that have the kernel, the runtime and SQLite on their class path and nothing else, from a cache of loaded
 * classes that is made once: without it a start takes three times as long. Thread-safe.
 */
final class ChildJvm {
    private static final List<Class<?>> FOUND_IN = List.of(
            ChildJvm.class,
            SqliteJournal.class,
            Json.class,
            JDBC.class,
            JsonParser.class,
            PMap.class,
            NullMarked.class);

    private final Path folder;
    private final String classPath;
    private final List<String> cache = new ArrayList<>();

    private ChildJvm(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** Prepares {@code folder}; classes are packed there, as the cache holds none from folders. */
    static ChildJvm in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        var path = new ArrayList<String>();
        for (Class<?> type : FOUND_IN) {
            Path place = Path.of(URI.create(
                    type.getProtectionDomain().getCodeSource().getLocation().toString()));
            String packed = (Files.isDirectory(place) ? pack(place, folder, path.size()) : place).toString();
            if (!path.contains(packed)) path.add(packed);
        }
        return new ChildJvm(folder, String.join(File.pathSeparator, path));
    }

    private static Path pack(Path classes, Path folder, int number) throws IOException {
        Path jar = folder.resolve("classes-" + number + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                var packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
        return jar;
    }

    /** Makes the cache out of what {@code main} loads with {@code arguments}. */
    void train(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        Path archive = folder.resolve("classes.aot");
        Process process = start(List.of("-XX:AOTCacheOutput=" + archive, "-Xlog:disable"), main, arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (process.waitFor() != 0) throw new IOException("the process for the cache failed");
        cache.add("-XX:AOTCache=" + archive);
        cache.add("-Xlog:disable");
    }

    /** Returns the same, with other classes before the product's. Without the cache, which knows the product's alone. */
    ChildJvm with(Path classes) {
        return new ChildJvm(folder, classes + File.pathSeparator + classPath);
    }

    /** Returns a process to be started, with its errors going where ours go. */
    ProcessBuilder start(Class<?> main, List<String> arguments) {
        return start(cache, main, arguments);
    }

    private ProcessBuilder start(List<String> options, Class<?> main, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                // Calling through method handles has classes spun for each method, which no cache holds.
                "-Djdk.reflect.useNativeAccessorOnly=true",
                "-Djava.io.tmpdir=" + folder.resolve("tmp")));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
