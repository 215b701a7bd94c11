package dev.orrery.agent.extractive.task;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Locale;

/**
 * What kind of goal a plan serves.
 *
 * @param kind the kind
 * @param relation the noun through which the subjects were found, such as {@code competitors}; may be empty
 * @param question the question to answer; may be empty
 * @param listing what a list lists; may be empty
 * @param versions the versions that are compared, the oldest first
 * @param changelogs documents whose headings name versions
 * @param excluded who was named but does not belong to the subjects
 */
public record Frame(
        Kind kind,
        String relation,
        String question,
        String listing,
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
                json.at("listing").map(l -> l.text("noun")).orElse(""),
                json.list("versions").stream()
                        .map(v -> new Version(v.text("name"), v.textList("under")))
                        .toList(),
                json.textList("changelogs"),
                json.list("excluded").stream()
                        .map(e -> new Excluded(e.text("name"), e.text("why"), e.text("at")))
                        .toList());
    }
}
