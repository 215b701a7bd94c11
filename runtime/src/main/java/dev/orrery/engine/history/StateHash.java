package dev.orrery.engine.history;

import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.OrderedPMap;
import org.pcollections.OrderedPSet;

/**
 * Hashes a run's state: equal states have equal hashes, in every process. It goes through the components of records, so
 * that nothing is left out that is added to the state one day. What a later state shares with an earlier one is hashed
 * once. For one thread and one run.
 */
final class StateHash {
    private final IdentityHashMap<Object, String> known = new IdentityHashMap<>();

    /** Returns the hash of {@code state}. */
    Hash of(Record state) {
        return new Hash(text(state));
    }

    private String text(@Nullable Object value) {
        return switch (value) {
            case null -> throw new IllegalStateException("a state holds no null");
            case Json json -> remembered(json, () -> Hash.of(json).hex());
            case Record plain ->
                remembered(plain, () -> Hash.of(components(plain)).hex());
            case Optional<?> optional ->
                optional.map(inner -> "[" + text(inner) + "]").orElse("[]");
            case Map<?, ?> map -> Hash.of(entries(map)).hex();
            case Collection<?> all -> Hash.of(items(all)).hex();
            case String text -> text.length() + ":" + text;
            case Enum<?> constant -> constant.name();
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Instant instant -> instant.toString();
            case Duration duration -> duration.toString();
            default ->
                throw new IllegalStateException(
                        "a state holds no " + value.getClass().getName());
        };
    }

    private String remembered(Object value, Supplier<String> hash) {
        String before = known.get(value);
        if (before != null) return before;
        String now = hash.get();
        known.put(value, now);
        return now;
    }

    private String components(Record value) {
        var out = new StringBuilder(value.getClass().getSimpleName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            out.append('\n').append(component.getName()).append('=').append(text(read(component, value)));
        }
        return out.toString();
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the state cannot be read: " + component, e);
        }
    }

    private String entries(Map<?, ?> map) {
        Stream<String> lines = map.entrySet().stream().map(e -> text(e.getKey()) + "=" + text(e.getValue()));
        boolean inOrder = map instanceof SequencedMap || map instanceof OrderedPMap;
        return "map" + joined(inOrder ? lines.toList() : lines.sorted().toList());
    }

    /** What has no order of its own is sorted: sets of the JDK come in another one in each process. */
    private String items(Collection<?> all) {
        List<String> lines = new ArrayList<>(all.stream().map(this::text).toList());
        boolean inOrder = all instanceof List || all instanceof SequencedCollection || all instanceof OrderedPSet;
        if (!inOrder) Collections.sort(lines);
        return "all" + joined(lines);
    }

    private static String joined(List<String> lines) {
        return lines.size() + "\n" + String.join("\n", lines);
    }
}
