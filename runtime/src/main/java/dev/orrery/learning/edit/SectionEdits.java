package dev.orrery.learning.edit;

import dev.orrery.learning.edit.SectionMatch.Lost;
import dev.orrery.learning.edit.SectionMatch.Pair;
import dev.orrery.learning.edit.SectionMatch.Siblings;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Recognises sections that were removed, moved or renamed. Moves and renamings become a rule only when
 * they were made everywhere; a section that was dropped below one section and kept below others is a rule for that one.
 */
final class SectionEdits {
    /** Stands between the names of a section and of one below it. */
    static final String BELOW = " › ";

    private final List<Line> old;
    private final Map<String, Integer> linesBefore;
    private final Map<String, Integer> linesAfter;
    private final Section after;
    private final SectionMatch match;
    private final Set<Integer> sources;

    /**
     * Compares the outlines of two texts.
     *
     * @param sources the indexes of the lines before that list the sources
     */
    SectionEdits(List<Line> old, List<Line> now, Set<Integer> sources) {
        this.old = old;
        this.sources = Set.copyOf(sources);
        this.linesBefore = Likeness.counts(old.stream().map(Line::plain).toList());
        this.linesAfter = Likeness.counts(now.stream().map(Line::plain).toList());
        this.after = Section.outline(now);
        this.match = SectionMatch.of(Section.outline(old), old, after, now);
    }

    /** Returns the sections that are gone with most of what stood in them. */
    List<Section> removed() {
        return emptied().stream().map(Lost::section).toList();
    }

    private List<Lost> emptied() {
        return match.lost().stream().filter(lost -> emptied(lost.section())).toList();
    }

    /** Returns the headings that read differently, by their index before, with their index after. */
    Map<Integer, Integer> renamed() {
        Map<Integer, Integer> renamed = new LinkedHashMap<>();
        for (Siblings siblings : match.siblings()) {
            for (Pair pair : siblings.pairs()) {
                if (pair.renamed())
                    renamed.put(pair.before().first(), pair.after().first());
            }
        }
        return renamed;
    }

    /** A line is kept when the edited copy has more of it than the rest of the report accounts for. */
    private boolean emptied(Section section) {
        List<String> body = section.body(old);
        Map<String, Integer> inside = Likeness.counts(body);
        int kept = 0;
        for (var line : inside.entrySet()) {
            int outside = linesBefore.getOrDefault(line.getKey(), 0) - line.getValue();
            int spare = linesAfter.getOrDefault(line.getKey(), 0) - outside;
            kept += Math.clamp(spare, 0, line.getValue());
        }
        return kept * 2 <= body.size();
    }

    List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        edits.addAll(removals());
        edits.addAll(renames());
        edits.addAll(moves());
        return edits;
    }

    private List<Edit> removals() {
        Set<String> left = after.all().map(Section::key).collect(Collectors.toSet());
        Map<String, List<Lost>> byName = new LinkedHashMap<>();
        emptied()
                .forEach(lost -> byName.computeIfAbsent(lost.section().key(), _ -> new ArrayList<>())
                        .add(lost));
        var edits = new ArrayList<Edit>();
        byName.forEach((key, all) -> {
            Section first = all.getFirst().section();
            String text = "removed the section '" + first.name() + "'";
            if (left.contains(key)) all.forEach(lost -> edits.add(removedThere(lost, text)));
            else if (holdsSources(first)) edits.add(Edit.plain(Edit.Kind.SECTION_REMOVED, text));
            else edits.add(omission(key, text + times(all.size()), first.name()));
        });
        return edits;
    }

    /** What is gone from one section and stays in others is a rule for that one section. */
    private static Edit removedThere(Lost lost, String text) {
        String parent = lost.parent().name();
        if (!lost.goneFromParent()) return Edit.plain(Edit.Kind.SECTION_REMOVED, text + ", but not everywhere");
        String name = lost.section().name();
        return omission(
                lost.parent().key() + BELOW + lost.section().key(),
                text + " of '" + parent + "'",
                parent + BELOW + name);
    }

    private static Edit omission(String key, String text, String name) {
        return Edit.ruled(Edit.Kind.SECTION_REMOVED, key, text, Json.object().with("omit", Json.texts(List.of(name))));
    }

    /** Without its sources a report cannot be checked, so that they are gone from a copy is no wish for all reports. */
    private boolean holdsSources(Section section) {
        return IntStream.range(section.first(), section.end()).anyMatch(sources::contains);
    }

    private List<Edit> renames() {
        Set<String> left = after.all().map(Section::key).collect(Collectors.toSet());
        Map<String, List<Pair>> byNames = new LinkedHashMap<>();
        for (Siblings siblings : match.siblings()) {
            for (Pair pair : siblings.pairs()) {
                if (!pair.renamed()) continue;
                String names = pair.before().key() + " -> " + pair.after().name();
                byNames.computeIfAbsent(names, _ -> new ArrayList<>()).add(pair);
            }
        }
        var edits = new ArrayList<Edit>();
        byNames.forEach((names, pairs) -> {
            String from = pairs.getFirst().before().name();
            String to = pairs.getFirst().after().name();
            String text = "renamed the section '" + from + "' to '" + to + "'" + times(pairs.size());
            if (pairs.getFirst().before().heading().level() == 1) {
                // A title says what the goal was; it is no section that other reports have.
                edits.add(Edit.plain(Edit.Kind.SECTION_RENAMED, "gave it the title '" + to + "'"));
                return;
            }
            boolean everywhere = !left.contains(pairs.getFirst().before().key());
            edits.add(
                    everywhere
                            ? Edit.ruled(
                                    Edit.Kind.SECTION_RENAMED,
                                    names,
                                    text,
                                    Json.object()
                                            .with(
                                                    "rename",
                                                    Json.object()
                                                            .with("from", from)
                                                            .with("to", to)))
                            : Edit.plain(Edit.Kind.SECTION_RENAMED, text + ", but not everywhere"));
        });
        return edits;
    }

    private List<Edit> moves() {
        Map<String, List<List<Pair>>> orders = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Siblings siblings : match.siblings()) {
            List<Pair> ordered = siblings.pairs().stream()
                    .sorted(Comparator.comparingInt(p -> p.after().first()))
                    .toList();
            List<Integer> oldPlaces =
                    ordered.stream().map(p -> p.before().first()).toList();
            for (int place : Moves.of(oldPlaces)) {
                Pair moved = ordered.get(place);
                names.putIfAbsent(moved.after().key(), moved.after().name());
                orders.computeIfAbsent(moved.after().key(), _ -> new ArrayList<>())
                        .add(ordered);
            }
        }
        var edits = new ArrayList<Edit>();
        orders.forEach((key, places) -> {
            String text = "moved the section '" + names.get(key) + "'" + times(places.size());
            List<String> order =
                    places.getFirst().stream().map(p -> p.after().name()).toList();
            edits.add(
                    everywhere(key, places)
                            ? Edit.ruled(
                                    Edit.Kind.SECTION_MOVED,
                                    key,
                                    text,
                                    Json.object().with("order", Json.texts(order)))
                            : Edit.plain(Edit.Kind.SECTION_MOVED, text + ", but not everywhere"));
        });
        return edits;
    }

    /** Every group of sections in which the name stands was put into an order that does not contradict the others. */
    private boolean everywhere(String key, List<List<Pair>> places) {
        long groups = match.siblings().stream()
                .filter(s -> s.pairs().size() > 1
                        && s.pairs().stream().anyMatch(p -> p.after().key().equals(key)))
                .count();
        if (groups != places.size()) return false;
        List<String> first = keys(places.getFirst());
        return places.stream().map(SectionEdits::keys).allMatch(other -> {
            List<String> common = first.stream().filter(other::contains).toList();
            return other.stream().filter(common::contains).toList().equals(common);
        });
    }

    private static List<String> keys(List<Pair> pairs) {
        return pairs.stream().map(p -> p.after().key()).toList();
    }

    private static String times(int count) {
        return count == 1 ? "" : " " + count + " times";
    }
}
