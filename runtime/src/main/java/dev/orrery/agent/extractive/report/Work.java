package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.research.Findings;
import dev.orrery.agent.extractive.selection.Statement;
import dev.orrery.agent.extractive.task.Frame;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.agent.extractive.task.Task;
import dev.orrery.agent.extractive.task.Topic;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to write about, read out of the window of a write step.
 *
 * @param goal what the user wants
 * @param frame the kind of goal
 * @param parts what each research step contributed, in the order of the subjects
 * @param topics the topics in the plan's order
 * @param discovered those of the topics that the documents brought up, in lower case
 * @param evidence sentences that say why the subjects are the subjects
 * @param gaps steps or subjects that were given up, in words
 * @param remarks what the plan wants said about the report
 * @param memory entries and episodes that were retrieved for the report
 */
record Work(
        String goal,
        Frame frame,
        List<Part> parts,
        List<String> topics,
        Set<String> discovered,
        List<Statement> evidence,
        List<String> gaps,
        List<String> remarks,
        List<Window.Item> memory) {

    static Work of(Window window) {
        Task task = Task.of(window);
        Json nothing = Json.object();
        List<Json> subjects = window.input("subjects").orElse(nothing).items();
        List<Part> parts = parts(window, subjects);
        return new Work(
                task.goal(),
                task.frame(),
                parts,
                shared(topics(task, parts), discovered(task), parts),
                discovered(task),
                evidence(subjects),
                texts(window.input("gaps").orElse(nothing)),
                texts(window.input("remarks").orElse(nothing)),
                window.items(Window.Part.MEMORY));
    }

    private static List<Part> parts(Window window, List<Json> subjects) {
        Optional<Window.Item> research = window.item(Window.Part.INPUTS, "research");
        if (research.isEmpty()) return List.of();
        String source = research.get().source();
        String step = source.startsWith("step:") ? source.substring(5) : "research";
        Json content = research.get().value().content();
        if (content instanceof Json.Obj) return List.of(part(step, Optional.empty(), content));
        var byKey = new LinkedHashMap<String, Part>();
        for (Json child : content.items()) {
            Optional<Subject> subject = child.at("item").flatMap(Subject::of);
            String key = child.text("key", subject.map(Subject::key).orElse(""));
            Json output = child.at("output").orElse(child);
            byKey.put(key, part(key.isEmpty() ? step : step + "/" + key, subject, output));
        }
        return inOrder(byKey, subjects);
    }

    private static Part part(String step, Optional<Subject> given, Json output) {
        Findings findings = Findings.of(output);
        return new Part(step, given.or(findings::subject), findings);
    }

    private static List<Part> inOrder(Map<String, Part> byKey, List<Json> subjects) {
        var sorted = new ArrayList<Part>();
        for (Json subject : subjects) {
            Part part = byKey.remove(subject.text("key"));
            if (part != null) sorted.add(part);
        }
        sorted.addAll(byKey.values());
        return sorted;
    }

    /** The plan's topics, then those that research brought up by itself. */
    private static List<String> topics(Task task, List<Part> parts) {
        var names = new LinkedHashMap<String, String>();
        for (Topic topic : task.topics()) names.putIfAbsent(topic.name().toLowerCase(Locale.ROOT), topic.name());
        for (Part part : parts) {
            for (Findings.OnTopic on : part.findings().topics()) {
                names.putIfAbsent(on.topic().toLowerCase(Locale.ROOT), on.topic());
            }
        }
        return List.copyOf(names.values());
    }

    private static Set<String> discovered(Task task) {
        return task.topics().stream()
                .filter(Topic::discovered)
                .map(t -> t.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Leaves out what the documents brought up and only one subject says something about. */
    private static List<String> shared(List<String> topics, Set<String> discovered, List<Part> parts) {
        long enough = Math.min(2, parts.size());
        return topics.stream()
                .filter(t -> !discovered.contains(t.toLowerCase(Locale.ROOT))
                        || parts.stream().filter(p -> !p.on(t).isEmpty()).count() >= enough)
                .toList();
    }

    /** Tells whether nobody asked for {@code topic}: the documents brought it up. */
    boolean discovered(String topic) {
        return discovered.contains(topic.toLowerCase(Locale.ROOT));
    }

    private static List<Statement> evidence(List<Json> subjects) {
        var seen = new LinkedHashSet<String>();
        var statements = new ArrayList<Statement>();
        for (Json subject : subjects) {
            for (Json place : subject.list("evidence")) {
                if (!seen.add(place.text("at")) || !(place instanceof Json.Obj cite)) continue;
                Json statement = Json.object().with("text", place.text("text")).with("cites", Json.of(List.of(cite)));
                Statement.of(statement).ifPresent(statements::add);
            }
        }
        return statements;
    }

    private static List<String> texts(Json list) {
        return list.items().stream()
                .map(i -> i.asText().orElse(i.text("text")))
                .filter(t -> !t.isBlank())
                .distinct()
                .toList();
    }
}
