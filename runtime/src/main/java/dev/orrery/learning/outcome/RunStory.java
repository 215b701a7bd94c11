package dev.orrery.learning.outcome;

import dev.orrery.journal.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who did what in a run, and how it was judged. A pure function of the run's events.
 *
 * @param run the run's id
 * @param ended whether the run is over
 * @param attempts all of them, in the order in which they began
 * @param completed the attempt that completed each completed step
 * @param verdicts on attempts, in order
 * @param report what was delivered, when the step that drafts it is completed
 * @param signals what humans said of the outcome, in order
 */
public record RunStory(
        String run,
        boolean ended,
        List<Attempted> attempts,
        List<Attempted> completed,
        List<Judged> verdicts,
        Optional<Report> report,
        List<Signal> signals) {

    /** Capabilities whose steps do not shape the report: reviews judge it, and remembering follows it. */
    private static final Set<String> ASIDE = Set.of("qa", "memory");

    public RunStory {
        attempts = List.copyOf(attempts);
        completed = List.copyOf(completed);
        verdicts = List.copyOf(verdicts);
        signals = List.copyOf(signals);
    }

    /**
     * Reads the story that {@code events} tell. Events of unknown types are left out.
     *
     * @param events those of one run, from the first on
     * @throws IllegalArgumentException when there are none
     */
    public static RunStory of(List<Recorded> events) {
        if (events.isEmpty()) throw new IllegalArgumentException("a run without events tells no story");
        var reading = new StoryReading(events.getFirst().stream().id());
        events.forEach(reading::read);
        return reading.story();
    }

    /** Returns the agent that completed {@code step}; empty when nobody did. */
    public Optional<String> author(String step) {
        return completed.stream()
                .filter(a -> a.step().equals(step))
                .map(Attempted::agent)
                .findFirst();
    }

    /** Returns the completed attempts that produced the outcome. */
    public List<Attempted> contributors() {
        return completed.stream()
                .filter(a -> !a.capability().isEmpty() && !ASIDE.contains(a.capability()))
                .toList();
    }

    /** Returns what fed the outcome out of memory, such as {@code memory:ID@VERSION}, sorted. */
    public List<String> memory() {
        var sources = new TreeSet<String>();
        contributors().forEach(a -> sources.addAll(a.memory()));
        return List.copyOf(sources);
    }
}
