package dev.orrery.learning.edit;

import dev.orrery.message.Json;
import java.util.stream.Collectors;

/** Says a rule in its machine form as a sentence, for models and for people. */
public final class RuleText {
    private RuleText() {}

    /** Returns the sentence; what has no sentence is left out. */
    public static String of(Json rule) {
        var text = new StringBuilder();
        rule.textList("omit").forEach(name -> say(text, omission(name)));
        if (!rule.textList("order").isEmpty())
            say(text, "Let these follow one another: " + quoted(rule, "order") + ".");
        rule.at("rename")
                .ifPresent(r -> say(text, "Call the section '" + r.text("from") + "' '" + r.text("to") + "'."));
        rule.at("replace")
                .ifPresent(r -> say(text, "Write '" + r.text("to") + "' instead of '" + r.text("from") + "'."));
        return text.toString();
    }

    /** The second form is worded so that nobody takes it for an omission everywhere. */
    private static String omission(String name) {
        int below = name.indexOf(SectionEdits.BELOW);
        if (below < 0) return "Leave out the section '" + name + "'.";
        return "In the section '" + name.substring(0, below) + "', have no section '"
                + name.substring(below + SectionEdits.BELOW.length()) + "'; others keep theirs.";
    }

    private static void say(StringBuilder text, String sentence) {
        text.append(text.isEmpty() ? "" : " ").append(sentence);
    }

    private static String quoted(Json rule, String name) {
        return rule.textList(name).stream().map(t -> "'" + t + "'").collect(Collectors.joining(", "));
    }
}
