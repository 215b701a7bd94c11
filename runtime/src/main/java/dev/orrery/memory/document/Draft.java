package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document while it is being read: it keeps the path of headings and numbers the groups. Not thread-safe. */
final class Draft {
    /** Level 0 is the document's title, 1 to 6 are headings, the last is a term that is being described. */
    private static final int LEVELS = 8;

    private static final int TERM = LEVELS - 1;

    private final String path;
    private final Unit unit;
    private final @Nullable String[] headings = new @Nullable String[LEVELS];
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String version;
    private int groups;

    Draft(String path, Unit unit) {
        this.path = path;
        this.unit = unit;
    }

    /** Sets the title that the document declares outside its headings. */
    void title(String text) {
        if (text.isBlank()) return;
        title = text.strip();
        headings[0] = title;
    }

    void version(String text) {
        if (!text.isBlank()) version = text.strip();
    }

    boolean hasTitle() {
        return title != null;
    }

    /** Begins the section of a heading, from level 1 to 6. */
    void heading(int level, SourceText text) {
        String words = text.string().replace(SourceText.HOLE, ' ').strip();
        if (words.isEmpty()) return;
        clearFrom(Math.max(1, level));
        blocks.add(new Block(Kind.HEADING, path(), text, nextGroup(), Optional.empty()));
        headings[Math.max(1, level)] = words;
        if (title == null && level <= 1) title = words;
    }

    /** Begins the description of a term. */
    void term(SourceText text) {
        headings[TERM] = text.string().replace(SourceText.HOLE, ' ').strip();
    }

    /** Ends the description of a term. */
    void endTerm() {
        headings[TERM] = null;
    }

    /** Returns the number of a group that no block has yet. */
    int nextGroup() {
        return groups++;
    }

    void add(Kind kind, SourceText text, int group) {
        if (!text.isBlank()) blocks.add(new Block(kind, path(), text, group, Optional.empty()));
    }

    void cell(SourceText text, Block.Cell cell, int group) {
        if (!text.isBlank()) blocks.add(new Block(Kind.CELL, path(), text, group, Optional.of(cell)));
    }

    private void clearFrom(int level) {
        for (int i = level; i < LEVELS; i++) headings[i] = null;
    }

    private List<String> path() {
        var path = new ArrayList<String>();
        for (String heading : headings) {
            if (heading == null || heading.isEmpty()) continue;
            if (path.isEmpty() || !path.getLast().equalsIgnoreCase(heading)) path.add(heading);
        }
        return path;
    }

    Document finish() {
        return new Document(
                path,
                title == null ? Names.words(path) : title,
                Optional.ofNullable(version).or(() -> Names.version(path)),
                unit,
                blocks);
    }
}
