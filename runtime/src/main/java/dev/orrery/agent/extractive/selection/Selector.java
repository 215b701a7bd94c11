package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.quality.Quality;
import dev.orrery.agent.extractive.task.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the statements on each topic out of what the searches found. A statement is given once, to the topic that
 * asks first. Belongs to one thread.
 */
public final class Selector {
    /**
     * A score at which a strict reader accepts five statements of six; only the first statement of a topic may be below.
     * Found on 350 sentences about software and about working conditions that were judged by hand.
     */
    private static final double STRONG = 1.7;

    /** How far below the best statement of a topic the others may be. */
    private static final double SPREAD = 0.95;

    /** Judging costs about a millisecond a sentence; what fits worse than so many others is not looked at. */
    private static final int JUDGED_MAX = 120;

    private static final double QUALITY_WEIGHT = 3;
    private static final double LIKENESS_WEIGHT = 1.4;
    private static final double OLD_VERSION = -0.7;

    /** A sentence that names its subject is surely about it, and is understood without what stands around it. */
    private static final double NAMED = 0.15;

    /**
     * Nobody waits for a topic that the documents brought up, so it gets few statements, and more than one only when they are
     * surely good; those that name their subject are refused less often than others. Set by eye on some 70 statements of four
     * folders that one reader judged: above {@link #DISCOVERED_STRONG} few were refused, below 2 about half.
     */
    private static final int DISCOVERED_MAX = 3;

    private static final double DISCOVERED_NAMED = 0.5;
    private static final int OPENING_WORDS = 5;
    private static final double NAMED_LATE = 0.6;

    /** What a sentence loses that has the topic's word only within a name: "Windows Server" is no statement on servers. */
    private static final double WITHIN_NAME = -0.8;

    private static final double DISCOVERED_STRONG = 2.3;

    /**
     * The scores from which a statement may be the only one of a discovered topic. What does not name its subject was mostly
     * refused by strict readers, however well it fits.
     */
    private static final double SURE_NAMED = 1.7;

    private static final double SURE = 2.6;

    /** How good a statement must be on a topic that the documents brought up. */
    public enum Strictness {
        /** So good that nobody would miss a poorer one. */
        SURE,
        /** As good as one on a topic that somebody asked for. */
        USUAL
    }

    private record Matched(Reading reading, Fit fit) {}

    private final Strictness strictness;
    private final Judge judge = new Judge(new Tagger());
    private final Map<Passage, Quality> judged = new HashMap<>();
    private final List<Reading> readings;
    private final List<String> names;
    private final Evidence evidence;
    private final Versions versions;
    private final List<Candidate> used = new ArrayList<>();
    private final Set<String> usedTexts = new HashSet<>();

    /**
     * Makes a selector.
     *
     * @param passages what to choose from
     * @param evidence what was searched, for knowing how rare words are
     * @param names the spellings of the subject's name; empty when there is no subject
     * @param strictness how good statements on discovered topics must be
     */
    public Selector(List<Passage> passages, Evidence evidence, List<String> names, Strictness strictness) {
        this.strictness = strictness;
        this.evidence = evidence;
        this.names = List.copyOf(names);
        Set<String> own = names.stream().flatMap(n -> Stems.in(n).stream()).collect(Collectors.toSet());
        var tables = new Tables(passages, names);
        this.readings = passages.stream()
                .filter(p -> !p.kind().equals("heading") && !p.kind().equals("row") && !tables.ofAnother(p))
                .map(p -> Reading.of(p, own))
                .toList();
        this.versions = Versions.of(passages);
    }

    /** Returns at most {@code most} statements on {@code topic}, the best first; none when nothing is good enough. */
    public List<Statement> select(Topic topic, int most) {
        List<Candidate> candidates = candidates(topic);
        if (topic.discovered() && strictness == Strictness.SURE) {
            List<Candidate> sure =
                    candidates.stream().filter(c -> sure(c, topic)).toList();
            return taken(choose(sure, Math.min(DISCOVERED_MAX, most), DISCOVERED_STRONG));
        }
        int some = topic.discovered() ? Math.min(most, DISCOVERED_MAX) : most;
        for (Floor floor : Floor.values()) {
            List<Candidate> fitting = candidates.stream()
                    .filter(floor::holds)
                    .filter(c -> !topic.discovered() || !c.passage().kind().equals("cell"))
                    .toList();
            List<Candidate> chosen = choose(fitting, Math.min(some, floor.most()), STRONG);
            if (!chosen.isEmpty()) return taken(chosen);
        }
        return List.of();
    }

    /** Tells whether a statement is good enough for a topic that nobody asked for, which may as well stay empty. */
    private boolean sure(Candidate candidate, Topic topic) {
        Passage passage = candidate.passage();
        if (!Floor.GOOD.holds(candidate) || passage.kind().equals("cell")) return false;
        if (!Unasked.says(topic.words(), passage.text()) || !candidate.fit().rarestAbove()) return false;
        if (NameParts.only(topic.name(), passage.text(), names)) return false;
        double least = Particulars.named(passage.text(), names) ? SURE_NAMED : SURE;
        return candidate.score() >= least && Unasked.worthwhile(passage, candidate.quality(), names);
    }

    private List<Statement> taken(List<Candidate> chosen) {
        used.addAll(chosen);
        chosen.forEach(c -> usedTexts.add(c.passage().text()));
        return chosen.stream()
                .map(c -> Statement.of(c.passage(), c.quality().score()))
                .toList();
    }

    List<Candidate> candidates(Topic topic) {
        Terms terms = Terms.of(topic, names, evidence);
        if (terms.isEmpty()) return List.of();
        return readings.stream()
                .filter(r -> !usedTexts.contains(r.passage().text()))
                .map(r -> new Matched(r, Fit.of(terms, r)))
                .filter(m -> Floor.LAST.fits(m.fit()))
                .sorted(Comparator.comparingDouble((Matched m) -> m.fit().score())
                        .reversed())
                .limit(JUDGED_MAX)
                .map(m -> candidate(m, terms, topic))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
    }

    /** Returns what {@code text} gains by naming its subject; less when it speaks of something else first. */
    private double named(String text, double most) {
        if (!Particulars.named(text, names)) return 0;
        String opening = Tokens.of(text).stream().limit(OPENING_WORDS).collect(Collectors.joining(" "));
        return Particulars.named(opening, names) ? most : most * NAMED_LATE;
    }

    private Candidate candidate(Matched matched, Terms terms, Topic topic) {
        Reading reading = matched.reading();
        Fit fit = matched.fit();
        Quality quality = judged.computeIfAbsent(reading.passage(), p -> judge.judge(p.text(), p.setting(names)));
        double age = versions.isOld(reading.passage()) ? OLD_VERSION : 0;
        Scope scope = Scope.of(reading.passage(), terms, names);
        double score = fit.score() + QUALITY_WEIGHT * (quality.score() - Quality.GOOD) + age + scope.weight();
        score += named(reading.passage().text(), topic.discovered() ? DISCOVERED_NAMED : NAMED);
        if (topic.discovered() && NameParts.only(topic.name(), reading.passage().text(), names)) score += WITHIN_NAME;
        return new Candidate(reading, fit, quality, scope, score);
    }

    private List<Candidate> choose(List<Candidate> candidates, int most, double strong) {
        var chosen = new ArrayList<Candidate>();
        var left = new ArrayList<>(candidates);
        while (chosen.size() < most && !left.isEmpty()) {
            Candidate best = left.getFirst();
            double bestWorth = worth(best, chosen);
            for (Candidate c : left) {
                double worth = worth(c, chosen);
                if (worth > bestWorth) {
                    best = c;
                    bestWorth = worth;
                }
            }
            left.remove(best);
            if (!chosen.isEmpty()
                    && (best.score() < strong || bestWorth < chosen.getFirst().score() - SPREAD)) break;
            if (repeats(best, chosen)) continue;
            chosen.add(best);
        }
        return chosen;
    }

    private double worth(Candidate candidate, List<Candidate> chosen) {
        double nearest = 0;
        for (Candidate other : chosen) {
            nearest = Math.max(
                    nearest,
                    Likeness.of(candidate.reading().stems(), other.reading().stems()));
        }
        return candidate.score() - LIKENESS_WEIGHT * nearest * nearest;
    }

    private boolean repeats(Candidate candidate, List<Candidate> chosen) {
        for (List<Candidate> others : List.of(chosen, used)) {
            for (Candidate other : others) {
                if (Likeness.of(candidate.reading().stems(), other.reading().stems()) >= Likeness.SAME) return true;
            }
        }
        return false;
    }
}
