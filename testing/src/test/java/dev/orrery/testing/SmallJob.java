package dev.orrery.testing;

import static dev.orrery.testing.ScriptedReply.user;

import dev.orrery.Config;
import dev.orrery.Config.ModelWish;
import dev.orrery.EventView;
import dev.orrery.Orrery;
import dev.orrery.RunRequest;
import dev.orrery.RunView;
import dev.orrery.StepView;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The main job over four short documents, so that what a model is asked in it is known word for word. */
final class SmallJob {
    static final String GOAL = "Compare Tarnwick and Copper Finch on memory and pricing";
    static final String RUN = "small";
    static final List<String> SUBJECTS = List.of("Tarnwick", "Copper Finch");

    /** What the documents say: a sentence by its file. */
    static final Map<String, String> DOCUMENTS = documents();

    private static final Map<String, Json> REPLIES = replies();

    private SmallJob() {}

    private static Map<String, String> documents() {
        var documents = new LinkedHashMap<String, String>();
        documents.put("tarnwick/memory.md", "Tarnwick keeps the memory of its agents in a database of 2 gigabytes.");
        documents.put("tarnwick/pricing.md", "The pricing of Tarnwick begins at 40 euros a month for ten users.");
        documents.put(
                "copper-finch/memory.md", "Copper Finch keeps the memory of its agents in plain files for 90 days.");
        documents.put("copper-finch/pricing.md", "The pricing of Copper Finch begins at 25 euros a month for a team.");
        return documents;
    }

    /** Writes the documents below {@code folder}, and returns where they lie. */
    static Path written(Path folder) {
        Path knowledge = folder.resolve("knowledge");
        DOCUMENTS.forEach((file, sentence) -> {
            String topic = file.contains("memory") ? "Memory" : "Pricing";
            write(knowledge.resolve(file), "# " + topic + "\n\n" + sentence + "\n");
        });
        return knowledge;
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Has the server answer as a well-behaved model would; rules that are to come first are added before. */
    static void scripted(FakeModelServer server) {
        scripted(server, JsonText::print);
    }

    /** The same, with each reply written in a manner of its own. */
    static void scripted(FakeModelServer server, Function<Json, String> manner) {
        REPLIES.forEach((words, reply) -> server.when(user(words).says(manner.apply(reply))));
    }

    /** Returns what a well-behaved model replies to {@code request}. */
    static Json reply(Json request) {
        String question = question(request);
        return REPLIES.entrySet().stream()
                .filter(rule -> question.contains(rule.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody said what to reply to: " + question));
    }

    /** Returns the last user message of a request in either format. */
    static String question(Json request) {
        Json content = request.list("messages").getLast().at("content").orElse(Json.of(""));
        return content.asText()
                .orElseGet(() ->
                        content.items().stream().map(part -> part.text("text")).collect(Collectors.joining()));
    }

    /** Returns the words by which the question is known that has {@code sentence} of {@code file} worded. */
    static String wording(String file, String sentence) {
        return "Topic: " + (file.contains("memory") ? "memory" : "pricing") + "\n\nStatements:\ns1: " + sentence;
    }

    private static Map<String, Json> replies() {
        var replies = new LinkedHashMap<String, Json>();
        replies.put(ScriptedJob.PLAN, plan());
        replies.put(ScriptedJob.CHOICE, Json.object().with("ids", Json.texts(List.of("s1"))));
        replies.put(ScriptedJob.REVIEW, Json.object());
        DOCUMENTS.forEach((file, sentence) ->
                replies.put(wording(file, sentence), Json.object().with("s1", ScriptedJob.MARK + sentence)));
        replies.put(ScriptedJob.MEMORY, Json.object().with("ids", Json.texts(List.of("s1"))));
        return replies;
    }

    private static Json plan() {
        var steps = new ArrayList<Json>();
        for (int i = 0; i < SUBJECTS.size(); i++) {
            steps.add(ScriptedJob.step("r" + i, "research", SUBJECTS.get(i), List.of()));
        }
        steps.add(ScriptedJob.step("report", "write", "all", List.of("r0", "r1")));
        return Json.object().with("steps", Json.of(steps));
    }

    static Config config(Path home, String model, String baseUrl) {
        return Config.at(home)
                .withEnvironment(_ -> Optional.of("a-key"))
                .withModel(new ModelWish(model, Optional.of(baseUrl)));
    }

    /** What a run has left behind. */
    record Done(RunView view, List<EventView> events) {
        List<EventView> of(String type) {
            return events.stream().filter(e -> e.type().equals(type)).toList();
        }

        StepView step(String id) {
            return view.steps().stream()
                    .filter(s -> s.step().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** Returns the steps that somebody worked on: a step that has children is done by them. */
        List<StepView> worked() {
            return view.steps().stream().filter(s -> !s.tries().isEmpty()).toList();
        }
    }

    /** Runs the job to its end, and waits for nothing. */
    static Done run(Config config, RunRequest request) {
        var clock = new LeapingClock();
        try (var orrery = Orrery.open(config.withClock(clock))) {
            orrery.run(request.withId(RUN), clock);
            return new Done(orrery.show(RUN), orrery.events(RUN));
        }
    }
}
