package dev.orrery.context;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Blobs;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.message.Window.Excluded;
import dev.orrery.message.Window.Item;
import dev.orrery.message.Window.Part;
import dev.orrery.message.Window.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps windows as a manifest that names its contents by hash, so that what two windows have in common is stored once.
 * Thread-safe.
 */
public final class WindowStore {
    /** How many windows are kept at hand; about as many agents are asked at once on one machine. */
    private static final int AT_HAND_MAX = 2_048;

    private final Blobs blobs;
    private final Map<Hash, Window> atHand = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, Window> eldest) {
            return size() > AT_HAND_MAX;
        }
    };

    /** Makes a store over {@code blobs}. */
    public WindowStore(Blobs blobs) {
        this.blobs = blobs;
    }

    /** What the manifest says of an exchange beside the result, which is kept by itself as the tool gave it. */
    private static final String CALL = "call";

    private static final String RESULT = "result";

    /** What is kept of an item: its content, and for a call that gave a result what was asked for. */
    private record Kept(Json content, Optional<Json> call) {
        /** A result is kept already when a window first shows it; the call around it is no reason to keep it twice. */
        static Kept of(Part part, Json content) {
            Optional<Json> result = part == Part.EXCHANGES ? content.at(RESULT) : Optional.empty();
            if (result.isEmpty()) return new Kept(content, Optional.empty());
            Json.Obj call = Json.object()
                    .with("tool", content.text("tool"))
                    .with("arguments", content.at("arguments").orElse(Json.object()));
            return new Kept(result.get(), Optional.of(call));
        }

        static Json whole(Json content, Optional<Json> call) {
            return call.isPresent() && call.get() instanceof Json.Obj asked ? asked.with(RESULT, content) : content;
        }
    }

    /** A window ready to be stored: the hash of its manifest, and all contents, the manifest's included. */
    public record Packed(Hash hash, List<Blob> blobs) {}

    /** Takes {@code window} apart. Nothing is stored until the blobs are. */
    public static Packed pack(Window window) {
        var contents = new ArrayList<Blob>();
        var sections = new ArrayList<Json>();
        for (Section section : window.sections()) {
            var items = new ArrayList<Json>();
            for (Item item : section.items()) {
                Kept kept = Kept.of(section.part(), item.value().content());
                Blob blob = Blob.of(JsonText.canonical(kept.content()));
                contents.add(blob);
                Json.Obj named = Json.object()
                        .with("name", item.name())
                        .with("source", item.source())
                        .with("content", blob.hash().hex())
                        .with("label", item.value().label().toJson());
                items.add(kept.call().isPresent() ? named.with(CALL, kept.call().get()) : named);
            }
            sections.add(Json.object().with("part", section.part().wire()).with("items", Json.of(items)));
        }
        Json manifest = Json.object()
                .with("run", window.run())
                .with("step", window.step())
                .with("attempt", window.attempt())
                .with("turn", window.turn())
                .with("agent", window.agent())
                .with("sections", Json.of(sections))
                .with(
                        "excluded",
                        Json.of(window.excluded().stream()
                                .map(e -> Json.object().with("what", e.what()).with("reason", e.reason()))
                                .toList()));
        Blob blob = Blob.of(JsonText.canonical(manifest));
        contents.add(blob);
        return new Packed(blob.hash(), contents);
    }

    /**
     * Returns the window whose manifest has {@code hash}, exactly as it was.
     *
     * @throws JournalDamaged when it, or something that it names, is not there
     */
    public Window read(Hash hash) {
        Optional<Window> made = taken(hash);
        return made.isPresent() ? made.get() : stored(hash);
    }

    /** Keeps a window at hand for the one that is asked about it next, who need not read it from the disk then. */
    public void hand(Built built) {
        synchronized (atHand) {
            atHand.put(built.hash(), built.window());
        }
    }

    private Optional<Window> taken(Hash hash) {
        synchronized (atHand) {
            return Optional.ofNullable(atHand.remove(hash));
        }
    }

    private Window stored(Hash hash) {
        Json manifest = json(hash);
        var sections = manifest.list("sections").stream()
                .map(s -> new Section(
                        part(s.text("part")),
                        s.list("items").stream().map(this::item).toList()))
                .toList();
        return new Window(
                manifest.text("run"),
                manifest.text("step"),
                (int) manifest.number("attempt", 1),
                (int) manifest.number("turn", 1),
                manifest.text("agent"),
                sections,
                manifest.list("excluded").stream()
                        .map(e -> new Excluded(e.text("what"), e.text("reason")))
                        .toList());
    }

    /**
     * Returns the names of the contents that {@code manifest} names.
     *
     * @throws IllegalArgumentException when it is no manifest
     */
    public static List<Hash> contents(Json manifest) {
        return manifest.list("sections").stream()
                .flatMap(section -> section.list("items").stream())
                .map(item -> new Hash(item.text("content")))
                .toList();
    }

    /** Returns the JSON content with {@code hash}. */
    public Json json(Hash hash) {
        return JsonText.parse(
                blobs.text(hash).orElseThrow(() -> new JournalDamaged("blob " + hash.brief(), "it is missing")));
    }

    /** Returns a look-up that also finds {@code pending}, contents that are about to be stored. */
    public Function<Hash, Json> beside(List<Blob> pending) {
        return hash -> pending.stream()
                .filter(b -> b.hash().equals(hash))
                .findFirst()
                .map(b -> JsonText.parse(new String(b.bytes(), StandardCharsets.UTF_8)))
                .orElseGet(() -> json(hash));
    }

    private Item item(Json json) {
        return new Item(
                json.text("name"),
                json.text("source"),
                new Value(
                        Kept.whole(json(new Hash(json.text("content"))), json.at(CALL)),
                        Label.of(json.at("label").orElse(Json.object()))));
    }

    private static Part part(String wire) {
        return Arrays.stream(Part.values())
                .filter(p -> p.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new JournalDamaged("a window", "it has the unknown part " + wire));
    }
}
