package dev.orrery.engine;

import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.util.List;

/**
 * What the engine needs done outside its room: putting the report where the user wants it, and handing proposals to
 * memory. Both may be asked twice for the same step, after a crash, and must come to the same.
 */
public interface Offices {
    /** Writes the report of {@code run}; returns the files. A failure is an exception, and the run stays open. */
    List<String> deliver(String run, String out, Json output);

    /** Hands the step's proposals to memory; returns the ids of the entries that came of them. */
    List<String> propose(String run, String step, Json output, Label label);
}
