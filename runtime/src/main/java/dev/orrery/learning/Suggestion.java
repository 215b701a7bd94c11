package dev.orrery.learning;

import dev.orrery.message.Json;
import java.util.List;

/**
 * What the lessons so far speak for, before it is known whether it was proposed already.
 *
 * @param why the evidence in a sentence, for people
 */
record Suggestion(Proposal.Kind kind, String key, String target, Json.Obj change, List<Evidence> evidence, String why) {
    Suggestion {
        evidence = List.copyOf(evidence);
    }
}
