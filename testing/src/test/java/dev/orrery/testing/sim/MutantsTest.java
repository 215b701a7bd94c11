package dev.orrery.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.testing.audit.Finding;
import dev.orrery.testing.audit.Promise;
import dev.orrery.testing.workload.Workload;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** An auditor that finds nothing must be one that could have found something: it notices each planted fault. */
class MutantsTest {
    /** Far fewer than the build runs anyway. */
    private static final long SEEDS = 2_000;

    @ParameterizedTest
    @FieldSource("dev.orrery.testing.sim.Mutant#ALL")
    void theAuditorNotices(Mutant mutant) {
        assertThat(LongStream.rangeClosed(1, SEEDS).anyMatch(seed -> noticed(mutant, seed)))
                .as("%s is noticed by one of %s within %d seeds", mutant, mutant.promises(), SEEDS)
                .isTrue();
    }

    private static boolean noticed(Mutant mutant, long seed) {
        SimulationOutcome outcome =
                Workload.of(seed).seams(mutant.seams().get()).run();
        return outcome.findings().stream().map(Finding::promise).anyMatch(mutant.promises()::contains);
    }

    @ParameterizedTest
    @EnumSource(Promise.class)
    void eachPromiseHasAFaultThatBreaksIt(Promise promise) {
        boolean broken = Mutant.ALL.stream().anyMatch(m -> m.promises().contains(promise));
        assertThat(broken || promise == Promise.THE_ENGINE_STANDS).isTrue();
    }
}
