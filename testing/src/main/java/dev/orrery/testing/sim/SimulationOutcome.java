package dev.orrery.testing.sim;

import dev.orrery.journal.RecordText;
import dev.orrery.journal.Recorded;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Hash;
import dev.orrery.testing.audit.Finding;
import dev.orrery.testing.audit.Outside;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a simulated run came to.
 *
 * @param seed what it followed from
 * @param state the run's state at the end, made from its events
 * @param history the run's events, from the first
 * @param outside what the outside world noted
 * @param findings the promises that were not kept; empty when all is well
 * @param lives how many processes worked on it, one after the other
 */
public record SimulationOutcome(
        long seed, RunState state, List<Recorded> history, Outside outside, List<Finding> findings, int lives) {
    public SimulationOutcome {
        history = List.copyOf(history);
        findings = List.copyOf(findings);
    }

    /** Returns how the run stands. */
    public RunStatus status() {
        return state.status();
    }

    /** Returns the events of one type, such as {@code step.completed}. */
    public List<Recorded> events(String type) {
        return history.stream().filter(r -> r.event().type().equals(type)).toList();
    }

    /** Returns the hash of all events and of all that tools were called with: the same seed gives the same. */
    public Hash hash() {
        var text = new StringBuilder();
        history.forEach(r -> text.append(
                        Hash.of(RecordText.encode(List.of(r.event()))).hex())
                .append('\n'));
        outside.calls().forEach(c -> text.append(c).append('\n'));
        outside.said().forEach(s -> text.append(s).append('\n'));
        return Hash.of(text.toString());
    }

    /**
     * Checks that all promises were kept.
     *
     * @throws AssertionError when one was not; the message names the seed, which gives the same run again
     */
    public void verify() {
        if (findings.isEmpty()) return;
        throw new AssertionError("seed " + seed + ": "
                + findings.stream().limit(5).map(Finding::toString).collect(Collectors.joining("\n  ")));
    }
}
