package dev.orrery.model;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Abilities kept in one small JSON file: {@code {"ENDPOINT MODEL": {form, formWithTools, tools, quirks}}}. A change is read,
 * made and moved into place under an operating system's lock on a file beside it, so that threads and processes may share
 * it. At most {@value #ENTRIES_MAX} entries; the oldest goes first.
 */
public final class AbilitiesFile implements Abilities {
    private static final int ENTRIES_MAX = 200;
    private static final long BYTES_MAX = 1 << 20;

    /** Locks of the operating system are held by the whole process, so its threads take turns here first. */
    private static final Object TURN = new Object();

    private final Path file;

    /** Keeps abilities in {@code file}, which need not exist; its folder is made when there is something to keep. */
    public AbilitiesFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Manner> known(URI endpoint, ModelName model) {
        return read().at(key(endpoint, model)).flatMap(Manner::of);
    }

    @Override
    public void learn(URI endpoint, ModelName model, Manner manner) {
        change(entries -> {
            entries.remove(key(endpoint, model));
            while (entries.size() >= ENTRIES_MAX)
                entries.remove(entries.keySet().iterator().next());
            entries.put(key(endpoint, model), manner.toJson());
            return entries;
        });
    }

    @Override
    public void forget(URI endpoint, ModelName model) {
        if (read().at(key(endpoint, model)).isEmpty()) return;
        change(entries -> {
            entries.remove(key(endpoint, model));
            return entries;
        });
    }

    private static String key(URI endpoint, ModelName model) {
        return endpoint + " " + model;
    }

    private void change(UnaryOperator<Map<String, Json>> change) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (TURN) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var _ = channel.lock()) {
                    var changed = new Json.Obj(change.apply(new LinkedHashMap<>(read().members())));
                    Path fresh = file.resolveSibling(file.getFileName() + ".new");
                    Files.writeString(fresh, JsonText.print(changed) + "\n");
                    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException notKept) {
                // It will be found out again.
            }
        }
    }

    private Json.Obj read() {
        try {
            if (!Files.exists(file) || Files.size(file) > BYTES_MAX) return Json.object();
            return JsonText.parse(Files.readString(file)) instanceof Json.Obj object ? object : Json.object();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Json.object();
        }
    }
}
