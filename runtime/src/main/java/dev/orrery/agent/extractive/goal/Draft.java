package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.task.Frame.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A goal while it is read: each frame adds what it understood. */
final class Draft {
    @Nullable
    Kind kind;

    Optional<Group> group = Optional.empty();
    final List<String> names = new ArrayList<>();
    final List<String> topics = new ArrayList<>();
    Optional<String> question = Optional.empty();
    final List<Listing> listings = new ArrayList<>();
    final List<String> versions = new ArrayList<>();
    final List<String> undone = new ArrayList<>();

    /** Takes the subjects and topics of {@code body}. */
    void add(Body body) {
        if (group.isEmpty()) group = body.group();
        body.names().forEach(n -> addOnce(names, n));
        body.topics().forEach(t -> addOnce(topics, t));
    }

    void topics(List<String> more) {
        more.forEach(t -> addOnce(topics, t));
    }

    boolean hasSubjects() {
        return group.isPresent() || !names.isEmpty();
    }

    static void addOnce(List<String> list, String text) {
        if (list.stream().noneMatch(text::equalsIgnoreCase)) list.add(text);
    }

    Goal goal(String text, Kind settled) {
        return new Goal(text, settled, group, names, topics, question, listings, versions, undone);
    }
}
