package dev.orrery.memory;

import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges a proposal by rules, without a model. Pure. */
final class Checks {
    static final int TEXT_CHARS_MAX = 4_000;
    static final int SOURCES_MAX = 64;

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,30}");
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/@+-]{0,199}");
    private static final Set<String> RULE_FORMS =
            Set.of("cover", "order", "omit", "summaryLinesMax", "replace", "rename");

    private Checks() {}

    /** Returns what is wrong with the form of {@code p}, in words for whoever proposed it. */
    static List<String> form(Proposal p) {
        var faults = new ArrayList<String>();
        if (!KIND.matcher(p.kind()).matches()) faults.add("'" + p.kind() + "' is no kind: use lower-case letters");
        if (p.kind().equals(Entry.EPISODE)) faults.add("episodes come from the journal and cannot be proposed");
        if (!NAMESPACE.matcher(p.namespace()).matches()) faults.add("'" + p.namespace() + "' is no namespace");
        if (p.text().isEmpty()) faults.add("there is no text");
        if (p.text().length() > TEXT_CHARS_MAX) faults.add("the text is longer than " + TEXT_CHARS_MAX + " characters");
        if (p.sources().size() > SOURCES_MAX) faults.add("there are more than " + SOURCES_MAX + " sources");
        p.rule().ifPresent(rule -> faults.addAll(rule(p.kind(), rule)));
        if (p.label().readers().contains(Label.NO_ONE)) faults.add("nobody may read it, so nobody could use it");
        return faults;
    }

    private static List<String> rule(String kind, Json rule) {
        var faults = new ArrayList<String>();
        if (!kind.equals("rule")) faults.add("only a rule has a machine form, not a " + kind);
        if (!(rule instanceof Json.Obj form) || form.members().isEmpty()) {
            faults.add("the machine form of a rule is an object with some of " + RULE_FORMS);
            return faults;
        }
        form.members().forEach((name, value) -> {
            boolean fits = switch (name) {
                case "cover", "order", "omit" -> !form.textList(name).isEmpty();
                case "summaryLinesMax" -> form.number(name, 0) > 0;
                case "replace", "rename" -> !value.text("from").isEmpty();
                default -> false;
            };
            if (!fits) faults.add("the rule's '" + name + "' is not a form that can be applied");
        });
        return faults;
    }

    /** Returns those of {@code live} that say something else about the same thing. */
    static List<Entry> contradicted(Proposal p, List<Entry> live) {
        if (slot(p).isEmpty() || value(p).isEmpty()) return List.of();
        return live.stream()
                .filter(e -> e.what().namespace().equals(p.namespace()))
                .filter(e -> slot(e.what()).equals(slot(p)))
                .filter(e -> !value(e.what()).isEmpty() && !value(e.what()).equals(value(p)))
                .toList();
    }

    /** What a statement is about: two with the same cannot both hold when their values differ. */
    private static String slot(Proposal p) {
        String subject = p.data().text("subject");
        String topic = p.data().text("topic");
        return subject.isEmpty() || topic.isEmpty()
                ? ""
                : (subject + "\n" + topic + "\n" + p.data().text("slot")).toLowerCase(Locale.ROOT);
    }

    private static String value(Proposal p) {
        return p.data()
                .at("value")
                .map(v -> v.asText().orElseGet(() -> dev.orrery.message.JsonText.canonical(v)))
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Returns those of {@code entries} that rest on {@code source}: on a file, an entry in any version, or a run. */
    static List<Entry> derived(String source, List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.what().sources().stream().anyMatch(s -> restsOn(s, source)))
                .toList();
    }

    private static boolean restsOn(String source, String revoked) {
        return source.equals(revoked)
                || source.startsWith(revoked + ":")
                || source.startsWith(revoked + "@")
                || source.startsWith(revoked + "/");
    }
}
