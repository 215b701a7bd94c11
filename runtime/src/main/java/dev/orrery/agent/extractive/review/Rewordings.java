package dev.orrery.agent.extractive.review;

import dev.orrery.agent.claim.ClaimCheck;
import dev.orrery.message.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sentences of a report that stand for quotations; each is held to the quotation that it stands for. */
final class Rewordings {
    private final Map<String, Json> bySentence = new HashMap<>();

    Rewordings(List<Json> worded) {
        for (Json one : worded) bySentence.put(one.text("text").strip(), one);
    }

    /** Returns the quotation that {@code sentence} stands for; the sentence itself when it is one. */
    String quoted(String sentence) {
        Json one = bySentence.get(unescaped(sentence));
        return one == null ? sentence : one.text("quote");
    }

    /** Returns what {@code sentence} says otherwise than its quotation; nothing when it is held, or is a quotation. */
    List<String> faults(String sentence, Set<String> subjects) {
        Json one = bySentence.get(unescaped(sentence));
        if (one == null) return List.of();
        List<String> cited = List.of(one.text("lead") + " " + one.text("quote"));
        return switch (ClaimCheck.look(one.text("text"), cited, subjects)) {
            case dev.orrery.agent.claim.Verdict.Held _ -> List.of();
            case dev.orrery.agent.claim.Verdict.NotHeld notHeld -> notHeld.faults();
        };
    }

    private static String unescaped(String sentence) {
        return sentence.replace("\\|", "|");
    }
}
