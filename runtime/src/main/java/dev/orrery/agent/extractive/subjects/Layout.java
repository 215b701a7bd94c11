package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Outline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the knowledge is laid out: which folders and files may be about one subject each, and which lie beside each other. */
final class Layout {
    /** Folders deeper than this are parts of a subject, never one. */
    private static final int DEPTH_MAX = 3;

    /** Folder names that say what papers they hold, not whom they are about. */
    private static final Set<String> GENERIC = Arrays.stream(
                    ("docs doc documentation documents content contents pages page files notes images img assets static shared common misc other"
                                    + " general internal company archive templates guides guide reference references examples example tutorials tutorial"
                                    + " blog posts news about home index readme en english src main public data resources includes media attachments"
                                    + " knowledge handbook wiki us team policies reports drafts old new latest")
                            .split(" ", -1))
            .collect(Collectors.toUnmodifiableSet());

    private static final String FRONT_PAGE = "readme|index|overview|home|about|introduction";

    private final Outline outline;
    private final List<Place> folders;
    private final List<Place> peers;

    Layout(Outline outline) {
        this.outline = outline;
        this.folders = folders(outline);
        this.peers = beside();
    }

    private static List<Place> folders(Outline outline) {
        Map<String, List<Outline.File>> files = new LinkedHashMap<>();
        for (Outline.File file : outline.files()) {
            for (String folder = parent(file.path()); !folder.isEmpty(); folder = parent(folder)) {
                files.computeIfAbsent(folder, f -> new ArrayList<>()).add(file);
            }
        }
        return files.entrySet().stream()
                .map(e -> new Place(
                        e.getKey(),
                        last(e.getKey()),
                        titles(e.getKey(), e.getValue()),
                        e.getValue().size(),
                        true))
                .filter(p -> p.depth() < DEPTH_MAX)
                .sorted(Comparator.comparingInt(Place::depth).thenComparing(Place::path))
                .toList();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The titles of the pages that a reader opens first; of a folder with one page, that page's. */
    private static List<String> titles(String folder, List<Outline.File> files) {
        var titles = new LinkedHashSet<String>();
        for (Outline.File file : files) {
            boolean front = parent(file.path()).equals(folder)
                    && file.name().toLowerCase(Locale.ROOT).matches(FRONT_PAGE);
            if ((front || files.size() == 1) && !file.title().isBlank()) titles.add(file.title());
        }
        return List.copyOf(titles);
    }

    /** Tells whether {@code place} is named after the papers it holds. */
    static boolean generic(Place place) {
        return GENERIC.contains(place.name().toLowerCase(Locale.ROOT));
    }

    /** Returns all places, shallow before deep and folders before files: the first that fits a name is the one meant. */
    List<Place> places() {
        Stream<Place> top = outline.files().stream().filter(f -> f.depth() == 0).map(Layout::place);
        Stream<Place> collected = peers.stream().filter(p -> !p.folder() && p.depth() > 0);
        return Stream.of(folders.stream(), top, collected).flatMap(s -> s).toList();
    }

    private static Place place(Outline.File file) {
        return new Place(file.path(), file.name(), List.of(file.title()), 1, false);
    }

    /** Returns the places that lie beside each other where the knowledge branches. */
    List<Place> peers() {
        return peers;
    }

    /**
     * The shallowest level that has several folders named after anything but papers; where only one is, or none, the files
     * that it collects, as in "vendors/acme.md".
     */
    private List<Place> beside() {
        for (int depth = 0; depth < DEPTH_MAX; depth++) {
            int level = depth;
            List<Place> here = folders.stream().filter(p -> p.depth() == level).toList();
            List<Place> named = here.stream().filter(p -> !generic(p)).toList();
            if (named.size() > 1) return named;
            boolean wrapped = here.size() == 1
                    && outline.files().stream().allMatch(f -> here.getFirst().holds(f.path()));
            if (wrapped) continue;
            List<Place> collected =
                    named.isEmpty() ? files("", level) : files(named.getFirst().path(), level + 1);
            return collected.size() > 1 ? collected : named;
        }
        return files("", DEPTH_MAX);
    }

    /** The files at {@code depth} below {@code folder}; none when the folder has folders of its own. */
    private List<Place> files(String folder, int depth) {
        boolean branches =
                !folder.isEmpty() && folders.stream().anyMatch(p -> p.path().startsWith(folder + "/"));
        if (branches) return List.of();
        return outline.files().stream()
                .filter(f -> f.depth() == depth
                        && (folder.isEmpty() || parent(f.path()).equals(folder)))
                .map(Layout::place)
                .filter(p -> !generic(p))
                .toList();
    }
}
