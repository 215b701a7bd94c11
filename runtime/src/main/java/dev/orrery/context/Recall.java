package dev.orrery.context;

import dev.orrery.message.Capability;
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
     * @param about the names of what the step is about: its subjects and topics, at most {@value #ABOUT_MAX}
     * @param run the run that asks: its own episode is not memory
     */
    record Query(
            String goal,
            String instructions,
            Capability capability,
            List<String> namespaces,
            long tokensMax,
            List<String> about,
            String run) {
        /** How many names a query has at most; each is looked for on its own. */
        public static final int ABOUT_MAX = 12;

        public Query {
            namespaces = List.copyOf(namespaces);
            about = about.stream().distinct().limit(ABOUT_MAX).toList();
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
