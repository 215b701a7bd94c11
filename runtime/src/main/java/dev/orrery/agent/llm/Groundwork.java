package dev.orrery.agent.llm;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known before a plan is written: the subjects and topics that were found in the knowledge, and a whole plan where
 * the native planner could make one.
 *
 * @param base the native plan; empty when the goal is of no kind that it can plan
 * @param items the subjects with their folders
 * @param topicList the topics as steps are given them
 */
record Groundwork(Optional<Json.Obj> base, List<Json> items, List<Json> topicList) {
    static final String ALL = "all";

    /** Reads what the native planner came to. */
    static Groundwork of(Json output) {
        if (!(output instanceof Json.Obj plan) || plan.list("steps").isEmpty()) {
            return new Groundwork(Optional.empty(), List.of(), List.of());
        }
        Json facts = plan.at("facts").orElse(Json.object());
        return new Groundwork(Optional.of(plan), facts.list("subjects"), facts.list("topics"));
    }

    List<String> subjects() {
        return items.stream().map(i -> i.text("name")).toList();
    }

    List<String> topics() {
        return topicList.stream().map(t -> t.text("name")).toList();
    }

    /** The names to choose from: the subjects found, and those that were found and left out. */
    List<String> names() {
        Set<String> names = new LinkedHashSet<>(subjects());
        frame().list("excluded").forEach(e -> names.add(e.text("name")));
        names.remove("");
        return List.copyOf(names);
    }

    List<String> evidence() {
        var texts = new LinkedHashSet<String>();
        items.forEach(i -> i.list("evidence").forEach(e -> texts.add(e.text("text"))));
        frame().list("excluded").forEach(e -> texts.add(e.text("why")));
        return List.copyOf(texts);
    }

    /** Tells whether the goal and the rules leave open what to cover. */
    boolean topicsAreOpen() {
        return frame().at("topicsFrom")
                .map(f -> f.text("source").equals("documents"))
                .orElse(false);
    }

    /** Tells whether there is anything for a model to decide about subjects and topics. */
    boolean offersChoice() {
        return subjects().size() > 1 && (names().size() > subjects().size() || topicsAreOpen());
    }

    private Json frame() {
        return base.flatMap(b -> b.at("facts")).flatMap(f -> f.at("frame")).orElse(Json.object());
    }

    /** Keeps the subjects that {@code about} names, and takes its topics where they were open. */
    Groundwork narrowed(Json about) {
        List<String> wanted = about.textList("subjects");
        List<Json> kept =
                items.stream().filter(i -> wanted.contains(i.text("name"))).toList();
        List<Json> chosen = topicsAreOpen() ? topics(about.textList("topics")) : topicList;
        return new Groundwork(base, kept.isEmpty() ? items : kept, chosen.isEmpty() ? topicList : chosen);
    }

    private static List<Json> topics(List<String> names) {
        var topics = new ArrayList<Json>();
        for (String name : new LinkedHashSet<>(names)) {
            String clean = Texts.brief(name, 40).toLowerCase(Locale.ROOT);
            if (clean.isBlank()) continue;
            topics.add(Json.object().with("name", clean).with("query", clean).with("from", "model"));
        }
        return topics;
    }

    /** What a step can be about. */
    List<String> abouts() {
        var abouts = new ArrayList<>(subjects());
        abouts.add(ALL);
        return abouts;
    }

    /** What a step of a plan may do: research and writing, and what else there are agents with tools for. */
    List<String> capabilities(Window window) {
        var names = new TreeSet<String>(List.of(Capability.RESEARCH.wire(), Capability.WRITE.wire()));
        Json usable = window.input("request").flatMap(r -> r.at("tools")).orElse(Json.object());
        for (Capability capability : List.of(Capability.CODE, Capability.TOOL)) {
            if (usable.at(capability.wire()).isPresent()) names.add(capability.wire());
        }
        return List.copyOf(names);
    }
}
