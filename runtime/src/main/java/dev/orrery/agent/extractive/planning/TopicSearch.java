package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.goal.Goal;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.planning.Finding.Found;
import dev.orrery.agent.extractive.planning.Finding.Wants;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.style.StyleRule;
import dev.orrery.agent.extractive.style.StyleSource;
import dev.orrery.agent.extractive.subjects.Relation;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.agent.extractive.topics.TopicFinder;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what the report covers: the topics that the goal names, else those that rules name, else those that the
 * documents of several subjects share.
 */
final class TopicSearch {
    /** The most topics that rules bring in. */
    private static final int RULED_MAX = 12;

    private static final int HITS = 8;

    /** "For each competitor": for which kind of subject a rule is meant. */
    private static final Pattern FOR_EACH =
            Pattern.compile("\\b(?:for|of|per|about|on) (?:each|every|all) ([\\p{L}-]+)", Pattern.CASE_INSENSITIVE);

    /** Nouns of which every subject is one. */
    private static final Set<String> ANY_SUBJECT = Set.of(
            "subject",
            "subjects",
            "one",
            "item",
            "entry",
            "section",
            "report",
            "company",
            "product",
            "name",
            "of",
            "topic");

    private final Goal goal;
    private final List<Subject> subjects;
    private final Outline outline;
    private final Inquiry inquiry;
    private final Window window;

    TopicSearch(Goal goal, List<Subject> subjects, Outline outline, Inquiry inquiry, Window window) {
        this.goal = goal;
        this.subjects = List.copyOf(subjects);
        this.outline = outline;
        this.inquiry = inquiry;
        this.window = window;
    }

    Finding<Coverage> find() {
        if (!goal.topics().isEmpty())
            return new Found<>(new Coverage(goal.topics(), Coverage.Source.GOAL, List.of(), List.of()));
        return switch (goal.kind()) {
            case CHANGES -> new Found<>(new Coverage(List.of(), Coverage.Source.NONE, List.of(), List.of()));
            case SURVEY, COMPARE, FIND, SUMMARY, LIST -> ruledOrShared();
        };
    }

    private Finding<Coverage> ruledOrShared() {
        var style = new StyleSource(window, path -> subjects.stream().anyMatch(s -> s.scoped() && s.holds(path)));
        List<ToolCall> wanted = style.wanted();
        if (!wanted.isEmpty()) return new Wants<>(wanted);
        List<StyleRule> rules = style.rules().stream().filter(this::meant).toList();
        var covered = new LinkedHashSet<String>();
        var omitted = new ArrayList<String>();
        var order = new ArrayList<String>();
        var sources = new ArrayList<String>();
        for (StyleRule rule : rules) {
            Json form = rule.form().<Json>map(f -> f).orElse(Json.object());
            if (covered.addAll(form.textList("cover"))) sources.add(rule.source());
            omitted.addAll(form.textList("omit"));
            order.addAll(form.textList("order"));
        }
        List<String> topics = arranged(covered, order, omitted);
        if (!topics.isEmpty()) return new Found<>(new Coverage(topics, Coverage.Source.RULE, sources, omitted));
        return shared(omitted);
    }

    /** A rule "for each supplier" says nothing about a report on competitors. */
    private boolean meant(StyleRule rule) {
        Matcher each = FOR_EACH.matcher(rule.text());
        if (goal.group().isEmpty() || !each.find()) return true;
        String noun = each.group(1).toLowerCase(java.util.Locale.ROOT);
        return ANY_SUBJECT.contains(noun) || Relation.of(goal.group().get()).in(noun) || !Relation.role(noun);
    }

    private static List<String> arranged(Set<String> covered, List<String> order, List<String> omitted) {
        var topics = new LinkedHashSet<String>();
        for (String first : order) covered.stream().filter(t -> same(t, first)).forEach(topics::add);
        topics.addAll(covered);
        topics.removeIf(t -> omitted.stream().anyMatch(o -> same(o, t)));
        return topics.stream().limit(RULED_MAX).toList();
    }

    private static boolean same(String a, String b) {
        return Stems.in(a).equals(Stems.in(b));
    }

    private Finding<Coverage> shared(List<String> omitted) {
        if (subjects.isEmpty()) return new Found<>(new Coverage(List.of(), Coverage.Source.NONE, List.of(), omitted));
        var finder = new TopicFinder(subjects, outline);
        Map<String, List<ToolCall>> searches = new LinkedHashMap<>();
        for (String candidate : finder.candidates()) {
            searches.put(
                    candidate,
                    finder.searched().stream().map(s -> below(s, candidate)).toList());
        }
        List<ToolCall> wanted =
                inquiry.missing(searches.values().stream().flatMap(List::stream).toList());
        if (!wanted.isEmpty()) return new Wants<>(wanted);
        Map<String, List<TopicFinder.Found>> found = new LinkedHashMap<>();
        searches.forEach((term, calls) -> found.put(term, found(calls, finder.searched())));
        List<String> topics = finder.topics(found).stream()
                .filter(t -> omitted.stream().noneMatch(o -> same(o, t)))
                .toList();
        if (topics.isEmpty())
            return new Found<>(new Coverage(List.of(Goal.WHAT_IT_IS), Coverage.Source.NONE, List.of(), omitted));
        return new Found<>(new Coverage(topics, Coverage.Source.DOCUMENTS, List.of(), omitted));
    }

    private static ToolCall below(Subject subject, String term) {
        return Inquiry.search(term, subject.folder().isEmpty() ? List.of() : List.of(subject.folder()), HITS);
    }

    private List<TopicFinder.Found> found(List<ToolCall> calls, List<Subject> searched) {
        var found = new ArrayList<TopicFinder.Found>();
        for (int i = 0; i < calls.size(); i++) {
            Subject subject = searched.get(i);
            long total = outline.files().stream()
                    .filter(f -> subject.holds(f.path()))
                    .mapToLong(Outline.File::passages)
                    .sum();
            found.add(new TopicFinder.Found(inquiry.hits(calls.get(i)), inquiry.matches(calls.get(i)), total));
        }
        return found;
    }
}
