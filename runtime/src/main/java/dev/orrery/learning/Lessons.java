package dev.orrery.learning;

import dev.orrery.message.Json;
import java.util.List;

/**
 * What one run taught so far.
 *
 * @param run which run
 * @param verdicts on agents that stood beside others, in the order of events
 * @param edits what a human changed in the report, as the last edited copy has it
 */
public record Lessons(String run, List<Verdict> verdicts, List<Edited> edits) {
    /** How many verdicts one agent contributes in one run at most, so that a run of thousands of steps is one voice. */
    public static final int VERDICTS_MAX = 50;

    /**
     * A verdict on an agent's work.
     *
     * @param seq the event that says so
     * @param capability what the work was
     * @param agent whose work it was
     * @param pass how it went
     * @param signal what the event says, for people
     * @param ranked the agents with the capability, the first choice first, as they stood then
     */
    public record Verdict(long seq, String capability, String agent, boolean pass, String signal, List<String> ranked) {
        public Verdict {
            ranked = List.copyOf(ranked);
        }
    }

    /**
     * An edit that can become a rule.
     *
     * @param seq the event that says so
     * @param key what was edited; the same edit of another report has the same key
     * @param rule the rule that would make the edit needless, in its machine form
     * @param signal what the event says, for people
     */
    public record Edited(long seq, String key, Json.Obj rule, String signal) {}

    public Lessons {
        verdicts = List.copyOf(verdicts);
        edits = List.copyOf(edits);
    }

    /** Tells whether there is nothing to learn. */
    public boolean isEmpty() {
        return verdicts.isEmpty() && edits.isEmpty();
    }

    /** Returns the stable form. */
    Json.Obj toJson() {
        return Json.object()
                .with("run", run)
                .with("verdicts", Json.of(verdicts.stream().map(Lessons::write).toList()))
                .with("edits", Json.of(edits.stream().map(Lessons::write).toList()));
    }

    private static Json write(Verdict v) {
        return Json.object()
                .with("seq", v.seq())
                .with("capability", v.capability())
                .with("agent", v.agent())
                .with("pass", Json.of(v.pass()))
                .with("signal", v.signal())
                .with("ranked", Json.texts(v.ranked()));
    }

    private static Json write(Edited e) {
        return Json.object()
                .with("seq", e.seq())
                .with("key", e.key())
                .with("rule", e.rule())
                .with("signal", e.signal());
    }

    /** Reads what {@link #toJson} wrote. */
    static Lessons of(Json json) {
        return new Lessons(
                json.text("run"),
                json.list("verdicts").stream()
                        .map(v -> new Verdict(
                                v.number("seq", 0),
                                v.text("capability"),
                                v.text("agent"),
                                v.flag("pass"),
                                v.text("signal"),
                                v.textList("ranked")))
                        .toList(),
                json.list("edits").stream()
                        .map(e -> new Edited(
                                e.number("seq", 0),
                                e.text("key"),
                                e.at("rule").orElse(Json.object()) instanceof Json.Obj rule ? rule : Json.object(),
                                e.text("signal")))
                        .toList());
    }
}
