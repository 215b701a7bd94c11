package dev.orrery.message;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object: an immutable map that keeps the order in which they were given. Events are put together member
 * by member, so adding one copies two short arrays and nothing else; names are compared one by one up to
 * {@value #COMPARED_MAX}, beyond that they are hashed.
 */
final class Members extends AbstractMap<String, Json> {
    private static final int COMPARED_MAX = 16;
    private static final Members NONE = new Members(new String[0], new Json[0]);

    private final String[] names;
    private final Json[] values;
    private final @Nullable Map<String, Json> hashed;

    private Members(String[] names, Json[] values) {
        this.names = names;
        this.values = values;
        this.hashed = names.length > COMPARED_MAX ? hashed(names, values) : null;
    }

    private static Map<String, Json> hashed(String[] names, Json[] values) {
        Map<String, Json> all = LinkedHashMap.newLinkedHashMap(names.length);
        for (int i = 0; i < names.length; i++) all.put(names[i], values[i]);
        return all;
    }

    /** Returns {@code given} as it is when it is one of these, else a copy. */
    static Members of(Map<String, Json> given) {
        if (given instanceof Members members) return members;
        if (given.isEmpty()) return NONE;
        Map<String, Json> copy = LinkedHashMap.newLinkedHashMap(given.size());
        given.forEach((name, value) -> copy.put(wellFormed(name), value));
        return new Members(copy.keySet().toArray(String[]::new), copy.values().toArray(Json[]::new));
    }

    /** Returns a copy in which {@code name} has {@code value}, added at the end when it is new. */
    Members with(String name, Json value) {
        String known = wellFormed(name);
        int at = indexOf(known);
        int size = at < 0 ? names.length + 1 : names.length;
        var moreNames = at < 0 ? Arrays.copyOf(names, size) : names;
        Json[] moreValues = Arrays.copyOf(values, size);
        if (at < 0) moreNames[size - 1] = known;
        moreValues[at < 0 ? size - 1 : at] = Objects.requireNonNull(value);
        return new Members(moreNames, moreValues);
    }

    /** Replaces half a surrogate pair: a name that holds one could be written, but not read back. */
    private static String wellFormed(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isSurrogate(name.charAt(i))) return mended(name);
        }
        return name;
    }

    private static String mended(String name) {
        int[] points = name.codePoints()
                .map(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c) ? 0xFFFD : c)
                .toArray();
        return new String(points, 0, points.length);
    }

    private int indexOf(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) if (names[i].equals(name)) return i;
        return -1;
    }

    @Override
    public @Nullable Json get(@Nullable Object name) {
        if (hashed != null) return hashed.get(name);
        int at = indexOf(name);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public Set<Entry<String, Json>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<String, Json>> {
        @Override
        public int size() {
            return names.length;
        }

        @Override
        public Iterator<Entry<String, Json>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Entry<String, Json> next() {
                    if (next >= names.length) throw new NoSuchElementException();
                    return Map.entry(names[next], values[next++]);
                }
            };
        }
    }
}
