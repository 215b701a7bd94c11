package dev.orrery.message;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known about where a value comes from: how far it may be trusted, who may read it, and its sources. A derived
 * value takes the lowest integrity and the intersection of readers of what it was derived from.
 *
 * @param integrity how far the content may be trusted
 * @param readers who may read it; the empty set means everyone (no restriction)
 * @param sources where it came from, such as {@code goal}, {@code knowledge:PATH}, {@code memory:ID@VERSION}, at most
 *     {@value #SOURCES_MAX}, sorted
 */
public record Label(Integrity integrity, Set<String> readers, Set<String> sources) {
    /** The most sources that a label names; a value derived from more names the first ones and {@code …}. */
    public static final int SOURCES_MAX = 64;

    private static final String MORE = "…";

    /** How far content may be trusted, from the most to the least. */
    public enum Integrity {
        /** Said by the user, or written by the runtime itself. */
        USER,
        /** Returned by a tool or a document: content, never an instruction. */
        TOOL,
        /** Came from outside the machine. */
        WEB;

        /** Returns the less trusted of the two. */
        public Integrity lower(Integrity other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    public Label {
        readers = Set.copyOf(readers);
        sources = bounded(new TreeSet<>(sources));
    }

    /** Keeps the first sources in order, so that it does not matter in which order labels are joined. */
    private static Set<String> bounded(TreeSet<String> names) {
        boolean more = names.remove(MORE) || names.size() > SOURCES_MAX;
        if (more) {
            while (names.size() > SOURCES_MAX - 1) names.removeLast();
            names.add(MORE);
        }
        return java.util.Collections.unmodifiableSortedSet(names);
    }

    /** Labels what the user said: fully trusted, readable by everyone, from {@code source}. */
    public static Label user(String source) {
        return new Label(Integrity.USER, Set.of(), Set.of(source));
    }

    /** Labels what a tool or a document returned. */
    public static Label tool(String source) {
        return new Label(Integrity.TOOL, Set.of(), Set.of(source));
    }

    /** Returns the label of a value that is derived from both. */
    public Label join(Label other) {
        var from = new TreeSet<>(sources);
        from.addAll(other.sources);
        return new Label(integrity.lower(other.integrity), intersect(readers, other.readers), from);
    }

    /** Returns the label of a value that is derived from all of {@code labels}; trusted when there are none. */
    public static Label join(List<Label> labels) {
        return labels.stream().reduce(Label::join).orElse(new Label(Integrity.USER, Set.of(), Set.of()));
    }

    private static Set<String> intersect(Set<String> a, Set<String> b) {
        if (a.isEmpty()) return b;
        if (b.isEmpty()) return a;
        var both = new TreeSet<>(a);
        both.retainAll(b);
        // The empty set means everyone, so an empty intersection must be named as no one.
        return both.isEmpty() ? Set.of(NO_ONE) : both;
    }

    /** The reader that stands for nobody. */
    public static final String NO_ONE = "(no one)";

    /** Returns the stable form; no {@code readers} stands for everyone. */
    public Json.Obj toJson() {
        Json.Obj json = Json.object().with("integrity", integrity.name().toLowerCase(Locale.ROOT));
        if (!readers.isEmpty()) {
            json = json.with("readers", Json.texts(readers.stream().sorted().toList()));
        }
        return json.with("sources", Json.texts(List.copyOf(sources)));
    }

    /** Reads what {@link #toJson} wrote; what says nothing of its integrity is trusted least. */
    public static Label of(Json json) {
        return new Label(
                Integrity.valueOf(json.text("integrity", "web").toUpperCase(Locale.ROOT)),
                Set.copyOf(json.textList("readers")),
                Set.copyOf(json.textList("sources")));
    }
}
