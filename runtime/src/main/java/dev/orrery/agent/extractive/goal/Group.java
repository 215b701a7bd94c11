package dev.orrery.agent.extractive.goal;

import java.util.List;
import java.util.OptionalInt;

/**
 * Subjects that a goal speaks of without naming them: "our three main competitors".
 *
 * @param noun what they are called, in the plural and in lower case
 * @param wanted how many there are, when the goal says so
 * @param traits what else the goal says of them ("open-source"), in lower case; words of degree ("main") are left out
 * @param binding how it is known which ones belong to the group
 */
public record Group(String noun, OptionalInt wanted, List<String> traits, Binding binding) {

    /** How it is known which subjects belong to a group. */
    public enum Binding {
        /** They stand in a relation to the user, which only the user's own papers can tell: "our suppliers". */
        OURS,
        /** The goal counts them and counts on their being known: "the three frameworks". */
        COUNTED,
        /** Whichever there are: "all products", "each framework". */
        ALL,
        /** The noun may name a group or a topic: "which vendors", "the outages". */
        OPEN,
        /** The noun names a group only when the papers say so; else it is part of the topic: "how do customers …". */
        LOOSE
    }

    public Group {
        traits = List.copyOf(traits);
    }

    /** Returns the group with the weakest binding: unless the knowledge knows it, its noun is part of the topic. */
    public Group loose() {
        return new Group(noun, wanted, traits, Binding.LOOSE);
    }

    /** Returns how a sentence speaks of the group: "three open-source competitors". */
    public String phrase() {
        var words = new StringBuilder();
        wanted.ifPresent(n -> words.append(n).append(' '));
        traits.forEach(t -> words.append(t).append(' '));
        return words.append(noun).toString();
    }
}
