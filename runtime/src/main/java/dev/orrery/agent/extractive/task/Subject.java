package dev.orrery.agent.extractive.task;

import dev.orrery.message.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a step is about.
 *
 * @param key its slug
 * @param name how it is called in headings
 * @param folder where its files are; empty for the whole knowledge
 * @param names all its spellings, {@code name} among them
 * @param scoped whether all of {@code folder} is about it; otherwise only statements that name it count
 */
public record Subject(String key, String name, String folder, List<String> names, boolean scoped) {
    public Subject {
        names = List.copyOf(names);
    }

    /** Reads a subject; empty when {@code json} names none. */
    public static Optional<Subject> of(Json json) {
        String key = json.text("key");
        String name = json.text("name", key);
        if (name.isBlank()) return Optional.empty();
        String folder = json.text("folder");
        var names = new LinkedHashSet<String>();
        names.add(name);
        names.addAll(json.textList("names"));
        if (!key.isBlank()) names.add(key);
        names.removeIf(String::isBlank);
        boolean scoped = json.at("scoped").isEmpty() ? !folder.isEmpty() : json.flag("scoped");
        return Optional.of(new Subject(key, name, folder, List.copyOf(names), scoped));
    }

    /** Tells whether {@code path} lies in the subject's folder, or is its file. */
    public boolean holds(String path) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }
}
