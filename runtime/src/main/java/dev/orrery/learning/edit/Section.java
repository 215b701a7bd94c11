package dev.orrery.learning.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A heading with what stands below it.
 *
 * @param heading its heading; the section around everything has level 0 and no name
 * @param first the index of its heading among the lines
 * @param end the index after its last line, those of its subsections included
 * @param children its subsections, in order
 */
record Section(Heading heading, int first, int end, List<Section> children) {

    /** Returns the section around all of {@code lines}. */
    static Section outline(List<Line> lines) {
        var children = new ArrayList<Section>();
        read(lines, -1, 0, children);
        return new Section(new Heading(0, ""), -1, lines.size(), List.copyOf(children));
    }

    /** Reads the subsections of what begins at {@code from} and is of level {@code level}; returns where it ends. */
    private static int read(List<Line> lines, int from, int level, List<Section> into) {
        int i = from + 1;
        while (i < lines.size()) {
            Optional<Heading> heading = Heading.of(lines.get(i).plain());
            if (heading.isEmpty()) {
                i++;
                continue;
            }
            if (heading.get().level() <= level) return i;
            var below = new ArrayList<Section>();
            int end = read(lines, i, heading.get().level(), below);
            into.add(new Section(heading.get(), i, end, List.copyOf(below)));
            i = end;
        }
        return i;
    }

    String key() {
        return heading.key();
    }

    String name() {
        return heading.name();
    }

    /** Returns what stands below the heading, as it counts. */
    List<String> body(List<Line> lines) {
        return lines.subList(first + 1, end).stream().map(Line::plain).toList();
    }

    /** Returns this section and all below it. */
    Stream<Section> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Section::all));
    }
}
