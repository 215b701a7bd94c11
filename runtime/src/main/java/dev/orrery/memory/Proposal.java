package dev.orrery.memory;

import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that somebody wants remembered. Nothing is checked yet, see {@link Checks}.
 *
 * @param kind what it is: {@code rule}, {@code fact}, {@code preference}, {@code procedure}, …
 * @param namespace where it belongs
 * @param text what is to be remembered, in words
 * @param data the same for programs; the members {@code subject}, {@code topic}, {@code slot} and {@code value} tell what
 *     contradicts what
 * @param rule for a rule, the form that a native writer applies
 * @param label how far it may be trusted and who may read it
 * @param sources what it rests on: citations, {@code run:ID}, {@code memory:ID@VERSION}
 * @param author who says so: {@code user}, or {@code run:ID/STEP}
 */
public record Proposal(
        String kind,
        String namespace,
        String text,
        Json.Obj data,
        Optional<Json> rule,
        Label label,
        List<String> sources,
        String author) {
    public Proposal {
        text = text.strip();
        sources = sources.stream().distinct().toList();
    }

    /** A thing said by the user, without data. */
    public static Proposal user(String kind, String namespace, String text) {
        return new Proposal(
                kind, namespace, text, Json.object(), Optional.empty(), Label.user("user"), List.of(), "user");
    }

    /** Returns a copy with the machine form of a rule. */
    public Proposal withRule(Json rule) {
        return new Proposal(kind, namespace, text, data, Optional.of(rule), label, sources, author);
    }

    /** Returns a copy that rests on {@code sources}. */
    public Proposal withSources(List<String> sources) {
        return new Proposal(kind, namespace, text, data, rule, label, sources, author);
    }

    /** Returns a copy with {@code data}. */
    public Proposal withData(Json.Obj data) {
        return new Proposal(kind, namespace, text, data, rule, label, sources, author);
    }

    /** Returns the id that it has and keeps: the same words for the same purpose always have the same. */
    public String id() {
        String words = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return "m-" + Hash.of(namespace + "\n" + kind + "\n" + words).hex().substring(0, 10);
    }
}
