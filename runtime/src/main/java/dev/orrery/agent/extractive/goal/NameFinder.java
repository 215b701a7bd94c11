package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.language.FunctionWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds names in a goal: those that the knowledge is known to have, in any spelling, and words that the goal writes with
 * a capital letter.
 */
public final class NameFinder {
    /** A name and where it stands. */
    public record Span(String name, int start, int end) {
        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }
    }

    /** One or more capitalised words in a row; "of" and "and" end a name, since goals list names with them. */
    private static final Pattern CAPITALS = Pattern.compile(
            "(?<![\\p{L}\\p{N}.])\\p{Lu}[\\p{L}\\p{N}.+#&-]*(?:\\s+\\p{Lu}[\\p{L}\\p{N}.+#&-]*)*(?![\\p{L}\\p{N}])");

    private final List<Pattern> known;

    private NameFinder(List<Pattern> known) {
        this.known = known;
    }

    /** Makes a finder that knows {@code spellings}. Longer ones win over shorter ones. */
    public static NameFinder knowing(Collection<String> spellings) {
        return new NameFinder(spellings.stream()
                .filter(s -> s.length() > 1)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(NameFinder::pattern)
                .toList());
    }

    /** Allows a space, hyphen, underscore or nothing wherever {@code spelling} has one of them or a change of case. */
    private static Pattern pattern(String spelling) {
        String[] parts = spelling.split("[\\s_-]+|(?<=\\p{Ll})(?=\\p{Lu})", -1);
        String joined = List.of(parts).stream()
                .filter(p -> !p.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s_-]?"));
        return Pattern.compile("(?<![\\p{L}\\p{N}_-])" + joined + "(?![\\p{L}\\p{N}_-])", Pattern.CASE_INSENSITIVE);
    }

    /** Returns the known names in {@code text}, in order, none overlapping another. */
    public List<Span> known(String text) {
        var spans = new ArrayList<Span>();
        for (Pattern name : known) {
            Matcher m = name.matcher(text);
            while (m.find()) add(spans, new Span(m.group(), m.start(), m.end()));
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return List.copyOf(spans);
    }

    /** Returns the known names and the capitalised words in {@code text}, in order, none overlapping another. */
    public List<Span> all(String text) {
        var spans = new ArrayList<>(known(text));
        Matcher m = CAPITALS.matcher(text);
        while (m.find()) {
            String name = m.group().replaceAll("[.&-]+$", "");
            if (!FunctionWords.is(name) && name.length() > 1) {
                add(spans, new Span(name, m.start(), m.start() + name.length()));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return List.copyOf(spans);
    }

    private static void add(List<Span> spans, Span span) {
        if (spans.stream().noneMatch(span::overlaps)) spans.add(span);
    }
}
