package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.quality.Quality;
import dev.orrery.agent.extractive.task.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the entries of a list that a goal asks for. An entry is a paragraph or a section under a heading of what is
 * listed ("Open risks"), of which the first sentence that can be quoted stands for it; or a sentence anywhere that says
 * of something that it is one ("the frost risk is open"). Of an entry that another place calls closed, resolved or done,
 * nothing is listed.
 */
public final class Entries {
    private static final Set<String> OPEN = Set.of("open", "unresolv", "pend", "outstand", "current", "activ");
    private static final Set<String> DONE = Set.of("close", "resolv", "settl", "solv");
    /** An entry and the sentence that closes it share at least so many words of content. */
    private static final int SHARED_MIN = 2;

    private static final double SHARE_MIN = 0.5;

    /** Where a sentence says of itself that it is an entry, it may lean on its headings more than elsewhere. */
    private static final double QUALITY_MIN = 0.25;

    private final Set<String> nouns;
    private final Set<String> qualifiers;
    private final List<Passage> passages;
    private final List<String> names;
    private final Judge judge = new Judge(new Tagger());
    private final Set<String> divided = new HashSet<>();
    private final Set<String> namedBelow = new HashSet<>();

    /** Makes a finder of what {@code listing} asks for among {@code passages}, for a subject with these {@code names}. */
    public Entries(Frame.Listing listing, List<Passage> passages, List<String> names) {
        this.nouns = listing.words().stream().map(Stems::of).collect(Collectors.toSet());
        this.qualifiers = listing.qualifiers().stream().map(Stems::of).collect(Collectors.toSet());
        this.names = List.copyOf(names);
        this.passages = passages.stream()
                .filter(p -> !p.kind().equals("heading") && !p.kind().equals("row"))
                .sorted(Comparator.comparing(Passage::path).thenComparingInt(Passage::index))
                .toList();
        for (Passage passage : this.passages) {
            int depth = depth(passage);
            if (depth > 0) namedBelow.add(passage.path());
            if (depth >= 0 && depth < passage.headings().size() - 1) divided.add(section(passage, depth));
        }
    }

    /** Returns the entries in the order of the documents. */
    public List<Statement> all() {
        Map<String, List<Passage>> groups = new LinkedHashMap<>();
        for (Passage passage : passages) {
            if (underHeading(passage)) {
                groups.computeIfAbsent(group(passage), k -> new ArrayList<>()).add(passage);
            } else if (says(passage)) {
                groups.put(passage.at() + passage.text(), List.of(passage));
            }
        }
        var entries = new ArrayList<Statement>();
        for (List<Passage> group : groups.values()) entry(group, entries);
        return entries;
    }

    private void entry(List<Passage> group, List<Statement> entries) {
        String lead = "";
        for (Passage passage : group) {
            double score = judge.judge(passage.text(), passage.setting(names)).score();
            if (score < (says(passage) ? QUALITY_MIN : Quality.LISTED)) {
                // "Loss of a region." is no statement, but says what the next one is about.
                if (passage.position() == 0 && passage.text().length() < 80) lead = label(passage.text());
                continue;
            }
            if (isDone(passage) || repeats(passage, entries)) return;
            Statement statement = Statement.of(passage, score);
            entries.add(
                    statement.lead().isEmpty()
                            ? statement.led(lead.isEmpty() ? ownHeading(passage) : lead)
                            : statement);
            return;
        }
    }

    private static String label(String text) {
        return text.replaceFirst("[.:]$", "");
    }

    /** Returns the heading below the one that names what is listed: it names the entry. */
    private String ownHeading(Passage passage) {
        int depth = depth(passage);
        List<String> headings = passage.headings();
        return depth >= 0 && depth < headings.size() - 1 ? headings.getLast() : "";
    }

    private static boolean repeats(Passage passage, List<Statement> entries) {
        List<String> stems = List.copyOf(Stems.in(passage.text()));
        return entries.stream().anyMatch(e -> Likeness.of(stems, List.copyOf(Stems.in(e.text()))) >= Likeness.SAME);
    }

    /**
     * Returns how deep the nearest heading lies that names what is listed, with its qualifiers; -1 when there is none. A
     * heading need not repeat what the title or the file's name said: "Open" in a document called "risks".
     */
    private int depth(Passage passage) {
        List<String> headings = passage.headings();
        if (headings.stream().anyMatch(Entries::isDone)) return -1;
        Set<String> seen = Stems.in(fileWords(passage.path()) + " " + passage.title());
        int depth = -1;
        for (int i = 0; i < headings.size(); i++) {
            Set<String> stems = Stems.in(headings.get(i));
            seen.addAll(stems);
            boolean all = seen.containsAll(qualifiers) && seen.stream().anyMatch(nouns::contains);
            boolean here = stems.stream().anyMatch(s -> nouns.contains(s) || qualifiers.contains(s));
            if (all && here) depth = i;
        }
        return depth;
    }

    private static String fileWords(String path) {
        return path.substring(path.lastIndexOf('/') + 1)
                .replace('-', ' ')
                .replace('_', ' ')
                .replace('.', ' ');
    }

    private static boolean isDone(String heading) {
        return Stems.in(heading).stream().anyMatch(DONE::contains);
    }

    /** What stands right under the heading of a divided section, or beside the section of a divided title, is no entry. */
    private boolean underHeading(Passage passage) {
        int depth = depth(passage);
        if (depth < 0) return false;
        boolean introduces = depth == passage.headings().size() - 1 && divided.contains(section(passage, depth));
        boolean beside = depth == 0 && passage.headings().size() > 1 && namedBelow.contains(passage.path());
        return !introduces && !beside;
    }

    private static String section(Passage passage, int depth) {
        return passage.path() + " " + String.join(" > ", passage.headings().subList(0, depth + 1));
    }

    private String group(Passage passage) {
        List<String> headings = passage.headings();
        boolean ownSection = depth(passage) < headings.size() - 1;
        String unit = passage.kind().equals("item") ? "item " + passage.index() : "block " + passage.block();
        return passage.path() + " " + (ownSection ? String.join(" > ", headings) : unit);
    }

    /** Tells whether the sentence itself speaks of what is listed, with its qualifiers. */
    private boolean says(Passage passage) {
        Set<String> stems = Stems.in(passage.text());
        boolean all = stems.containsAll(qualifiers) && stems.stream().anyMatch(nouns::contains);
        boolean underDone = passage.headings().stream().anyMatch(Entries::isDone);
        return all && !underDone && (qualifiers.isEmpty() || stems.stream().noneMatch(DONE::contains));
    }

    /** Tells whether another place says that what {@code passage} speaks of is over. Only asked for open things. */
    private boolean isDone(Passage passage) {
        if (qualifiers.stream().noneMatch(OPEN::contains)) return false;
        Set<String> own = content(passage);
        return passages.stream()
                .filter(p -> !p.at().equals(passage.at()) && over(p))
                .anyMatch(p -> {
                    Set<String> shared = content(p);
                    shared.retainAll(own);
                    return shared.size() >= SHARED_MIN && shared.size() >= SHARE_MIN * own.size();
                });
    }

    private boolean over(Passage passage) {
        Set<String> stems = Stems.in(passage.text());
        return stems.stream().anyMatch(DONE::contains) && stems.stream().anyMatch(nouns::contains);
    }

    private Set<String> content(Passage passage) {
        Set<String> content = Stems.in(passage.text());
        content.removeIf(s -> FunctionWords.is(s) || nouns.contains(s) || qualifiers.contains(s) || DONE.contains(s));
        return content;
    }
}
