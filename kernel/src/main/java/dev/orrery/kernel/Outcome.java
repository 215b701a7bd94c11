package dev.orrery.kernel;

import dev.orrery.message.Hash;
import dev.orrery.message.Label;

/** What became of a tool call, as the kernel is told. Contents stay in blobs. */
public sealed interface Outcome {
    /** It gave the content whose canonical JSON has this hash. */
    record Returned(Hash content, long bytes, Label label) implements Outcome {}

    /** It certainly did nothing. */
    record NotDone(String reason) implements Outcome {}

    /** It may have happened. */
    record Unknown(String reason) implements Outcome {}
}
