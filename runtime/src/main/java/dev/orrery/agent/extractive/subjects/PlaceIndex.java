package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Outline;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the place that a name means, the surest way of recognising it first. Belongs to one thread. */
final class PlaceIndex {
    /** The share of a folder's pages whose title must bear a name for the folder to be taken for it. */
    private static final double TITLES_MIN = 0.25;

    /** A place with what its name is compared by. */
    private record Entry(Place place, String key, List<String> telling, String tellingKey, List<String> titleKeys) {
        static Entry of(Place place) {
            List<String> telling = Spelling.telling(place.name());
            List<String> titles = place.titles().stream().map(Entry::front).toList();
            return new Entry(place, Spelling.key(place.name()), telling, String.join("", telling), titles);
        }

        /** "Velmora Relay", "Velmora Relay documentation", "Velmora Relay: overview" are one title. */
        private static String front(String title) {
            return String.join("", Spelling.telling(title.split("\\s+[-–—|·]\\s+|:\\s", 2)[0]));
        }

        boolean initialsOf(String name, String nameKey) {
            String initials = Spelling.initials(name);
            String own = Spelling.initials(place.name());
            return !initials.isEmpty() && initials.equals(key) || own.length() > 1 && own.equals(nameKey);
        }
    }

    private final List<Entry> entries;
    private final Map<String, List<String>> titles = new HashMap<>();
    private final Map<String, Optional<Place>> found = new HashMap<>();

    /** Makes an index of {@code places}, in the order in which they are preferred. */
    PlaceIndex(List<Place> places, Outline outline) {
        this.entries = places.stream().map(Entry::of).toList();
        for (Outline.File file : outline.files()) titles.put(file.path(), Spelling.words(file.title()));
    }

    /** Returns the place that is called {@code name}. */
    Optional<Place> find(String name) {
        Optional<Place> known = found.get(name);
        if (known == null) {
            known = search(name);
            found.put(name, known);
        }
        return known;
    }

    private Optional<Place> search(String name) {
        String key = Spelling.key(name);
        List<String> telling = Spelling.telling(name);
        String tellingKey = String.join("", telling);
        if (key.isEmpty()) return Optional.empty();
        return first(e -> e.key().equals(key))
                .or(() -> first(e -> e.tellingKey().equals(tellingKey)))
                .or(() -> first(e -> e.titleKeys().contains(tellingKey)))
                .or(() -> only(e -> e.initialsOf(name, key)))
                .or(() -> only(e -> !Places.generic(e.place()) && Spelling.begins(e.telling(), telling)))
                .or(() -> only(e -> !Places.generic(e.place()) && Spelling.mistyped(e.key(), key)))
                .or(() -> byTitles(telling));
    }

    /** Returns the place whose name is {@code name} but for spaces, hyphens and case. */
    Optional<Place> exact(String name) {
        String key = Spelling.key(name);
        return first(e -> e.key().equals(key));
    }

    private Optional<Place> first(Predicate<Entry> fits) {
        return entries.stream().filter(fits).map(Entry::place).findFirst();
    }

    /** A weak likeness counts only when no other place as shallow has it; folders come before files. */
    private Optional<Place> only(Predicate<Entry> fits) {
        List<Place> found = entries.stream().filter(fits).map(Entry::place).toList();
        if (found.isEmpty()) return Optional.empty();
        Place first = found.getFirst();
        long rivals = found.stream()
                .filter(p -> p.folder() == first.folder() && p.depth() == first.depth())
                .count();
        return rivals == 1 ? Optional.of(first) : Optional.empty();
    }

    /** A folder is about a name when many of its pages bear the name in their title and hardly any other folder's do. */
    private Optional<Place> byTitles(List<String> telling) {
        List<String> bearing = titles.entrySet().stream()
                .filter(t -> Collections.indexOfSubList(t.getValue(), telling) >= 0)
                .map(Map.Entry::getKey)
                .toList();
        if (bearing.size() < 2) return Optional.empty();
        Place best = null;
        double most = 0;
        double second = 0;
        for (Entry entry : entries) {
            Place place = entry.place();
            if (!place.folder() || place.files() < 2 || best != null && best.holds(place.path())) continue;
            double share = bearing.stream().filter(place::holds).count() / (double) place.files();
            if (share > most) {
                second = most;
                most = share;
                best = place;
            } else if (share > second) {
                second = share;
            }
        }
        return best != null && most >= TITLES_MIN && most > 3 * second ? Optional.of(best) : Optional.empty();
    }
}
