package dev.orrery.bench.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes of {@link Player}. */
final class Processes {
    private Processes() {}

    /** Starts a process that plays {@code part} with {@code runs} runs in {@code home}. */
    static Process start(Player.Part part, Path home, int runs) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Player.class.getName(),
                part.name(),
                home.toString(),
                Integer.toString(runs)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Returns the number that {@code process} says, once it does. */
    static double said(Process process) throws IOException {
        var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) throw new IOException("the process ended without a word");
        return Double.parseDouble(line);
    }
}
