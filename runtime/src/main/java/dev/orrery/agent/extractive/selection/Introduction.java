package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.quality.Quality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds sentences that say what a subject does, has or needs: its name comes first, then a verb. Where nobody said what a
 * report is to cover, these tell a reader more than any topic, and they stand alone. Belongs to one thread.
 */
public final class Introduction {
    /** "NAME and …", "NAME in …" speak of more, or of less, than the subject; "NAME is a …" is its definition. */
    private static final String NO_VERB =
            "is|are|was|were|has been|and|or|in|on|for|with|by|of|from|to|at|as|that|which|who";

    /** What each folder on the way down takes off: the higher a page, the more it speaks of the whole. */
    private static final double DEPTH = 0.03;

    private static final double EARLY = 0.06;
    private static final double FRONT = 0.15;
    private static final int EARLY_BLOCKS = 4;

    /** Numbers and names of others make a sentence more informative than another "NAME supports …". */
    private static final double INFORMATIVE = 0.04;

    private static final int INFORMATIVE_MAX = 3;

    /** With fewer sentences that begin with the name, those are taken that have it elsewhere. */
    private static final int FEW = 2;

    private static final double ELSEWHERE = -0.3;
    private static final double OLD_VERSION = -0.3;

    /** "The NAME console" is a part of the subject; it may also be how the whole is called. */
    private static final double PART = -0.1;

    /** What is required is mostly required for one way of using the subject, which stands in a heading. */
    private static final Pattern REQUIRES = Pattern.compile("\\b(?:requires?|needs?)\\b");

    private static final Pattern TELLING = Pattern.compile("\\d+|(?<=[\\p{L},] )\\p{Lu}[\\p{L}\\p{N}]+");

    private final List<String> names;
    private final Predicate<String> front;
    private final Pattern opening;
    private final Judge judge = new Judge(new Tagger());

    private record Found(Passage passage, double quality, double score) {}

    /**
     * Makes one.
     *
     * @param names the spellings of the subject's name, at least one
     * @param front tells pages that introduce the subject, by their path
     */
    public Introduction(List<String> names, Predicate<String> front) {
        this.front = front;
        this.names = List.copyOf(names);
        String any = String.join("|", names.stream().map(Pattern::quote).toList());
        this.opening = Pattern.compile("(?i)^(?:the )?(?:" + any
                + ")(?<part>(?: (?-i:\\p{Lu}[\\p{L}\\p{N}]*)){0,2}) (?!(?:" + NO_VERB + ")\\b)(?-i:\\p{Ll}+) ");
    }

    /**
     * Returns the best such sentences, the best first.
     *
     * @param passages what to choose from, all about the subject
     * @param said sentences that stand elsewhere; what is like one of them is left out
     * @param most how many at most
     */
    public List<Statement> best(List<Passage> passages, Collection<String> said, int most) {
        Versions versions = Versions.of(passages);
        List<Found> found = found(passages, versions, true);
        if (found.size() < FEW) found.addAll(found(passages, versions, false));
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        return unlike(found, said, most);
    }

    private List<Found> found(List<Passage> passages, Versions versions, boolean opens) {
        var found = new ArrayList<Found>();
        for (Passage passage : passages) {
            if (passage.kind().equals("heading") || passage.kind().equals("cell")) continue;
            Matcher opening = this.opening.matcher(passage.text());
            if (opening.find() != opens || !Particulars.named(passage.text(), names)) continue;
            Quality judged = judge.judge(passage.text(), passage.setting(names));
            if (REQUIRES.matcher(passage.text()).find()) continue;
            if (judged.score() < Quality.GOOD || !Unasked.worthwhile(passage, judged, names)) continue;
            double age = versions.isOld(passage) ? OLD_VERSION : 0;
            double form = opens ? (opening.group("part").isEmpty() ? 0 : PART) : ELSEWHERE;
            double score = judged.score() + place(passage) + told(passage.text()) + age + form;
            found.add(new Found(passage, judged.score(), score));
        }
        return found;
    }

    private double place(Passage passage) {
        double depth = DEPTH * passage.path().chars().filter(c -> c == '/').count();
        boolean early = passage.block() >= 0 && passage.block() < EARLY_BLOCKS;
        double introduces = front.test(passage.path()) ? FRONT : 0;
        return introduces + (early ? EARLY : 0) - depth;
    }

    private static double told(String text) {
        long telling = TELLING.matcher(text).results().limit(INFORMATIVE_MAX).count();
        return INFORMATIVE * telling;
    }

    private List<Statement> unlike(List<Found> found, Collection<String> said, int most) {
        Set<String> own = new HashSet<>();
        names.forEach(n -> own.addAll(Stems.in(n)));
        var taken = new ArrayList<List<String>>();
        said.forEach(s -> taken.add(stems(s, own)));
        var chosen = new ArrayList<Statement>();
        for (Found f : found) {
            List<String> stems = stems(f.passage().text(), own);
            if (chosen.size() == most) break;
            if (taken.stream().anyMatch(t -> Likeness.of(stems, t) >= Likeness.AKIN)) continue;
            taken.add(stems);
            chosen.add(Statement.of(f.passage(), f.quality()));
        }
        return chosen;
    }

    private static List<String> stems(String text, Set<String> own) {
        return Tokens.of(text).stream()
                .map(Stems::of)
                .filter(s -> !own.contains(s))
                .toList();
    }
}
