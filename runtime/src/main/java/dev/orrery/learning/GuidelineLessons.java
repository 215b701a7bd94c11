package dev.orrery.learning;

import dev.orrery.learning.Lessons.Edited;
import dev.orrery.learning.edit.RuleText;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** When edits speak for a rule: the same edit was made in the reports of at least {@value #RUNS_MIN} runs. */
final class GuidelineLessons {
    static final int RUNS_MIN = 2;
    private static final String TARGET = "write";

    private GuidelineLessons() {}

    /** Returns what was edited anywhere, sorted. */
    static List<String> keys(Collection<Lessons> lessons) {
        var keys = new TreeSet<String>();
        lessons.forEach(one -> one.edits().forEach(e -> keys.add(e.key())));
        return List.copyOf(keys);
    }

    /** Returns the rule that the edits called {@code key} speak for; {@code threshold} tells how many it takes. */
    static Optional<Suggestion> suggestion(String key, Collection<Lessons> lessons, Threshold threshold) {
        var evidence = new ArrayList<Evidence>();
        var rules = new ArrayList<Json.Obj>();
        var runs = new LinkedHashSet<String>();
        for (Lessons one : lessons) {
            for (Edited edit : one.edits()) {
                var item = new Evidence(one.run(), edit.seq(), edit.signal());
                if (!edit.key().equals(key) || !threshold.isNew(item)) continue;
                evidence.add(item);
                rules.add(edit.rule());
                runs.add(one.run());
            }
        }
        if (runs.size() < threshold.min()) return Optional.empty();
        return rule(rules).map(rule -> {
            Json.Obj change = Json.object().with("rule", rule).with("text", RuleText.of(rule));
            String why = "the same edit in " + runs.size() + " runs";
            return new Suggestion(Proposal.Kind.GUIDELINE, "guideline " + key, TARGET, change, evidence, why);
        });
    }

    /** Rules of one key are equal, but for orders, which are reduced to what all of them say. */
    private static Optional<Json.Obj> rule(List<Json.Obj> rules) {
        Json.Obj first = rules.getFirst();
        List<String> order = first.textList("order");
        if (order.isEmpty()) return Optional.of(first);
        for (Json.Obj rule : rules) {
            List<String> next = rule.textList("order");
            order = order.stream().filter(next::contains).toList();
            // Two edits that disagree on what both of them order teach nothing.
            if (!next.stream().filter(order::contains).toList().equals(order)) return Optional.empty();
        }
        return order.size() < 2 ? Optional.empty() : Optional.of(first.with("order", Json.texts(order)));
    }
}
