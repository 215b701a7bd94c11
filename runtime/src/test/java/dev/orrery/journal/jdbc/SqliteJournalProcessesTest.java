package dev.orrery.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.journal.Home;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import tools.jackson.core.JsonParser;

/** Several processes on one home, and processes that are killed. */
class SqliteJournalProcessesTest {
    private static final int KILLS = 20;

    @TempDir
    Path folder;

    @Test
    void nothingThatWasAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        var home = Home.open(folder.resolve("home"));
        var random = new Random(20260301);
        var acknowledged = new HashMap<String, Long>();
        long lastCommit = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(home, "r", 0);
            // Kill it in the middle of its work: after so many answers, and a little later.
            List<String> lines = readLines(process, 1 + random.nextInt(60));
            if (random.nextBoolean()) process.waitFor(random.nextInt(4), TimeUnit.MILLISECONDS);
            kill(process);
            lines.addAll(rest(process));
            process.waitFor();
            for (String line : lines) {
                String[] parts = line.split(" ");
                acknowledged.merge(parts[0], Long.parseLong(parts[1]), Math::max);
                lastCommit = Math.max(lastCommit, Long.parseLong(parts[2]));
            }
            checkAll(home, acknowledged, lastCommit);
        }
        assertThat(lastCommit).isGreaterThan(KILLS);
        assertThat(folder.resolve("tmp")).as("what killed processes left").isEmptyDirectory();
    }

    private static void checkAll(Home home, Map<String, Long> acknowledged, long lastCommit) {
        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS)) {
            assertThat(journal.lastCommit()).isGreaterThanOrEqualTo(lastCommit);
            acknowledged.forEach((id, seq) -> {
                var stream = StreamId.run(id);
                assertThat(journal.read(stream, 0, Integer.MAX_VALUE)).hasSizeGreaterThanOrEqualTo(seq.intValue());
                assertThat(journal.blobs().get(Hash.of(stream + " " + seq))).isPresent();
            });
            assertThat(journal.check().damages()).isEmpty();
        }
    }

    @Test
    void manyProcessesOnOneStreamAppendEachEventOnce() throws Exception {
        var home = Home.open(folder.resolve("home"));
        int bound = 200;
        Process endless = start(home, "endless", Integer.MAX_VALUE);
        var others = new ArrayList<Process>();
        for (String name : List.of("a", "b", "c")) others.add(start(home, name, bound));
        // One is killed on the way; the others go on.
        List<String> acknowledged = readLines(endless, 5);
        kill(endless);
        acknowledged.addAll(rest(endless));
        for (Process process : others) acknowledged.addAll(rest(process));
        for (Process process : others) assertThat(process.waitFor()).isZero();

        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS)) {
            List<Recorded> events = journal.read(Appender.SHARED, 0, 9999);
            assertThat(events).hasSizeGreaterThanOrEqualTo(bound).hasSizeGreaterThanOrEqualTo(acknowledged.size());
            assertThat(acknowledged.stream().map(line -> line.split(" ")[1])).doesNotHaveDuplicates();
            assertThat(events.stream().map(event -> event.event().type()).distinct())
                    .hasSizeGreaterThan(1);
            assertThat(journal.check().damages()).isEmpty();
        }
    }

    /** Process.destroyForcibly would throw away what it had said before. */
    private static void kill(Process process) {
        process.toHandle().destroyForcibly();
    }

    private Process start(Home home, String name, int bound) throws IOException {
        String classPath = String.join(
                java.io.File.pathSeparator,
                Stream.of(
                                Appender.class,
                                SqliteJournal.class,
                                Json.class,
                                JDBC.class,
                                JsonParser.class,
                                NullMarked.class)
                        .map(SqliteJournalProcessesTest::home)
                        .distinct()
                        .toList());
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        "-cp",
                        classPath,
                        Appender.class.getName(),
                        home.folder().toString(),
                        name,
                        Integer.toString(bound))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String home(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static List<String> readLines(Process process, int count) throws IOException {
        var lines = new ArrayList<String>();
        var reader = process.inputReader(StandardCharsets.US_ASCII);
        while (lines.size() < count) {
            String line = reader.readLine();
            assertThat(line).as("the process ended early").isNotNull();
            lines.add(line);
        }
        return lines;
    }

    private static List<String> rest(Process process) throws IOException {
        var lines = new ArrayList<String>();
        var reader = process.inputReader(StandardCharsets.US_ASCII);
        for (String line; (line = reader.readLine()) != null; ) {
            if (line.split(" ").length == 3) lines.add(line);
        }
        return lines;
    }
}
