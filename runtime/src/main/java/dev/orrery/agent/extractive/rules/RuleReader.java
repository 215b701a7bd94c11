package dev.orrery.agent.extractive.rules;

import dev.orrery.message.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a sentence about how reports are written into the machine form of a rule: {@code cover}, {@code order}, {@code
 * omit} (lists of topics), {@code summaryLinesMax} (a number), {@code replace} and {@code rename} ({@code {from, to}}).
 * A sentence that says more than these can express, such as one with a condition, has no machine form.
 */
public final class RuleReader {
    /** The longest sentence that is read, in characters; rules are short. */
    public static final int LENGTH_MAX = 600;

    private static final List<Form> FORMS =
            List.of(new SummaryForm(), new RenameForm(), new ReplaceForm(), new OmitForm(), new CoverForm());

    private RuleReader() {}

    /** Reads one kind of rule. */
    interface Form {
        /** Returns the members that {@code sentence} gives the machine form; empty when it gives none. */
        Map<String, Json> read(String sentence);
    }

    /** Returns the machine form of {@code sentence}; empty when it has none. */
    public static Optional<Json.Obj> read(String sentence) {
        String plain = sentence.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty() || plain.length() > LENGTH_MAX || Conditions.in(plain)) return Optional.empty();
        var members = new LinkedHashMap<String, Json>();
        for (Form form : FORMS) {
            // A sentence that names a replacement or an omission is not also a list of topics.
            if (form instanceof CoverForm && !members.isEmpty()) continue;
            form.read(plain).forEach(members::putIfAbsent);
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(new Json.Obj(members));
    }
}
