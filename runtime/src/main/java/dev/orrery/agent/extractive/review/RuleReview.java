package dev.orrery.agent.extractive.review;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.rules.RuleReader;
import dev.orrery.message.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that a report does what the rules say that it claims to follow. */
record RuleReview(Json report) {
    void judge(Verdict verdict) {
        for (Json rule : report.list("applied")) {
            Optional<Json.Obj> form = RuleReader.read(rule.text("text"));
            form.ifPresent(f -> follow(rule.text("text"), f, verdict));
        }
    }

    private void follow(String rule, Json.Obj form, Verdict verdict) {
        for (String omitted : form.textList("omit")) {
            if (headings().contains(Stems.in(omitted))) {
                verdict.demand("The report has a section on “" + omitted + "” and claims to follow “" + rule + "”.");
            }
        }
        long most = form.number("summaryLinesMax", Long.MAX_VALUE);
        if (summaryLines() > most) {
            verdict.demand("The summary has " + summaryLines() + " lines and claims to follow “" + rule + "”.");
        }
    }

    private List<Set<String>> headings() {
        return lines("heading").stream().map(l -> Stems.in(l.text("text"))).toList();
    }

    private List<Json> lines(String kind) {
        return report.list("lines").stream()
                .filter(l -> l.text("kind").equals(kind))
                .toList();
    }

    /** Counts the statements between the heading of the summary and the next heading. */
    private long summaryLines() {
        long count = 0;
        boolean within = false;
        for (Json line : report.list("lines")) {
            if (line.text("kind").equals("heading")) within = line.text("text").endsWith("Summary");
            else if (within && line.text("kind").equals("statement")) count++;
        }
        return count;
    }
}
