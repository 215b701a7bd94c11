package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.task.Frame.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A goal as it was understood.
 *
 * @param text the goal as the user wrote it
 * @param kind the kind of report
 * @param group the subjects that it speaks of without naming them
 * @param names the subjects that it names, as it writes them
 * @param topics what it wants to know of them, as headings; {@link #WHAT_IT_IS} stands for a definition
 * @param question the question, when it asks one
 * @param listings what it wants listed
 * @param versions the versions that it names, as it writes them, without a leading {@code v}
 * @param undone what it asks for beyond a report, and what will therefore not be done
 */
public record Goal(
        String text,
        Kind kind,
        Optional<Group> group,
        List<String> names,
        List<String> topics,
        Optional<String> question,
        List<Listing> listings,
        List<String> versions,
        List<String> undone) {

    /** The topic of a question that asks what something is. */
    public static final String WHAT_IT_IS = "what it is";

    public Goal {
        names = List.copyOf(names);
        topics = List.copyOf(topics);
        listings = List.copyOf(listings);
        versions = List.copyOf(versions);
        undone = List.copyOf(undone);
    }

    /** Tells whether the goal names subjects or speaks of some. */
    public boolean hasSubjects() {
        return group.isPresent() || !names.isEmpty();
    }

    /**
     * Returns the goal without its group, since nothing says which subjects belong to it: its noun becomes part of the
     * topic. Only of a question with a topic of its own, the noun narrows the topic: "customers: complain about".
     */
    public Goal groupAsTopic() {
        if (group.isEmpty()) return this;
        String noun = group.get().phrase();
        List<String> own = topics.stream().filter(t -> !t.equals(WHAT_IT_IS)).toList();
        List<String> all = own;
        if (own.isEmpty()) all = List.of(noun);
        else if (kind == Kind.FIND) all = own.stream().map(t -> noun + " " + t).toList();
        boolean keeps = kind == Kind.LIST || kind == Kind.FIND || kind == Kind.CHANGES;
        return new Goal(
                text, keeps ? kind : Kind.SUMMARY, Optional.empty(), names, all, question, listings, versions, undone);
    }
}
