package dev.orrery.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.crash.DiskRecord.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL leaves what the system has not written to the disk yet, so it never shows that an fsync is missing. Here every
 * call that a process makes on its files is recorded, and the power fails between any two of them.
 */
class PowerLossTest {
    /** At how many moments the power fails, each with three images. */
    private static final int MOMENTS = Integer.getInteger("orrery.moments", 150);

    @TempDir
    Path folder;

    @BeforeEach
    void needsStrace() throws Exception {
        assumeTrue(DiskRecord.possible(), "strace is not here or may not trace: no calls can be recorded");
    }

    @Test
    void whateverALossOfPowerLeavesHoldsAllThatWasAcknowledged() throws Exception {
        var losses = new PowerLosses(ChildJvm.in(folder.resolve("jvm")), folder);

        assertThat(losses.faults(MOMENTS)).isEmpty();
    }

    @Test
    void eachCommitIsForcedOnceAndBeforeItIsAcknowledged() throws Exception {
        var losses = new PowerLosses(ChildJvm.in(folder.resolve("jvm")), folder);
        List<Step> steps = losses.record();

        long acknowledged = steps.stream()
                .filter(s -> s instanceof Step.Said(String line) && line.startsWith("event "))
                .count();
        long forced = steps.stream()
                .filter(s -> s instanceof Step.Forced(String file) && file.equals("journal.db-wal"))
                .count();
        assertThat(acknowledged).isEqualTo(WritingProcess.EVENTS);
        // Two events to a record. A log is forced a few times more when it begins anew.
        assertThat(forced).isGreaterThanOrEqualTo(WritingProcess.EVENTS / 2);
        assertThat(lastOfLogBefore(steps))
                .as("steps on the log before an acknowledgement")
                .containsOnly("forced");
    }

    /** Returns what was the last thing done to the log before each acknowledgement. */
    private static Set<String> lastOfLogBefore(List<Step> steps) {
        var seen = new TreeSet<String>();
        String last = "nothing";
        for (Step step : steps) {
            switch (step) {
                case Step.Written w when w.file().endsWith("-wal") -> last = "written";
                case Step.Forced f when f.file().endsWith("-wal") -> last = "forced";
                case Step.Said s when s.line().startsWith("event ") -> seen.add(last);
                default -> {}
            }
        }
        return seen;
    }
}
