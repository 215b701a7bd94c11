package dev.orrery.agent.extractive.review;

import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a review comes to, while it is made. It passes as long as nothing was held against the result. */
final class Verdict {
    /** More faults than these are not listed one by one: an agent that made so many starts again anyway. */
    private static final int FAULTS_MAX = 12;

    private final Set<String> critique = new LinkedHashSet<>();
    private final List<Json> faults = new ArrayList<>();
    private int checked;

    /** Says what to change in the result as a whole. */
    void demand(String what) {
        critique.add(what);
    }

    /** Counts a statement as checked. */
    void checked() {
        checked++;
    }

    /** Holds {@code why} against {@code statement}. */
    void fault(String statement, String why) {
        faults.add(Json.object().with("statement", statement).with("why", why));
        if (faults.size() <= FAULTS_MAX) critique.add("“" + brief(statement) + "” " + why);
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    Json.Obj toJson() {
        var texts = new ArrayList<>(critique);
        if (faults.size() > FAULTS_MAX)
            texts.add("and " + (faults.size() - FAULTS_MAX) + " more statements like these");
        return Json.object()
                .with("pass", Json.of(texts.isEmpty()))
                .with("critique", Json.texts(texts))
                .with("checked", checked)
                .with("faults", Json.of(faults));
    }
}
