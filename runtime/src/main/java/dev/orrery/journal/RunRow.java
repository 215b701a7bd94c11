package dev.orrery.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A run in a list.
 *
 * @param run its id
 * @param goal what it was started for
 * @param status {@code running} until it ended, then what it ended as: {@code done}, {@code gaps}, {@code failed} or
 *     {@code cancelled}
 * @param reason why it ended; empty before, and when nothing was said
 * @param waiting how many questions a human has not answered
 * @param copyOf the run that it is a copy of
 * @param started when it began
 * @param ended when it ended
 * @param updated when something happened in it last, feedback after its end included
 */
public record RunRow(
        String run,
        String goal,
        String status,
        String reason,
        int waiting,
        Optional<String> copyOf,
        Instant started,
        Optional<Instant> ended,
        Instant updated) {}
