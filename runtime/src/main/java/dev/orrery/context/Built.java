package dev.orrery.context;

import dev.orrery.journal.Blob;
import dev.orrery.kernel.MemoryRef;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.message.Window.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * A window with what must be stored for it.
 *
 * @param hash the hash of its manifest
 * @param tokens its estimated size
 * @param memory what was retrieved for the attempt, for later turns
 * @param blobs the contents that are to be durable before anything names them
 */
public record Built(Window window, Hash hash, long tokens, List<MemoryRef> memory, List<Blob> blobs) {
    static Built of(Window window, List<Item> memory) {
        WindowStore.Packed packed = WindowStore.pack(window);
        var blobs = new ArrayList<>(packed.blobs());
        var refs = new ArrayList<MemoryRef>();
        for (Item item : memory) {
            Blob blob = Blob.of(JsonText.canonical(keep(item)));
            blobs.add(blob);
            refs.add(new MemoryRef(item.source(), blob.hash()));
        }
        return new Built(window, packed.hash(), Tokens.of(window), refs, blobs);
    }

    private static Json keep(Item item) {
        return Json.object()
                .with("name", item.name())
                .with("content", item.value().content())
                .with("label", item.value().label().toJson());
    }

    static Item unkeep(MemoryRef ref, Json kept) {
        Label label = Label.of(kept.at("label").orElse(Json.object()));
        return new Item(
                kept.text("name"), ref.source(), new Value(kept.at("content").orElse(Json.object()), label));
    }
}
