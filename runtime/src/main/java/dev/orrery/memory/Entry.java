package dev.orrery.memory;

import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing in memory, in one version. Nothing is overwritten: a new version leaves the old one in the history, and what
 * no longer holds is closed.
 *
 * @param id stable, {@code m-} or for an episode {@code e-} and ten hex digits
 * @param version from 1
 * @param what what is remembered, as it was proposed
 * @param status where it stands
 * @param validFrom since when it holds in the world
 * @param validTo until when it held; empty while it does
 * @param recordedAt when memory learned of it
 * @param note why it was rejected or closed, or what a reviewer should look at; empty when there is nothing to say
 * @param flagged whether it is live and should be looked at again
 * @param contradicts the live entries that say otherwise, while it is proposed
 */
public record Entry(
        String id,
        int version,
        Proposal what,
        Status status,
        Instant validFrom,
        Optional<Instant> validTo,
        Instant recordedAt,
        String note,
        boolean flagged,
        List<String> contradicts) {
    /** The kind of the entries that tell what happened in a run. */
    public static final String EPISODE = "episode";

    public Entry {
        contradicts = List.copyOf(contradicts);
    }

    /** Returns what a citation of this entry says: {@code memory:ID@VERSION}. */
    public String source() {
        return "memory:" + id + "@" + version;
    }

    /** Tells whether it holds at {@code at}. */
    public boolean holds(Instant at) {
        return status == Status.LIVE
                && !validFrom.isAfter(at)
                && validTo.map(at::isBefore).orElse(true);
    }

    /** Tells whether somebody should look at it. */
    public boolean isForReview() {
        return status == Status.PROPOSED || (status == Status.LIVE && flagged);
    }

    Entry now(Status status, String note) {
        return new Entry(id, version, what, status, validFrom, validTo, recordedAt, note, false, List.of());
    }

    Entry closed(Instant at, String why) {
        return new Entry(
                id, version, what, Status.CLOSED, validFrom, Optional.of(at), recordedAt, why, false, List.of());
    }

    Entry flagged(String why) {
        return new Entry(id, version, what, status, validFrom, validTo, recordedAt, why, true, contradicts);
    }

    /** Returns the stable form of this entry. */
    public Json.Obj toJson() {
        Json.Obj json = Json.object()
                .with("id", id)
                .with("version", version)
                .with("kind", what.kind())
                .with("namespace", what.namespace())
                .with("text", what.text())
                .with("data", what.data())
                .with("label", what.label().toJson())
                .with("sources", Json.texts(what.sources()))
                .with("author", what.author())
                .with("status", status.wire())
                .with("validFrom", validFrom.toString())
                .with("recordedAt", recordedAt.toString());
        if (what.rule().isPresent()) json = json.with("rule", what.rule().get());
        if (validTo.isPresent()) json = json.with("validTo", validTo.get().toString());
        if (!note.isEmpty()) json = json.with("note", note);
        if (flagged) json = json.with("flagged", Json.of(true));
        return contradicts.isEmpty() ? json : json.with("contradicts", Json.texts(contradicts));
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Entry of(Json json) {
        try {
            return new Entry(
                    json.text("id"),
                    Math.toIntExact(json.number("version", 1)),
                    new Proposal(
                            json.text("kind"),
                            json.text("namespace"),
                            json.text("text"),
                            json.at("data").orElse(Json.object()) instanceof Json.Obj o ? o : Json.object(),
                            json.at("rule"),
                            Label.of(json.at("label").orElse(Json.object())),
                            json.textList("sources"),
                            json.text("author")),
                    Status.of(json.text("status")).orElseThrow(),
                    Instant.parse(json.text("validFrom")),
                    json.at("validTo").flatMap(Json::asText).map(Instant::parse),
                    Instant.parse(json.text("recordedAt")),
                    json.text("note"),
                    json.flag("flagged"),
                    json.textList("contradicts"));
        } catch (java.time.DateTimeException | java.util.NoSuchElementException | ArithmeticException e) {
            throw new IllegalArgumentException("no entry of memory: " + e.getMessage(), e);
        }
    }
}
