package dev.orrery.agent.llm;

import dev.orrery.agent.claim.ClaimCheck;
import dev.orrery.agent.claim.Verdict;
import dev.orrery.message.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds what a model has worded to the statement that it was made of. */
final class Claims {
    private Claims() {}

    /** Returns what {@code claim} says otherwise than {@code statement}; nothing when it is held. */
    static List<String> faults(String claim, Json statement, String subject) {
        List<String> cited = new java.util.ArrayList<>();
        cited.add(Passage.lead(statement) + " " + statement.text("text"));
        Set<String> known = new LinkedHashSet<>();
        if (!subject.isEmpty()) known.add(subject);
        known.addAll(statement.textList("headings"));
        return switch (ClaimCheck.look(claim, cited, known)) {
            case Verdict.Held _ -> List.of();
            case Verdict.NotHeld notHeld -> notHeld.faults();
        };
    }
}
