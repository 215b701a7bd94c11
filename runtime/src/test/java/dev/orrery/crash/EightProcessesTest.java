package dev.orrery.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.crash.Life.Work;
import dev.orrery.journal.Home;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Several processes on one home at once. */
class EightProcessesTest {
    @TempDir
    Path folder;

    @Test
    void eightAtOnceFourOfThemOnOneRunRunEachRunOnceAndCallEachToolOnce() throws Exception {
        ChildJvm jvm = ChildJvm.in(folder.resolve("jvm"));
        var processes = new ArrayList<Process>();
        List<String> runs = List.of("same", "same", "same", "same", "a", "b", "c", "d");
        for (String run : runs) processes.add(start(jvm, run));
        var outside = new Outside();
        for (Process process : processes) {
            try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
                said.lines().forEach(outside::hear);
            }
            assertThat(process.waitFor()).isZero();
        }

        assertThat(outside.over()).hasSize(8).allMatch(over -> over.endsWith(" DONE"));
        // Two notes and two messages to a run, whoever works on it.
        assertThat(outside.calls())
                .hasSize(5 * 4)
                .allSatisfy((call, times) -> assertThat(times).isEqualTo(1));
        var work = new Work(RunningProcess.class, List.of("same", "a", "b", "c", "d"));
        assertThat(Audit.of(Home.open(folder.resolve("home")), work, outside)).isEmpty();
    }

    /** Stopped is worse than dead: the one that takes over must not be overtaken when the other wakes. */
    @Test
    void aProcessThatIsStoppedKeepsItsRunAndNothingIsDoneTwiceWhenItWakes() throws Exception {
        ChildJvm jvm = ChildJvm.in(folder.resolve("jvm"));
        Process owner = start(jvm, "r");
        var outside = new Outside();
        BufferedReader said = owner.inputReader(StandardCharsets.UTF_8);
        for (String line = ""; !line.startsWith("call r send"); ) {
            line = said.readLine();
            outside.hear(line);
        }
        signal(owner, "STOP");
        Process other = start(jvm, "r");
        // It follows what the owner did, and comes no further.
        BufferedReader otherSaid = other.inputReader(StandardCharsets.UTF_8);
        outside.hear(otherSaid.readLine());
        assertThat(other.isAlive()).isTrue();
        signal(owner, "CONT");
        said.lines().forEach(outside::hear);
        otherSaid.lines().forEach(outside::hear);

        assertThat(List.of(owner.waitFor(), other.waitFor())).containsOnly(0);
        assertThat(outside.over()).containsExactly("r DONE", "r DONE");
        assertThat(outside.calls())
                .hasSize(4)
                .allSatisfy((call, times) -> assertThat(times).isEqualTo(1));
        assertThat(audit(outside)).isEmpty();
    }

    /** The lock of a process ends with it, and only with it; what it decided too late is refused by the fence. */
    @Test
    void aWriterThatWasStoppedIsRefusedWhenAnotherWroteMeanwhile() throws Exception {
        ChildJvm jvm = ChildJvm.in(folder.resolve("jvm"));
        var outside = new Outside();
        Process stale = start(jvm, WritingProcess.class, "w", 4_000);
        BufferedReader said = stale.inputReader(StandardCharsets.UTF_8);
        do {
            signal(stale, "CONT");
            outside.hear(said.readLine());
            signal(stale, "STOP");
        } while (isInTransaction());
        Process other = start(jvm, WritingProcess.class, "w", 400);
        other.inputReader(StandardCharsets.UTF_8).lines().forEach(outside::hear);
        assertThat(other.waitFor()).isZero();
        signal(stale, "CONT");
        said.lines().forEach(outside::hear);

        assertThat(stale.waitFor()).isZero();
        var work = new Work(WritingProcess.class, List.of("w"));
        assertThat(outside.faults()).isEmpty();
        assertThat(Audit.of(Home.open(folder.resolve("home")), work, outside)).isEmpty();
    }

    /** One that is stopped in the middle of a transaction keeps all others from writing, and they say so after a while. */
    private boolean isInTransaction() throws SQLException {
        String database = "jdbc:sqlite:" + folder.resolve("home").resolve("journal.db");
        try (Connection connection = JDBC.createConnection(database, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
            return false;
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_BUSY) return true;
            throw e;
        }
    }

    private List<String> audit(Outside outside) {
        return Audit.of(Home.open(folder.resolve("home")), new Work(RunningProcess.class, List.of("r")), outside);
    }

    private static void signal(Process process, String name) throws Exception {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(status).isZero();
    }

    private Process start(ChildJvm jvm, String run) throws Exception {
        return start(jvm, RunningProcess.class, run, WritingProcess.EVENTS);
    }

    private Process start(ChildJvm jvm, Class<?> main, String stream, int events) throws Exception {
        var arguments = new ArrayList<>(List.of(folder.resolve("home").toString()));
        arguments.addAll(Places.NOWHERE.arguments());
        arguments.add(stream);
        ProcessBuilder builder = jvm.start(main, arguments);
        builder.command().add(1, "-D" + WritingProcess.MANY + "=" + events);
        return builder.start();
    }
}
