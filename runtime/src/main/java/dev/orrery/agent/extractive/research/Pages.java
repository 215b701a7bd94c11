package dev.orrery.agent.extractive.research;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.task.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds, in an outline, the pages worth reading from the top: front pages, and those that are about a topic. */
final class Pages {
    private static final Set<String> FRONT_NAMES = Set.of(
            "readme",
            "index",
            "about",
            "overview",
            "introduction",
            "home",
            "intro",
            "general",
            "company",
            "product",
            "profile");

    private static final int FRONT_PAGES = 8;
    private static final int TOPIC_PAGES = 2;

    private Pages() {}

    /** Returns the pages that probably say what their subject is, those nearest to the top first. */
    static List<Outline.File> front(Outline outline) {
        return outline.files().stream()
                .filter(Pages::isFront)
                .sorted(Comparator.comparingInt(Outline.File::depth).thenComparing(Outline.File::path))
                .limit(FRONT_PAGES)
                .toList();
    }

    /** Tells whether the page at {@code path} introduces what the folder is about, by its name. */
    static boolean isFront(String path) {
        return isFront(new Outline.File(path, "", List.of(), "", 0));
    }

    /** Tells whether a page with this file's name introduces what the folder is about. */
    static boolean isFront(Outline.File file) {
        String name = file.name().toLowerCase(Locale.ROOT).replaceFirst("^_", "");
        return FRONT_NAMES.stream()
                .anyMatch(front -> name.equals(front)
                        || name.startsWith("what-is")
                        || name.startsWith(front + "-")
                        || name.endsWith("-" + front));
    }

    /** Returns pages of which the title, the name or a heading has all words of {@code topic}; titles first. */
    static List<Outline.File> about(Topic topic, Outline outline) {
        List<String> stems = topic.words().stream().map(Stems::of).toList();
        return outline.files().stream()
                .filter(f -> rank(f, stems) < Integer.MAX_VALUE)
                .sorted(Comparator.<Outline.File>comparingInt(f -> rank(f, stems))
                        .thenComparing(Outline.File::path))
                .limit(TOPIC_PAGES)
                .toList();
    }

    private static int rank(Outline.File file, List<String> stems) {
        if (hasAll(file.title() + " " + file.name().replace('-', ' ').replace('_', ' '), stems)) return 0;
        return file.headings().stream().anyMatch(h -> hasAll(h, stems)) ? 1 : Integer.MAX_VALUE;
    }

    private static boolean hasAll(String text, List<String> stems) {
        Set<String> present = Stems.in(text);
        return stems.stream().allMatch(s -> present.stream().anyMatch(p -> Stems.related(s, p)));
    }
}
