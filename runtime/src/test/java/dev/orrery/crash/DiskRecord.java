package dev.orrery.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a process did to the files of its home and what it said meanwhile, call by call, as {@code strace} saw it. From it
 * follows what a loss of power at any moment may leave: {@link DiskImage}.
 */
final class DiskRecord {
    /** One thing that happened. A file is named by its last part. */
    sealed interface Step {
        /** Bytes were handed to the system, which may keep them from the disk. */
        @SuppressWarnings("ArrayRecordComponent") // Never compared.
        record Written(String file, long at, byte[] bytes) implements Step {}

        record Truncated(String file, long length) implements Step {}

        /** What was written to the file before is on the disk. */
        record Forced(String file) implements Step {}

        /** The names of files are on the disk, and those of removed ones are gone from it. */
        record ForcedFolder() implements Step {}

        record Removed(String file) implements Step {}

        /** A line went out: from here on the world counts on it. */
        record Said(String line) implements Step {}
    }

    private static final Pattern CALL =
            Pattern.compile("^(?:\\d+ +)?(\\w+)\\((.*)\\)\\s+= (-?\\d+).*$", Pattern.DOTALL);
    private static final Pattern DESCRIPTOR = Pattern.compile("^(\\d+)<([^>]*)>(?:, )?(.*)$", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"(\\.\\.\\.)?");

    private DiskRecord() {}

    /** Returns the command that records what the command behind it does, into {@code file}. */
    static List<String> command(Path file) {
        return List.of(
                "strace",
                "-f",
                "-qq",
                "-y",
                "-xx",
                "-s",
                "4000000",
                "--seccomp-bpf",
                "-e",
                "trace=pwrite64,write,ftruncate,fsync,fdatasync,unlink",
                "-e",
                "signal=none",
                "-o",
                file.toString());
    }

    /** Tells whether the machine has {@code strace} and lets it trace. */
    static boolean possible() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "--seccomp-bpf", "-f", "-qq", "-o", "/dev/null", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** Reads what was recorded of the files directly in {@code home}. */
    static List<Step> read(Path file, Path home) throws IOException {
        var steps = new ArrayList<Step>();
        // A call that others came between stands on two lines: it counts where it ended, what it says where it began.
        Map<String, String> begun = new HashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            String process = line.substring(0, line.indexOf(' '));
            if (line.endsWith("<unfinished ...>")) {
                String beginning = line.substring(0, line.length() - "<unfinished ...>".length());
                begun.put(process, beginning);
                if (says(beginning)) steps.addAll(said(beginning));
                continue;
            }
            String whole = line;
            int resumed = line.indexOf(" resumed>");
            if (resumed >= 0) {
                String beginning = begun.remove(process);
                if (beginning == null || says(beginning)) continue;
                whole = beginning + line.substring(resumed + " resumed>".length());
            }
            Matcher call = CALL.matcher(whole);
            if (!call.matches() || call.group(3).startsWith("-")) continue;
            if (says(whole)) steps.addAll(said(whole));
            else {
                Step step = step(call.group(1), call.group(2), home);
                if (step != null) steps.add(step);
            }
        }
        return steps;
    }

    private static boolean says(String call) {
        return call.contains(" write(1<");
    }

    private static List<Step> said(String call) {
        String text = new String(bytes(call), StandardCharsets.UTF_8);
        // The driver asks uname, which answers on a pipe of its own.
        return text.lines()
                .filter(line -> line.indexOf(' ') > 0)
                .<Step>map(Step.Said::new)
                .toList();
    }

    private static @Nullable Step step(String name, String arguments, Path home) {
        if (name.equals("unlink")) {
            String file = name(new String(bytes(arguments), StandardCharsets.UTF_8), home);
            return file == null ? null : new Step.Removed(file);
        }
        Matcher on = DESCRIPTOR.matcher(arguments);
        if (!on.matches()) return null;
        String path = new String(unescape(on.group(2)), StandardCharsets.UTF_8);
        if (name.equals("fsync") && Path.of(path).equals(home)) return new Step.ForcedFolder();
        String file = name(path, home);
        if (file == null) return null;
        String rest = on.group(3);
        return switch (name) {
            case "pwrite64" ->
                new Step.Written(file, Long.parseLong(rest.substring(rest.lastIndexOf(' ') + 1)), bytes(rest));
            case "ftruncate" -> new Step.Truncated(file, Long.parseLong(rest.strip()));
            case "fsync", "fdatasync" -> new Step.Forced(file);
            case "write" -> throw new IllegalStateException("written without a place: " + file);
            default -> null;
        };
    }

    /** Returns the name of a file of the home; null for any other, and for what is in memory alone. */
    private static @Nullable String name(String path, Path home) {
        Path file = Path.of(path);
        boolean ours =
                home.equals(file.getParent()) && file.getFileName().toString().startsWith("journal.");
        return ours && !path.endsWith("-shm") ? file.getFileName().toString() : null;
    }

    private static byte[] bytes(String text) {
        Matcher string = STRING.matcher(text);
        if (!string.find()) throw new IllegalStateException("no bytes in " + text);
        if (string.group(2) != null) throw new IllegalStateException("bytes were cut off");
        return unescape(string.group(1));
    }

    private static byte[] unescape(String text) {
        var bytes = new ByteArrayOutputStream(text.length() / 4);
        for (int at = 0; at + 4 <= text.length(); at += 4) {
            bytes.write(HexFormat.fromHexDigits(text, at + 2, at + 4));
        }
        return bytes.toByteArray();
    }
}
