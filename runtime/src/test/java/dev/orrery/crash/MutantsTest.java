package dev.orrery.crash;

import static dev.orrery.crash.Mutant.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.crash.Mutant.Edit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks for faults finds each one that is planted, and none where none is. */
class MutantsTest {
    @TempDir
    Path folder;

    /** A mutant, and what is to find it. */
    record Planted(Mutant mutant, Detector by) {
        @Override
        public String toString() {
            return mutant.name() + ", found by " + by;
        }
    }

    static List<Planted> planted() {
        var syncOff = change(
                "journal.jdbc.Connections",
                "open",
                new Edit.Text("PRAGMA synchronous = FULL", "PRAGMA synchronous = OFF"));
        var notReadBack = change("journal.jdbc.Connections", "require", new Edit.DoNothing());
        return List.of(
                plant(
                        "acknowledged before it is committed",
                        Detector.KILLS,
                        change("journal.jdbc.BatchWriter", "write", new Edit.LeaveOut("commit", 0))),
                plant(
                        "the fsync of commits is skipped, and nobody asks SQLite",
                        Detector.POWER_LOSSES,
                        syncOff,
                        notReadBack),
                plant("the fsync of commits is switched off", Detector.OPENING, syncOff),
                plant(
                        "the sequence is not compared",
                        Detector.RACES,
                        change("journal.jdbc.BatchWriter", "append", new Edit.TakeForEqual())),
                plant(
                        "the chain of hashes is not checked",
                        Detector.DAMAGES,
                        change("journal.jdbc.Chain", "follow", new Edit.LeaveOut("equals", 1))),
                plant(
                        "checksums are not checked",
                        Detector.DAMAGES,
                        change("journal.jdbc.StoredRecord", "read", new Edit.TakeForEqual())),
                plant(
                        "the head is not written",
                        Detector.DAMAGES,
                        change("journal.jdbc.JournalHead", "write", new Edit.DoNothing())),
                plant(
                        "the head is not compared when a journal is opened",
                        Detector.DAMAGES,
                        change("journal.jdbc.Opening", "requireAll", new Edit.DoNothing())),
                plant(
                        "the head is not compared when a journal is checked",
                        Detector.DAMAGES,
                        change("journal.jdbc.Checker", "checkHead", new Edit.DoNothing())),
                plant(
                        "the log is not looked into",
                        Detector.DAMAGES,
                        change("journal.jdbc.WalFile", "damage", new Edit.DoNothing())));
    }

    private static Planted plant(String name, Detector by, Mutant.Change... changes) {
        return new Planted(Mutant.of(name, changes), by);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedFaultIsFound(Planted planted) throws Exception {
        assumePossible(planted.by());
        ChildJvm mutated =
                ChildJvm.in(folder.resolve("jvm")).with(planted.mutant().write(folder.resolve("mutant")));

        assertThat(planted.by().faults(mutated, folder.resolve("found"))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsFoundInTheProduct(Detector by) throws Exception {
        assumePossible(by);
        assertThat(by.faults(ChildJvm.in(folder.resolve("jvm")), folder.resolve("found")))
                .isEmpty();
    }

    private static void assumePossible(Detector by) throws InterruptedException {
        assumeTrue(by != Detector.POWER_LOSSES || DiskRecord.possible(), "strace is not here or may not trace");
    }
}
