package dev.orrery.engine;

import dev.orrery.kernel.Flag;
import dev.orrery.message.Value;
import java.util.List;

/** Looks at what tools return, before an agent sees it. Implementations are thread-safe and change nothing. */
@FunctionalInterface
public interface Screen {
    /** The screen that finds nothing. */
    Screen NONE = _ -> List.of();

    /** Returns what a reader of the run should know of {@code result}; the first {@link Flag#PER_RESULT_MAX} are kept. */
    List<Flag> look(Value result);
}
