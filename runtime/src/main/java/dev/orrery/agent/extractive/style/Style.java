package dev.orrery.agent.extractive.style;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a report is written: the sum of the rules that could be applied. Rules are taken in order, a later one wins over
 * an earlier one; what one rule omits, another cannot bring back by covering it.
 */
public final class Style {
    /** The section that no rule can omit. */
    public static final String SOURCES = "Sources";

    /** Stands between the names of a section and of one below it, where a rule omits it there and not elsewhere. */
    public static final String BELOW = " › ";

    private List<String> order = List.of();
    private final List<String> omitted = new ArrayList<>();
    private OptionalInt summaryLinesMax = OptionalInt.empty();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private final List<StyleRule> applied = new ArrayList<>();
    private final List<StyleRule> notApplied = new ArrayList<>();

    private Style() {}

    /** Takes {@code rules}, those that win last, for a report on {@code topics}. */
    public static Style of(List<StyleRule> rules, List<String> topics) {
        var style = new Style();
        for (StyleRule rule : rules) style.add(rule, topics);
        return style;
    }

    private void add(StyleRule rule, List<String> topics) {
        boolean known = rule.form().isPresent() && take(rule.form().get(), topics);
        (known ? applied : notApplied).add(rule);
    }

    private boolean take(Json.Obj form, List<String> topics) {
        boolean taken = false;
        List<String> cover = form.textList("cover");
        List<String> wanted = form.textList("order").isEmpty() ? cover : form.textList("order");
        if (!wanted.isEmpty() && wanted.stream().allMatch(w -> contains(topics, w))) {
            order = wanted;
            taken = true;
        }
        List<String> omit = form.textList("omit").stream()
                .filter(name -> !same(name, SOURCES))
                .toList();
        omitted.addAll(omit);
        long lines = form.number("summaryLinesMax", 0);
        if (lines > 0) summaryLinesMax = OptionalInt.of((int) Math.min(lines, 100));
        taken |= !omit.isEmpty() || lines > 0;
        taken |= pair(form, "rename", renamed);
        taken |= pair(form, "replace", replaced);
        return taken;
    }

    private static boolean pair(Json.Obj form, String name, Map<String, String> pairs) {
        String from = form.at(name).map(p -> p.text("from")).orElse("");
        if (from.isBlank()) return false;
        pairs.put(from, form.at(name).map(p -> p.text("to")).orElse(""));
        return true;
    }

    /** Returns {@code topics} in the order that the rules ask for, without those that they omit. */
    public List<String> topics(List<String> topics) {
        var sorted = new LinkedHashSet<String>();
        for (String first : order) topics.stream().filter(t -> same(t, first)).forEach(sorted::add);
        sorted.addAll(topics);
        sorted.removeIf(this::omits);
        return List.copyOf(sorted);
    }

    /** Tells whether a rule asks for a section on {@code topic}. */
    public boolean asksFor(String topic) {
        return contains(order, topic);
    }

    /** Tells whether a section called {@code name} is left out. */
    public boolean omits(String name) {
        return contains(omitted, name);
    }

    /** Returns what to write instead of the heading or label {@code name}. */
    public String heading(String name) {
        for (var entry : renamed.entrySet()) {
            if (same(entry.getKey(), name)) return entry.getValue();
        }
        return words(name);
    }

    /** Returns {@code text}, which is the report's own, with the phrases that the rules replace. */
    public String words(String text) {
        String result = text;
        for (var entry : replaced.entrySet()) {
            Pattern from = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(entry.getKey()) + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE);
            result = from.matcher(result).replaceAll(m -> Matcher.quoteReplacement(cased(m.group(), entry.getValue())));
        }
        return result;
    }

    private static String cased(String like, String word) {
        boolean capital = !like.isEmpty() && Character.isUpperCase(like.charAt(0));
        return capital && !word.isEmpty() ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }

    /** Returns the phrases that are replaced, for telling where quotations keep them. */
    public Set<String> replacedPhrases() {
        return Set.copyOf(replaced.keySet());
    }

    /** Returns the longest summary that is allowed, in lines; {@code otherwise} when no rule says. */
    public int summaryLinesMax(int otherwise) {
        return summaryLinesMax.orElse(otherwise);
    }

    /** Returns the rules that were applied. */
    public List<StyleRule> applied() {
        return List.copyOf(applied);
    }

    /** Returns the rules that could not be applied. */
    public List<StyleRule> notApplied() {
        return List.copyOf(notApplied);
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(n -> same(n, name));
    }

    /** Two names are the same when they have the same stems: "Open risks" and "open risk". */
    private static boolean same(String one, String other) {
        return Stems.in(one).equals(Stems.in(other));
    }
}
