package dev.orrery.agent.extractive.subjects;

import java.util.List;

/** Words lists of names for people. */
public final class Wording {
    private Wording() {}

    /** Returns the names of {@code members} as an English enumeration. */
    public static String names(List<Member> members) {
        return joined(members.stream().map(Member::name).toList());
    }

    /** Returns {@code words} as an English enumeration: "a, b and c". */
    public static String joined(List<String> words) {
        if (words.size() < 2) return String.join("", words);
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
