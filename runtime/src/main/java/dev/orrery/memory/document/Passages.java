package dev.orrery.memory.document;

import dev.orrery.memory.Passage;
import dev.orrery.memory.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a document into passages. */
public final class Passages {
    /** Text that is mostly links and shorter than this is a way to somewhere else, not a statement. */
    private static final int NAVIGATION_CHARS_MAX = 160;

    private static final double NAVIGATION_LINKS_MIN = 0.95;

    private final List<Passage> passages = new ArrayList<>();
    private int group = -1;
    private int position;
    private String before = "";

    private Passages() {}

    /**
     * Returns the passages of {@code document} in order. What is torn, or stands in more lines or pages than one
     * citation may name, is left out: it could not be quoted without a break.
     */
    public static List<Passage> of(Document document) {
        var passages = new Passages();
        for (Block block : document.blocks()) passages.add(block, document.unit());
        return List.copyOf(passages.passages);
    }

    private void add(Block block, Unit unit) {
        if (block.group() != group) {
            group = block.group();
            position = 0;
            before = "";
        }
        String text = block.text().string();
        if (isNavigation(block)) return;
        List<Sentences.Stretch> stretches = switch (block.kind()) {
            case PROSE, ITEM, CELL -> Sentences.of(text);
            case ROW, HEADING -> List.of(new Sentences.Stretch(0, text.length()));
        };
        for (var stretch : stretches) {
            SourceText words = trim(block.text().slice(stretch.from(), stretch.to()));
            if (words.string().codePoints().noneMatch(Character::isLetterOrDigit)) continue;
            Optional<Place> place = unit.place(words.first(), words.last());
            boolean whole = words.isQuotable();
            if (whole && place.isPresent()) add(block, words, place.get());
            // What cannot be quoted still stands between its neighbours.
            before = whole ? words.string() : "";
            position++;
        }
    }

    private void add(Block block, SourceText words, Place place) {
        passages.add(new Passage(
                passages.size(),
                block.kind(),
                block.headings(),
                words.string(),
                place,
                block.group(),
                position,
                before,
                words.codeShare(),
                words.linkShare(),
                block.cell().map(Block.Cell::column).orElse(""),
                block.cell().map(Block.Cell::row).orElse("")));
    }

    private static boolean isNavigation(Block block) {
        return switch (block.kind()) {
            case PROSE, ITEM ->
                block.text().length() < NAVIGATION_CHARS_MAX
                        && block.text().linkShare() >= NAVIGATION_LINKS_MIN
                        && !block.text().string().matches("(?s).*[.!?]");
            case CELL, ROW, HEADING -> false;
        };
    }

    private static SourceText trim(SourceText text) {
        int from = 0;
        int to = text.length();
        while (from < to && isEmpty(text.string().charAt(from))) from++;
        while (to > from && isEmpty(text.string().charAt(to - 1))) to--;
        return text.slice(from, to);
    }

    private static boolean isEmpty(char c) {
        return c == ' ' || c == SourceText.HOLE;
    }
}
