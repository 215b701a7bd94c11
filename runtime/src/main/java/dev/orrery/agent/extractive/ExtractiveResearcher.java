package dev.orrery.agent.extractive;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.research.ChangeResearch;
import dev.orrery.agent.extractive.research.Findings;
import dev.orrery.agent.extractive.research.ListResearch;
import dev.orrery.agent.extractive.research.TopicResearch;
import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.task.Task;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.List;
import java.util.Optional;

/**
 * Finds statements on the topics of its step and quotes them word for word. It searches with the tools that its window
 * offers; without any it has found nothing, and says so. Thread-safe; keeps nothing between two windows.
 */
public final class ExtractiveResearcher implements Agent {
    private final TopicResearch.Breadth breadth;

    /** Makes a researcher that gives the statements worth reading. */
    public ExtractiveResearcher() {
        this(TopicResearch.Breadth.CHOSEN);
    }

    private ExtractiveResearcher(TopicResearch.Breadth breadth) {
        this.breadth = breadth;
    }

    /** Returns a researcher that gives more statements than are wanted, for someone else to choose from. */
    public static ExtractiveResearcher generous() {
        return new ExtractiveResearcher(TopicResearch.Breadth.SHORTLIST);
    }

    @Override
    public Turn reply(Window window) {
        Task task = Task.of(window);
        if (!window.mayCall(Evidence.SEARCH)) {
            return new Turn.Final(nothing(task).toJson());
        }
        return switch (task.frame().kind()) {
            case SURVEY, COMPARE, FIND, SUMMARY -> new TopicResearch(task, window, breadth).turn();
            case LIST ->
                task.frame()
                        .listing()
                        .map(listing -> new ListResearch(task, listing, window).turn())
                        .orElseGet(() -> new TopicResearch(task, window, breadth).turn());
            case CHANGES -> new ChangeResearch(task, window).turn();
        };
    }

    private static Findings nothing(Task task) {
        List<Findings.OnTopic> topics = task.topics().stream()
                .map(topic -> new Findings.OnTopic(topic.name(), List.of(), List.of()))
                .toList();
        return new Findings(task.subject(), Optional.empty(), List.of(), topics, List.of(), 0);
    }
}
