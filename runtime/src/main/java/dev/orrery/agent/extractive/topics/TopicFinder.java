package dev.orrery.agent.extractive.topics;

import dev.orrery.agent.extractive.language.Nouns;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.language.Word;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.quality.Quality;
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
    public static final int TOPICS_MAX = 6;

    /** How many terms are searched for; some turn out to be no topics. */
    public static final int CANDIDATES_MAX = 16;

    /** In how many subjects a term is searched for; what these share, the others mostly share, too. */
    public static final int SUBJECTS_MAX = 4;

    /** How many sentences are looked at to tell whether a term is a noun. */
    private static final int SENTENCES_MAX = 12;

    /** The share of its uses that must be nouns. */
    private static final double NOUN_MIN = 0.7;

    /** A term in more than this share of a large subject's passages is what everything there is about. */
    private static final double SHARE_MAX = 0.01;

    /** Below this, a subject is too small for shares of its passages to mean anything. */
    private static final int PASSAGES_MIN = 1000;

    private final List<Subject> subjects;
    private final HeadingTerms terms;
    private final List<Term> candidates;
    private final Tagger tagger = new Tagger();
    private final Judge judge = new Judge(tagger);

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
            return share > SHARE_MAX ? Math.pow(SHARE_MAX / share, 0.3) : 1;
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
     * Returns the topics among the candidates, the best first.
     *
     * @param found what the searches gave: by candidate, one for each of {@link #searched}
     */
    public List<String> topics(Map<String, List<Found>> found) {
        var topics = new ArrayList<String>();
        var stems = new HashSet<String>();
        for (Term term : ranked(found)) {
            if (topics.size() == TOPICS_MAX) break;
            String name = term.spelling();
            Set<String> own = Stems.in(name);
            boolean near = own.stream().anyMatch(s -> stems.stream().anyMatch(t -> Stems.related(s, t)));
            List<Found> hits = found.getOrDefault(name, List.of());
            if (near || !noun(name, hits, term.titled()) || !answered(own, hits)) continue;
            topics.add(name);
            stems.addAll(own);
        }
        return topics;
    }

    private List<Term> ranked(Map<String, List<Found>> found) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(
                        t -> -terms.score(t) * spread(found.getOrDefault(t.spelling(), List.of()))))
                .toList();
    }

    private static double spread(List<Found> hits) {
        return hits.stream().mapToDouble(Found::everywhere).min().orElse(1);
    }

    /**
     * Tells whether the term is a noun: because it titles pages of every subject, or because it is mostly used as one. One
     * that titles pages of two may be used as a verb as often.
     */
    private boolean noun(String name, List<Found> found, int titled) {
        if (titled == subjects.size() && subjects.size() > 1) return true;
        int nouns = 0;
        int uses = 0;
        for (Passage passage :
                found.stream().flatMap(f -> f.passages().stream()).toList()) {
            if (uses >= SENTENCES_MAX) break;
            List<Word> words = tagger.words(passage.text());
            for (int i = 0; i < words.size(); i++) {
                if (!used(name, words, i)) continue;
                uses++;
                if (words.get(i).nominal()) nouns++;
            }
        }
        boolean titles = titled >= Math.min(2, subjects.size());
        return uses == 0 ? titles : nouns >= NOUN_MIN * uses || titles && nouns * 2 >= uses;
    }

    /** Tells whether the term ends at {@code i}: all its words stand there, in the singular or plural. */
    private static boolean used(String name, List<Word> words, int i) {
        String[] parts = name.split(" ", -1);
        for (int k = 0; k < parts.length; k++) {
            int at = i - parts.length + 1 + k;
            if (at < 0 || !Nouns.singular(words.get(at).lower()).equals(Nouns.singular(parts[k]))) return false;
        }
        return true;
    }

    /** Tells whether at least two subjects, or the only one, say something quotable about the term. */
    private boolean answered(Set<String> stems, List<Found> found) {
        List<Subject> searched = searched();
        int answered = 0;
        for (int i = 0; i < Math.min(found.size(), searched.size()); i++) {
            Subject subject = searched.get(i);
            if (found.get(i).passages().stream().anyMatch(p -> good(p, stems, subject))) answered++;
        }
        return answered >= Math.min(2, searched.size());
    }

    private boolean good(Passage passage, Set<String> stems, Subject subject) {
        Set<String> said = Stems.in(passage.text() + " " + passage.heading() + " " + passage.title());
        boolean about = stems.stream().allMatch(s -> said.stream().anyMatch(t -> Stems.related(s, t)));
        return about
                && judge.judge(passage.text(), passage.setting(subject.names())).score() >= Quality.FAIR;
    }
}
