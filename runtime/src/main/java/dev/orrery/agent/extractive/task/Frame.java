package dev.orrery.agent.extractive.task;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of goal a plan serves.
 *
 * @param kind the kind
 * @param relation the noun through which the subjects were found, such as {@code competitors}; may be empty
 * @param question the question to answer; may be empty
 * @param listing what a list lists; empty when the goal asks for no list
 * @param versions the versions that are compared, the oldest first
 * @param changelogs documents whose headings name versions
 * @param excluded who was named but does not belong to the subjects
 */
public record Frame(
        Kind kind,
        String relation,
        String question,
        Optional<Listing> listing,
        List<Version> versions,
        List<String> changelogs,
        List<Excluded> excluded) {

    /** The kinds of goals. */
    public enum Kind {
        SURVEY,
        COMPARE,
        FIND,
        SUMMARY,
        LIST,
        CHANGES;

        static Kind of(String wire) {
            for (Kind kind : values()) {
                if (kind.name().equals(wire.toUpperCase(Locale.ROOT))) return kind;
            }
            return SURVEY;
        }
    }

    /**
     * What a list lists.
     *
     * @param words the noun in its forms, in lower case
     * @param qualifiers words that an entry must deserve, too, such as {@code open}
     */
    public record Listing(List<String> words, List<String> qualifiers) {
        public Listing {
            words = List.copyOf(words);
            qualifiers = List.copyOf(qualifiers);
        }

        private static Listing of(Json json) {
            List<String> words = json.textList("words");
            return new Listing(words.isEmpty() ? List.of(json.text("noun")) : words, json.textList("qualifiers"));
        }
    }

    /** A version and the folders that are about it; no folders when only headings and sentences name it. */
    public record Version(String name, List<String> under) {
        public Version {
            under = List.copyOf(under);
        }
    }

    /** Someone who was named and left out, and the place that says why. */
    public record Excluded(String name, String why, String at) {}

    public Frame {
        versions = List.copyOf(versions);
        changelogs = List.copyOf(changelogs);
        excluded = List.copyOf(excluded);
    }

    /** Reads a frame; one that says nothing is a survey. */
    public static Frame of(Json json) {
        return new Frame(
                Kind.of(json.text("kind")),
                json.text("relation"),
                json.text("question"),
                json.at("listing").map(Listing::of),
                json.list("versions").stream()
                        .map(v -> new Version(v.text("name"), v.textList("under")))
                        .toList(),
                json.textList("changelogs"),
                json.list("excluded").stream()
                        .map(e -> new Excluded(e.text("name"), e.text("why"), e.text("at")))
                        .toList());
    }
}
