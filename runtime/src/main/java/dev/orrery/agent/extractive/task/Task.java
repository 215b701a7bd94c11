package dev.orrery.agent.extractive.task;

import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.List;
import java.util.Optional;

/**
 * A step as its agent reads it out of the declared inputs.
 *
 * @param goal what the user wants
 * @param frame the kind of goal
 * @param subject what this step is about, when it is about one
 * @param topics what to cover, in order
 */
public record Task(String goal, Frame frame, Optional<Subject> subject, List<Topic> topics) {
    public Task {
        topics = List.copyOf(topics);
    }

    /** Reads the task out of {@code window}. */
    public static Task of(Window window) {
        Json nothing = Json.object();
        List<Topic> topics = window.input("topics").orElse(nothing).items().stream()
                .flatMap(t -> Topic.of(t).stream())
                .toList();
        return new Task(
                window.input("goal").flatMap(Json::asText).orElse(""),
                Frame.of(window.input("frame").orElse(nothing)),
                window.input("subject").flatMap(Subject::of),
                topics.isEmpty() ? question(window) : topics);
    }

    private static List<Topic> question(Window window) {
        return window.input("question").flatMap(Topic::of).stream().toList();
    }
}
