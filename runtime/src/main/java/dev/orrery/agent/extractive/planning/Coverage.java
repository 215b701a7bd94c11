package dev.orrery.agent.extractive.planning;

import java.util.List;
import java.util.Locale;

/**
 * What a report covers.
 *
 * @param topics the topics in order
 * @param source where they come from
 * @param rules the rules that name them
 * @param omitted what rules leave out
 */
record Coverage(List<String> topics, Source source, List<String> rules, List<String> omitted) {
    /** Where topics come from. */
    enum Source {
        GOAL,
        RULE,
        DOCUMENTS,
        NONE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Coverage {
        topics = List.copyOf(topics);
        rules = List.copyOf(rules);
        omitted = List.copyOf(omitted);
    }
}
