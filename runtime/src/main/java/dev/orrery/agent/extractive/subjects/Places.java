package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.language.Commonness;
import dev.orrery.agent.extractive.selection.Outline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The folders and files of the knowledge, as places where subjects may be found. Belongs to one thread. */
public final class Places {
    /** With more folders beside each other than this, the folders inside them are parts of them. */
    private static final int FEW = 2;

    /** Words up to this rank are common ones, see {@link Commonness}. */
    private static final int COMMON_MAX = 8000;

    private static final int TITLE_WORDS_MAX = 4;

    private final Outline outline;
    private final List<Place> all;
    private final List<Place> peers;
    private final PlaceIndex index;
    private final PlaceIndex subjects;
    private final PlaceIndex inner;

    private Places(Outline outline, Layout layout) {
        this.outline = outline;
        this.all = layout.places();
        this.peers = layout.peers();
        this.index = new PlaceIndex(all, outline);
        this.subjects = new PlaceIndex(all.stream().filter(this::outer).toList(), outline);
        this.inner = new PlaceIndex(all.stream().filter(this::inner).toList(), outline);
    }

    /** Finds the places in {@code outline}. */
    public static Places of(Outline outline) {
        return new Places(outline, new Layout(outline));
    }

    private boolean outer(Place place) {
        return peers.contains(place) || place.depth() == 0;
    }

    private boolean inner(Place place) {
        return peers.size() <= FEW && place.folder() && place.depth() == 1 && !generic(place);
    }

    /** Tells whether {@code place} is named after the papers it holds, not after whom they are about. */
    static boolean generic(Place place) {
        return Layout.generic(place);
    }

    /** Returns the outline that the places were found in. */
    public Outline outline() {
        return outline;
    }

    /**
     * Returns the places that lie beside each other where the knowledge branches: its candidates for subjects. They are
     * folders or, without several of them, files.
     */
    public List<Place> peers() {
        return peers;
    }

    /** Finds the place that a goal or a human calls {@code name}. */
    public Optional<Place> find(String name) {
        return index.find(name);
    }

    /**
     * Finds the place that a text calls {@code name}. Texts have many names, so only places that look like subjects count:
     * folders beside each other in any likeness, folders inside them by their exact and telling name.
     */
    public Optional<Place> subject(String name) {
        return subjects.find(name).or(() -> inner.exact(name).filter(p -> telling(p.name())));
    }

    /** A name of several words, or of one that is rare: "Benefits" below a handbook is no subject. */
    private static boolean telling(String name) {
        List<String> words = Spelling.words(name);
        return words.size() > 1 || words.stream().allMatch(w -> Commonness.rank(w) > COMMON_MAX);
    }

    /** Returns the names by which a text may mean a place that looks like a subject. */
    public List<String> spellings() {
        var spellings = new LinkedHashSet<String>();
        for (Place place : all) {
            boolean named =
                    peers.contains(place) || place.folder() && (outer(place) || inner(place) && telling(place.name()));
            if (!named || generic(place)) continue;
            if (Spelling.key(place.name()).length() > 1) spellings.add(place.name());
            place.titles().stream()
                    .filter(t -> Spelling.words(t).size() <= TITLE_WORDS_MAX && belongs(t, place))
                    .forEach(spellings::add);
        }
        return List.copyOf(spellings);
    }

    /** A front page's title is another name of its folder only when the two have something in common. */
    private static boolean belongs(String title, Place place) {
        String key = Spelling.key(place.name());
        return Spelling.begins(Spelling.telling(title), Spelling.telling(place.name()))
                || Spelling.initials(title).equals(key)
                || Spelling.key(title).equals(key);
    }

    /** Returns {@code name} as the titles of the knowledge write it most often; as it is when they never do. */
    public String written(String name) {
        String key = Spelling.key(name);
        Map<String, Integer> forms = new TreeMap<>();
        for (Outline.File file : outline.files()) {
            if (Spelling.key(file.title()).equals(key)) forms.merge(file.title(), 1, Integer::sum);
            for (String word : file.title().split("[^\\p{L}\\p{N}-]+", -1)) {
                if (Spelling.key(word).equals(key)) forms.merge(word, 1, Integer::sum);
            }
        }
        return forms.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(name);
    }
}
