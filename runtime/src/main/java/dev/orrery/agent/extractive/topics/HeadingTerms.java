package dev.orrery.agent.extractive.topics;

import dev.orrery.agent.extractive.language.Commonness;
import dev.orrery.agent.extractive.quality.SideDocuments;
import dev.orrery.agent.extractive.selection.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks the terms that the headings of several subjects share. */
final class HeadingTerms {
    /** A term in more than this share of a subject's files is what they all are about, not a topic among others. */
    private static final double SHARE_MAX = 0.2;

    /** A word that stands in a pair of words at least this often is no topic of its own. */
    private static final double WITHIN_MIN = 0.6;

    /** What a page of its own in one more subject adds to a term's score: nothing tells better what authors find worth telling. */
    private static final double PAGE_WEIGHT = 0.5;

    /** A subject with fewer pages has no heading twice. */
    private static final int SMALL = 12;

    /** Words more common than this tell little. */
    private static final double COMMON_RANK = 1500;

    private final Map<String, List<Outline.File>> subjects;
    private final HeadingWords words;
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, Term> commonestPair = new HashMap<>();

    HeadingTerms(Map<String, List<Outline.File>> subjects, HeadingWords words) {
        this.subjects = subjects;
        this.words = words;
        subjects.forEach(
                (subject, files) -> files.stream().filter(f -> !aside(f)).forEach(f -> count(subject, f)));
        for (Term term : terms.values()) {
            if (term.text.indexOf(' ') < 0) continue;
            for (String word : term.text.split(" ", -1)) {
                commonestPair.merge(word, term, (a, b) -> a.files() >= b.files() ? a : b);
            }
        }
    }

    /** A tutorial is no place for quotations, but its title says what its readers want to know. */
    private static boolean aside(Outline.File file) {
        return SideDocuments.isOne(file.path().replaceAll("tutorials?", ""));
    }

    private void count(String subject, Outline.File file) {
        for (String title : List.of(file.title(), file.name())) {
            words.terms(title).forEach((term, spelling) -> {
                term(term).inTitle(subject, file.path());
                term(term).inHeading(subject, file.path(), spelling);
            });
            String whole = words.whole(title);
            if (terms.containsKey(whole)) term(whole).page(subject);
        }
        var headings = new ArrayList<>(file.headings());
        headings.add(file.title());
        for (String path : headings) {
            String heading = path.substring(path.lastIndexOf('›') + 1).strip();
            words.terms(heading).forEach((term, spelling) -> term(term).inHeading(subject, file.path(), spelling));
            String whole = words.whole(heading);
            if (terms.containsKey(whole)) term(whole).whole(subject, file.path());
        }
    }

    private Term term(String text) {
        return terms.computeIfAbsent(text, Term::new);
    }

    /** Returns the best terms, at most {@code max}, the best first. */
    List<Term> best(int max) {
        int subjectsMin = Math.min(2, subjects.size());
        return terms.values().stream()
                .filter(t -> t.subjects() >= subjectsMin)
                .filter(t -> subjects.size() > 1 || repeated(t))
                .filter(t -> !coveredByOther(t))
                .sorted(Comparator.comparingDouble((Term t) -> -score(t)).thenComparing(t -> t.text))
                .limit(max)
                .toList();
    }

    /**
     * Tells whether another term says it better: "environment" stands mostly in "environment variables", and "engineer
     * onboarding" is one of many kinds of onboarding.
     */
    private boolean coveredByOther(Term term) {
        String head = term.text.substring(term.text.lastIndexOf(' ') + 1);
        if (!head.equals(term.text)) return terms.containsKey(head) && !within(terms.get(head), term);
        Term pair = commonestPair.get(term.text);
        return pair != null && within(term, pair);
    }

    private static boolean within(Term word, Term pair) {
        return pair.files() >= WITHIN_MIN * word.files();
    }

    /** Of a single subject, what more than one page has in its headings; of a small one, any of its headings. */
    private boolean repeated(Term term) {
        var only = subjects.entrySet().iterator().next();
        return only.getValue().size() < SMALL || term.files(only.getKey()) > 1;
    }

    /** The geometric mean over the subjects, times how specific the term is and how evenly it is spread. */
    double score(Term term) {
        double product = 1;
        double share = 0;
        for (var subject : subjects.entrySet()) {
            product *= term.weight(subject.getKey());
            share = Math.max(
                    share,
                    term.files(subject.getKey())
                            / (double) Math.max(1, subject.getValue().size()));
        }
        double mean = Math.pow(product, 1.0 / subjects.size());
        // A folder of a dozen files has most topics in one or two of them, which is no large share.
        double everywhere = share > SHARE_MAX && manyFiles() ? Math.pow(SHARE_MAX / share, 0.8) : 1;
        double all = term.subjects() == subjects.size() ? 1.25 : 1;
        return mean
                * specificity(term.text)
                * everywhere
                * all
                * (1 + 0.25 * term.titled() + PAGE_WEIGHT * term.pages());
    }

    /** Returns how many passages of {@code subject} stand on pages that have the term in their title or name. */
    long passagesUnder(Term term, String subject) {
        return subjects.getOrDefault(subject, List.of()).stream()
                .filter(f -> term.titles(subject, f.path()))
                .mapToLong(Outline.File::passages)
                .sum();
    }

    private boolean manyFiles() {
        return subjects.values().stream().anyMatch(f -> f.size() > 30);
    }

    private static double specificity(String term) {
        String[] words = term.split(" ", -1);
        double rank = 0;
        for (String word : words) rank += Math.log(Math.max(1, Commonness.rank(word)) / COMMON_RANK) / words.length;
        double specificity = 0.5 + 0.35 * Math.min(rank, 2) + (words.length > 1 ? 0.3 : 0);
        return Math.max(0.05, specificity);
    }
}
