package dev.orrery.agent.extractive.topics;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.task.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds topics that the documents of several subjects share. Belongs to one thread. */
public final class TopicFinder {
    /** The most topics that are found. */
    public static final int TOPICS_MAX = 4;

    /** So many topics are taken even when only the first of them is a good one. */
    private static final int TOPICS_MIN = 3;

    /** How far behind the best topic the others may be. */
    private static final double WORTH_MIN = 0.3;

    /** How many terms are searched for; some turn out to be no topics. */
    public static final int CANDIDATES_MAX = 28;

    /** In how many subjects a term is searched for; what these share, the others mostly share, too. */
    public static final int SUBJECTS_MAX = 4;

    /** The share of its uses that must be nouns. */
    private static final double NOUN_MIN = 0.7;

    /** A term in more than this share of a large subject's passages is what everything there is about. */
    private static final double SHARE_MAX = 0.02;

    /** Below this, a subject is too small for shares of its passages to mean anything. */
    private static final int PASSAGES_MIN = 1000;

    /** How many of the best hits of a search show how a term is written. */
    private static final int READ_MAX = 8;

    /** What somebody's name weighs as a topic: what is said under it is mostly said of somebody else. */
    private static final double NAME_WEIGHT = 0.1;

    private static final double LETTERS_WEIGHT = 0.6;

    /** What a term weighs that no page is about, and that is only used everywhere. */
    private static final double SCATTERED = 0.4;

    private final List<Subject> subjects;
    private final HeadingTerms terms;
    private final List<Term> candidates;
    private final Tagger tagger = new Tagger();
    private final Answers answers = new Answers(new Judge(tagger));

    /**
     * What a search for a term below one subject gave.
     *
     * @param passages the best hits
     * @param matches how many passages match in all
     * @param total how many passages the subject has
     */
    public record Found(List<Passage> passages, long matches, long total) {
        public Found {
            passages = List.copyOf(passages);
        }

        /** Returns how much a term weighs less for being everywhere. */
        double everywhere() {
            double share = total < PASSAGES_MIN ? 0 : matches / (double) total;
            return share > SHARE_MAX ? Math.pow(SHARE_MAX / share, 0.2) : 1;
        }
    }

    /** Makes a finder for {@code subjects}, whose files are in {@code outline}. */
    public TopicFinder(List<Subject> subjects, Outline outline) {
        this.subjects = List.copyOf(subjects);
        Map<String, List<Outline.File>> files = new LinkedHashMap<>();
        var names = new HashSet<String>();
        for (Subject subject : subjects) {
            files.put(
                    subject.key(),
                    outline.files().stream()
                            .filter(f -> subject.holds(f.path()))
                            .toList());
            for (String name : subject.names()) {
                names.addAll(List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
            }
        }
        this.terms = new HeadingTerms(files, new HeadingWords(names));
        this.candidates = terms.best(CANDIDATES_MAX);
    }

    /** Returns the terms to search for, in the order of how promising they are. */
    public List<String> candidates() {
        return candidates.stream().map(Term::spelling).distinct().toList();
    }

    /** Returns the subjects below each of which every candidate is to be searched for. */
    public List<Subject> searched() {
        return subjects.stream().limit(SUBJECTS_MAX).toList();
    }

    /**
     * Returns the topics among the candidates, the best first, each as the documents write it.
     *
     * @param found what the searches gave: by candidate, one for each of {@link #searched}
     */
    public List<String> topics(Map<String, List<Found>> found) {
        var topics = new ArrayList<String>();
        List<Rated> all = rated(found);
        double best = all.isEmpty() ? 0 : all.getFirst().worth();
        for (Rated rated : all) {
            if (topics.size() == TOPICS_MAX) break;
            if (topics.size() >= TOPICS_MIN && rated.worth() < WORTH_MIN * best) break;
            String name = rated.written().spelling();
            if (topics.stream().noneMatch(t -> Alike.are(t, name))) topics.add(name);
        }
        return topics;
    }

    private record Rated(Term term, Written written, double worth) {}

    private List<Rated> rated(Map<String, List<Found>> found) {
        var rated = new ArrayList<Rated>();
        for (Term term : candidates) {
            List<Found> hits = found.getOrDefault(term.spelling(), List.of());
            Written written = written(term, hits);
            if (!noun(written, term.titled())) continue;
            double answered = answered(Stems.in(term.spelling()), hits);
            if (answered == 0) continue;
            double weight = switch (written.capitals()) {
                case NONE -> 1;
                case NAME -> NAME_WEIGHT;
                case LETTERS -> LETTERS_WEIGHT;
            };
            double focus = SCATTERED + (1 - SCATTERED) * concentration(term, hits);
            double worth = Math.sqrt(terms.score(term)) * answered * weight * spread(hits) * focus;
            rated.add(new Rated(term, written, worth));
        }
        rated.sort(Comparator.comparingDouble(r -> -r.worth()));
        return rated;
    }

    private Written written(Term term, List<Found> hits) {
        var written = new Written(term.spelling());
        for (Found found : hits) {
            found.passages().stream().limit(READ_MAX).forEach(p -> written.read(tagger.words(p.text())));
        }
        return written;
    }

    /** Returns the mean share of what is said of the term that may stand on pages about it, 0 to 1. */
    private double concentration(Term term, List<Found> hits) {
        double sum = 0;
        for (int i = 0; i < hits.size(); i++) {
            long under = terms.passagesUnder(term, searched().get(i).key());
            sum += Math.min(1, under / (double) Math.max(1, hits.get(i).matches()));
        }
        return hits.isEmpty() ? 0 : sum / hits.size();
    }

    private static double spread(List<Found> hits) {
        return hits.stream().mapToDouble(Found::everywhere).min().orElse(1);
    }

    /**
     * Tells whether the term is a noun: because it is mostly used as one, or because it titles pages and is used as a verb
     * as often.
     */
    private boolean noun(Written written, int titled) {
        boolean titles = titled >= Math.min(2, subjects.size());
        if (written.uses() == 0) return titles;
        if (titled == subjects.size() && subjects.size() > 1) return written.modifiers() < 0.5;
        return written.nouns() >= NOUN_MIN || titles && written.nouns() >= 0.5;
    }

    /**
     * Returns how well the subjects answer the term; 0 when fewer than two do, or the only one. The weakest counts as much as
     * the mean: what is quoted of a subject that has little to say is mostly beside the point.
     */
    private double answered(Set<String> stems, List<Found> found) {
        List<Subject> searched = searched();
        double product = 1;
        double weakest = 1;
        int answering = 0;
        int asked = Math.min(found.size(), searched.size());
        for (int i = 0; i < asked; i++) {
            double answered = answers.of(stems, found.get(i).passages(), searched.get(i));
            if (answered > Answers.SILENCE) answering++;
            product *= answered;
            weakest = Math.min(weakest, answered);
        }
        if (answering < Math.min(2, searched.size())) return 0;
        return Math.sqrt(weakest * Math.pow(product, 1.0 / Math.max(1, asked)));
    }
}
