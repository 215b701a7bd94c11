package dev.orrery.learning;

import dev.orrery.engine.wire.EventWriter;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.FailureKind;
import dev.orrery.kernel.MemoryRef;
import dev.orrery.kernel.Router.Candidate;
import dev.orrery.kernel.RunStatus;
import dev.orrery.learning.outcome.RunStory;
import dev.orrery.message.Capability;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Turn;
import dev.orrery.plan.Plan;
import dev.orrery.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that is told event by event, in the shapes that the engine writes. */
final class ToldRun {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private final StreamId stream;
    private final List<Recorded> events = new ArrayList<>();

    /** Begins a run whose plan is research, then write. */
    ToldRun(String id) {
        this.stream = StreamId.run(id);
        List<Step> steps = List.of(
                Step.of("research", Capability.RESEARCH, "look", Map.of()),
                Step.of("write", Capability.WRITE, "draft", Map.of()));
        tell(new Event.PlanAccepted(1, 0, "planner", new Plan(steps, "write", List.of(), Json.object())));
    }

    ToldRun tell(Event event) {
        events.add(new Recorded(stream, events.size() + 1L, EventWriter.write(event, AT), events.size() + 1L));
        return this;
    }

    /** {@code ranked} are the agents in the order of preference; the one in front is not always the one that is taken. */
    ToldRun routed(String step, int attempt, String agent, String... ranked) {
        List<Candidate> candidates = Arrays.stream(ranked)
                .map(name -> new Candidate(name, 0, true, ""))
                .toList();
        return tell(new Event.StepRouted(step, attempt, agent, candidates, 0));
    }

    ToldRun remembered(String step, int attempt, String... sources) {
        List<MemoryRef> refs =
                Arrays.stream(sources).map(s -> new MemoryRef(s, Hash.of(s))).toList();
        return tell(new Event.ContextAssembled("e" + events.size(), step, attempt, 1, Hash.of("window"), 10, refs));
    }

    ToldRun flagged(String step, int attempt, String agent) {
        tell(new Event.VerdictGiven(step, attempt, "qa", false, List.of("nothing was found")));
        return tell(new Event.AttemptFailed(step, attempt, agent, FailureKind.QA, "nothing was found"));
    }

    ToldRun passed(String step, int attempt, String agent) {
        tell(new Event.VerdictGiven(step, attempt, "qa", true, List.of()));
        return completed(step, attempt, agent);
    }

    ToldRun completed(String step, int attempt, String agent) {
        return tell(new Event.StepCompleted(step, attempt, agent));
    }

    /** The writer drafts {@code lines}; those that begin with {@code - } come from the research of what they name first. */
    ToldRun wrote(List<String> lines) {
        routed("write", 1, "writer", "writer", "poet");
        Json output = Json.object()
                .with("lines", Json.of(lines.stream().map(ToldRun::line).toList()));
        tell(new Event.TurnTaken(
                "w", "write", 1, 1, new Turn.Final(output), Amount.ZERO, 0, Label.user("write"), Optional.empty()));
        return completed("write", 1, "writer");
    }

    private static Json line(String text) {
        Json.Obj line = Json.object().with("text", text);
        if (text.startsWith("#")) return line.with("kind", "heading");
        return text.startsWith("- ")
                ? line.with("kind", "statement")
                        .with(
                                "step",
                                "research/" + text.substring(2).split(" ")[0].toLowerCase(java.util.Locale.ROOT))
                : line.with("kind", text.isEmpty() ? "blank" : "notice");
    }

    ToldRun ended() {
        return tell(new Event.RunEnded(RunStatus.DONE, ""));
    }

    /** Gives feedback as the facade would, and fails when it is refused. */
    ToldRun feedback(Feedback feedback) {
        return switch (FeedbackReader.read(feedback, story())) {
            case FeedbackReader.Reading.Taken taken -> tell(new Event.FeedbackGiven(taken.signal()));
            case FeedbackReader.Reading.Refused refused -> throw new AssertionError(refused.why());
        };
    }

    /** Has a run in which {@code weak}, the first choice, is flagged twice at each subject before {@code strong} passes. */
    static ToldRun inWhichTheSecondChoiceIsBetter(String id, String weak, String strong, String... subjects) {
        var run = new ToldRun(id);
        for (String subject : subjects) {
            String step = "research/" + subject;
            run.routed(step, 1, weak, weak, strong).flagged(step, 1, weak);
            run.routed(step, 2, weak, weak, strong).flagged(step, 2, weak);
            run.routed(step, 3, strong, weak, strong).passed(step, 3, strong);
        }
        return run.ended();
    }

    List<Recorded> events() {
        return List.copyOf(events);
    }

    RunStory story() {
        return RunStory.of(events);
    }

    Lessons lessons() {
        return LessonReader.read(story());
    }

    /** Finds the event {@code seq}, if there is one. */
    Optional<Recorded> event(long seq) {
        return events.stream().filter(e -> e.seq() == seq).findFirst();
    }
}
