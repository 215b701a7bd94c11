package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.language.Commonness;
import dev.orrery.agent.extractive.language.Nouns;
import dev.orrery.agent.extractive.selection.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The folders and files of the knowledge, as places where subjects may be found. Belongs to one thread. */
public final class Places {
    /** Folders deeper than this are parts of a subject, never one. */
    private static final int DEPTH_MAX = 3;

    /** Words up to this rank are common ones, see {@link Commonness}. */
    private static final int COMMON_MAX = 8000;

    /** Folder names that say what papers they hold, not whom they are about. */
    private static final Set<String> GENERIC = Set.of(
            "docs",
            "doc",
            "documentation",
            "documents",
            "content",
            "contents",
            "pages",
            "page",
            "files",
            "notes",
            "images",
            "img",
            "assets",
            "static",
            "shared",
            "common",
            "misc",
            "other",
            "general",
            "internal",
            "company",
            "archive",
            "templates",
            "guides",
            "guide",
            "reference",
            "references",
            "examples",
            "example",
            "tutorials",
            "tutorial",
            "blog",
            "posts",
            "news",
            "about",
            "home",
            "index",
            "readme",
            "en",
            "english",
            "src",
            "main",
            "public",
            "data",
            "resources",
            "includes",
            "media",
            "attachments",
            "knowledge",
            "handbook",
            "wiki",
            "us",
            "team",
            "policies",
            "reports",
            "drafts",
            "old",
            "new",
            "latest");

    /** With more folders beside each other than this, the folders inside them are parts of them. */
    private static final int FEW = 2;

    private final List<Place> all;
    private final Outline outline;
    private final List<Place> peers;
    private final PlaceIndex index;
    private final PlaceIndex subjects;
    private final PlaceIndex inner;

    private Places(List<Place> all, Outline outline) {
        this.all = all;
        this.outline = outline;
        this.peers = beside();
        this.index = new PlaceIndex(all, outline);
        this.subjects = new PlaceIndex(all.stream().filter(this::outer).toList(), outline);
        this.inner = new PlaceIndex(all.stream().filter(this::inner).toList(), outline);
    }

    private boolean outer(Place place) {
        return peers.contains(place) || place.depth() == 0 || !place.folder();
    }

    private boolean inner(Place place) {
        return peers.size() <= FEW && place.folder() && place.depth() == 1 && !generic(place);
    }

    /** Finds the places in {@code outline}. */
    public static Places of(Outline outline) {
        Map<String, List<Outline.File>> folders = new LinkedHashMap<>();
        for (Outline.File file : outline.files()) {
            String folder = file.path();
            while (folder.contains("/")) {
                folder = folder.substring(0, folder.lastIndexOf('/'));
                folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(file);
            }
        }
        var places = new ArrayList<Place>();
        folders.forEach((path, files) -> {
            var place = new Place(path, last(path), titles(path, files), files.size(), true);
            if (place.depth() < DEPTH_MAX) places.add(place);
        });
        for (Outline.File file : outline.files()) {
            if (standsAlone(file)) places.add(new Place(file.path(), file.name(), List.of(file.title()), 1, false));
        }
        // Shallow before deep, folders before files: the first that fits is the one that is meant.
        places.sort(Comparator.comparing((Place p) -> !p.folder())
                .thenComparingInt(Place::depth)
                .thenComparing(Place::path));
        return new Places(List.copyOf(places), outline);
    }

    /** A file is a place of its own at the top, and in a folder that collects several: "vendors/acme.md". */
    private static boolean standsAlone(Outline.File file) {
        if (file.depth() == 0) return true;
        String folder = file.path().substring(0, file.path().lastIndexOf('/'));
        String name = last(folder).toLowerCase(Locale.ROOT);
        return file.depth() < DEPTH_MAX && (GENERIC.contains(name) || Nouns.plural(name));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The titles of the pages that a reader opens first; of a folder with one page, that page's. */
    private static List<String> titles(String folder, List<Outline.File> files) {
        var titles = new LinkedHashSet<String>();
        for (Outline.File file : files) {
            boolean top = file.path().indexOf('/', folder.length() + 1) < 0;
            boolean front = file.name().matches("(?i)readme|index|overview|home|about|introduction");
            if ((top && front || files.size() == 1) && !file.title().isBlank()) titles.add(file.title());
        }
        return List.copyOf(titles);
    }

    /** Returns the outline that the places were found in. */
    public Outline outline() {
        return outline;
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

    /**
     * Returns the folders that lie beside each other where the knowledge branches: its candidates for subjects. Without
     * such folders, the files that do.
     */
    public List<Place> peers() {
        return peers;
    }

    private List<Place> beside() {
        for (int depth = 0; depth < DEPTH_MAX; depth++) {
            int level = depth;
            List<Place> folders =
                    all.stream().filter(p -> p.folder() && p.depth() == level).toList();
            List<Place> named = folders.stream().filter(p -> !generic(p)).toList();
            if (named.size() > 1) return named;
            boolean single = folders.size() == 1
                    && outline.files().stream().allMatch(f -> folders.getFirst().holds(f.path()));
            if (!single) {
                return named.isEmpty()
                        ? all.stream()
                                .filter(p -> !p.folder() && p.depth() == level && !generic(p))
                                .toList()
                        : named;
            }
        }
        return List.of();
    }

    /** Tells whether a place is named after the papers it holds. */
    static boolean generic(Place place) {
        return GENERIC.contains(place.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the names by which a text may mean a place that looks like a subject. */
    public List<String> spellings() {
        var spellings = new LinkedHashSet<String>();
        for (Place place : all) {
            boolean named =
                    place.folder() ? outer(place) || inner(place) && telling(place.name()) : peers.contains(place);
            if (!named || generic(place)) continue;
            if (Spelling.key(place.name()).length() > 1) spellings.add(place.name());
            place.titles().stream()
                    .filter(t -> Spelling.words(t).size() <= 4 && belongs(t, place))
                    .forEach(spellings::add);
        }
        return List.copyOf(spellings);
    }

    /** Returns {@code name} as the headings of the knowledge write it most often; as it is when they never do. */
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

    /** A front page's title is another name of its folder only when the two have something in common. */
    private static boolean belongs(String title, Place place) {
        String key = Spelling.key(place.name());
        return Spelling.begins(Spelling.telling(title), Spelling.telling(place.name()))
                || Spelling.initials(title).equals(key)
                || Spelling.key(title).equals(key);
    }
}
