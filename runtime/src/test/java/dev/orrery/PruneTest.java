package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.PruneRequest.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs go with what only they hold; what stays is whole. */
class PruneTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    private Path folder;

    @Test
    void oldRunsGoWithWhatOnlyTheyHoldAndTheRestIsWhole() {
        try (var orrery = at(NOW)) {
            run(orrery, "old-1");
            run(orrery, "old-2");
        }
        try (var orrery = at(NOW.plus(Duration.ofDays(40)))) {
            run(orrery, "young");
            long contents = orrery.checkup().stored().blobs();
            assertThat(names(orrery.prune(new PruneRequest(MONTH, 0, Mode.DRY_RUN))))
                    .containsExactlyInAnyOrder("old-1", "old-2");
            assertThat(orrery.runs()).hasSize(3);

            PrunedRuns pruned = orrery.prune(new PruneRequest(MONTH, 0, Mode.REMOVE));

            assertThat(names(pruned)).containsExactlyInAnyOrder("old-1", "old-2");
            assertThat(pruned.contents()).isPositive();
            assertThat(orrery.runs()).extracting(RunSummary::run).containsExactly("young");
            assertThatThrownBy(() -> orrery.show("old-1")).hasMessageContaining("no run old-1");
            assertThat(orrery.checkup().stored().damages()).isEmpty();
            assertThat(orrery.checkup().stored().blobs()).isEqualTo(contents - pruned.contents());
            assertThat(orrery.history().replay("young").difference()).isEmpty();
            assertThat(orrery.prune(new PruneRequest(MONTH, 0, Mode.REMOVE)).runs())
                    .isEmpty();
            run(orrery, "old-1");
        }
        assertThat(Checkup.stored(folder.resolve("home")).damages()).isEmpty();
        try (var orrery = at(NOW.plus(Duration.ofDays(90)))) {
            assertThat(orrery.show("old-1").report()).isEqualTo(TwoLooks.REPORT);
            assertThat(orrery.prune(new PruneRequest(MONTH, 1, Mode.REMOVE)).runs())
                    .hasSize(1);
            assertThat(orrery.checkup().stored().damages()).isEmpty();
        }
    }

    @Test
    void whatACopyComesFromStays() {
        try (var orrery = at(NOW)) {
            run(orrery, "origin");
        }
        try (var orrery = at(NOW.plus(Duration.ofDays(40)))) {
            orrery.history().fork("origin", 20, ForkRequest.SAME.withId("copy"));

            assertThat(orrery.prune(new PruneRequest(MONTH, 0, Mode.REMOVE)).runs())
                    .isEmpty();
            orrery.resume("copy", _ -> {});
        }
        try (var orrery = at(NOW.plus(Duration.ofDays(90)))) {
            assertThat(names(orrery.prune(new PruneRequest(MONTH, 0, Mode.REMOVE))))
                    .containsExactlyInAnyOrder("origin", "copy");
            assertThat(orrery.checkup().stored().blobs()).isZero();
            assertThat(orrery.checkup().stored().damages()).isEmpty();
        }
    }

    @Test
    void whatIsNotOverStays() {
        try (var orrery = at(NOW)) {
            run(orrery, "origin");
            orrery.history().fork("origin", 20, ForkRequest.SAME.withId("open"));
        }
        try (var orrery = at(NOW.plus(Duration.ofDays(40)))) {
            assertThat(orrery.prune(new PruneRequest(MONTH, 0, Mode.REMOVE)).runs())
                    .isEmpty();
        }
    }

    private static List<String> names(PrunedRuns pruned) {
        return pruned.runs().stream().map(RunSummary::run).toList();
    }

    private static void run(Orrery orrery, String id) {
        orrery.run(RunRequest.of(TwoLooks.GOAL).withId(id), _ -> {});
    }

    private Orrery at(Instant now) {
        return Orrery.open(TwoLooks.config(folder.resolve("home")).withClock(InstantSource.fixed(now)));
    }
}
