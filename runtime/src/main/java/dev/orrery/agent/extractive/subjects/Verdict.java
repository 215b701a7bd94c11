package dev.orrery.agent.extractive.subjects;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one clause says about names, and what it leaves open for the next clause. Mutable while the clause is read. */
final class Verdict {
    private final Map<Mention, Double> members = new LinkedHashMap<>();
    private final Set<Mention> outsiders = new LinkedHashSet<>();

    /** Whom the clause speaks of. */
    final List<Mention> spoken;

    /** Whether it speaks of the relation, or goes on with a clause that does. */
    final boolean related;

    /** Whether it denies something. */
    final boolean denied;

    Verdict(List<Mention> spoken, boolean related, boolean denied) {
        this.spoken = spoken;
        this.related = related;
        this.denied = denied;
    }

    /** The verdict before the first clause. */
    static Verdict none(boolean related) {
        return new Verdict(List.of(), related, false);
    }

    void in(Iterable<Mention> who, double strength) {
        for (Mention mention : who) members.putIfAbsent(mention, strength);
    }

    void out(Iterable<Mention> who) {
        who.forEach(outsiders::add);
    }

    boolean hasMembers() {
        return !members.isEmpty();
    }

    boolean isMember(Mention who) {
        return members.keySet().stream().anyMatch(m -> m.identity().equals(who.identity()));
    }

    boolean isOutsider(Mention who) {
        return outsiders.stream().anyMatch(m -> m.identity().equals(who.identity()));
    }

    /** Returns those said to belong, with how plainly it is said; what is denied of the same name outweighs it. */
    Map<Mention, Double> members() {
        var left = new LinkedHashMap<>(members);
        left.keySet().removeIf(this::isOutsider);
        return left;
    }

    Set<Mention> outsiders() {
        return outsiders;
    }
}
