package dev.orrery.context;

import dev.orrery.message.Window.Excluded;
import dev.orrery.message.Window.Item;
import java.util.List;

/** Looks into long-term memory on behalf of a window. Implementations are thread-safe. */
@FunctionalInterface
public interface Recall {
    /** Returns what {@code query} finds, the best first, and what was found and left out. */
    Recalled recall(Query query);

    /**
     * What is wanted.
     *
     * @param goal the run's goal
     * @param instructions the step's instructions
     * @param capability what the agent is asked for; writers and planners are shown rules
     * @param namespaces the namespaces that may be read; {@code *} stands for all
     * @param tokensMax how much may be shown
     * @param run the run that asks: its own episode is not memory
     */
    record Query(
            String goal,
            String instructions,
            dev.orrery.message.Capability capability,
            List<String> namespaces,
            long tokensMax,
            String run) {
        public Query {
            namespaces = List.copyOf(namespaces);
        }
    }

    /** What was found: items with source {@code memory:ID@VERSION}, and what was left out. */
    record Recalled(List<Item> items, List<Excluded> excluded) {
        /** Nothing found. */
        public static final Recalled NOTHING = new Recalled(List.of(), List.of());

        public Recalled {
            items = List.copyOf(items);
            excluded = List.copyOf(excluded);
        }
    }
}
