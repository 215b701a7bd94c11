package dev.orrery.learning;

import dev.orrery.learning.Lessons.Edited;
import dev.orrery.learning.Lessons.Verdict;
import dev.orrery.learning.outcome.Attempted;
import dev.orrery.learning.outcome.Judged;
import dev.orrery.learning.outcome.RunStory;
import dev.orrery.learning.outcome.Signal;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a run taught from its story. Pure: reading it again gives the same, or more when more was said. */
public final class LessonReader {
    private static final int WHY_MAX = 160;

    private LessonReader() {}

    /** Returns what {@code story} teaches so far. */
    public static Lessons read(RunStory story) {
        var verdicts = new ArrayList<Verdict>();
        Map<String, Integer> counts = new HashMap<>();
        for (Judged judged : story.verdicts()) {
            Attempted a = judged.attempt();
            if (!hasAlternative(a)) continue;
            int count = counts.merge(a.capability() + "/" + a.agent(), 1, Integer::sum);
            if (count > Lessons.VERDICTS_MAX) continue;
            verdicts.add(new Verdict(judged.seq(), a.capability(), a.agent(), judged.pass(), text(judged), a.ranked()));
        }
        judgement(story).ifPresent(signal -> verdicts.addAll(human(story, signal)));
        return new Lessons(story.run(), verdicts, edits(story));
    }

    /** A verdict on the only agent of its kind cannot lead to another order. */
    private static boolean hasAlternative(Attempted a) {
        return !a.capability().isEmpty() && a.ranked().size() > 1;
    }

    private static String text(Judged judged) {
        Attempted a = judged.attempt();
        String what = a.step() + ", attempt " + a.number() + " of " + a.agent();
        return judged.pass() ? "QA passed " + what : "flagged " + what + ": " + brief(judged.why());
    }

    private static String brief(String why) {
        return why.length() <= WHY_MAX ? why : why.substring(0, WHY_MAX) + "…";
    }

    /** The last word of a human on the outcome as a whole; edits are a judgement of lines. */
    private static Optional<Signal> judgement(RunStory story) {
        return story.signals().stream().filter(s -> !s.kind().equals("edited")).reduce((_, last) -> last);
    }

    private static List<Verdict> human(RunStory story, Signal signal) {
        Optional<Boolean> pass = pass(signal);
        // Approval counts only for what was good as it stood.
        if (pass.isEmpty()
                || pass.get()
                        && lastCopy(story)
                                .filter(s -> s.kind().equals("edited"))
                                .isPresent()) return List.of();
        var verdicts = new ArrayList<Verdict>();
        Set<String> seen = new HashSet<>();
        for (Attempted a : story.contributors()) {
            if (!hasAlternative(a) || !seen.add(a.capability() + "/" + a.agent())) continue;
            String said = pass.get() ? "a human approved" : "a human rejected";
            String why = signal.body().text("why");
            String text = said + " what " + a.agent() + " made" + (why.isEmpty() ? "" : ": " + brief(why));
            verdicts.add(new Verdict(signal.seq(), a.capability(), a.agent(), pass.get(), text, a.ranked()));
        }
        return verdicts;
    }

    private static Optional<Boolean> pass(Signal signal) {
        return switch (signal.kind()) {
            case "approve" -> Optional.of(true);
            case "reject" -> Optional.of(false);
            case "rating" -> {
                long rating = signal.body().number("rating", 3);
                yield rating == 3 ? Optional.empty() : Optional.of(rating > 3);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Signal> lastCopy(RunStory story) {
        return story.signals().stream()
                .filter(s -> s.kind().equals("edited") || s.body().flag("unchanged"))
                .reduce((_, next) -> next);
    }

    /** The last edited copy counts: it takes the place of earlier ones. */
    private static List<Edited> edits(RunStory story) {
        Optional<Signal> last = lastCopy(story);
        if (last.isEmpty()) return List.of();
        var edits = new ArrayList<Edited>();
        Set<String> seen = new HashSet<>();
        for (Json edit : last.get().body().list("edits")) {
            if (edit.at("rule").orElse(Json.object()) instanceof Json.Obj rule
                    && !rule.members().isEmpty()
                    && seen.add(edit.text("key"))) {
                edits.add(new Edited(last.get().seq(), edit.text("key"), rule, edit.text("text")));
            }
        }
        return edits;
    }
}
