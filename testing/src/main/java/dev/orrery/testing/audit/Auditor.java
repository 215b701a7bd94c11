package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import java.util.List;

/** Reads a run's history and what the outside world noted, and says which promises were not kept. Thread-safe. */
public final class Auditor {
    private Auditor() {}

    /**
     * Returns what is wrong, at most a hundred findings; nothing when all promises were kept.
     *
     * @param history the events of one run as the journal has them, from the first
     */
    public static List<Finding> audit(List<Recorded> history, Outside outside) {
        var findings = new Findings();
        outside.seen().forEach(f -> findings.add(f.promise(), f.seq(), f.what()));
        List<Check> checks = List.of(
                new WholeStream(),
                new AcknowledgedRecords(outside),
                new Answers(),
                new CarefulCalls(outside),
                new Keys(),
                new Spending(),
                new TimerTimes(outside),
                new StepLives(),
                new Reviewing(),
                new Bounds(),
                new Repetitions(),
                new Leave(),
                new HumanWords(outside),
                new Liveness());
        for (Recorded event : history) for (Check check : checks) check.see(event, findings);
        for (Check check : checks) check.end(findings);
        return findings.all();
    }
}
