package dev.orrery.agent.extractive.topics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How often a term stands in the headings of each subject. Mutable while headings are counted. */
final class Term {
    private static final int TITLES_MAX = 6;
    private static final int HEADINGS_MAX = 8;

    final String text;
    private final Map<String, Integer> spellings = new HashMap<>();
    private final Map<String, Set<String>> titles = new HashMap<>();
    private final Map<String, Set<String>> wholes = new HashMap<>();
    private final Map<String, Set<String>> files = new HashMap<>();
    private final Set<String> pages = new HashSet<>();

    Term(String text) {
        this.text = text;
    }

    void inTitle(String subject, String file) {
        titles.computeIfAbsent(subject, _ -> new HashSet<>()).add(file);
    }

    boolean titles(String subject, String file) {
        return titles.getOrDefault(subject, Set.of()).contains(file);
    }

    void whole(String subject, String file) {
        wholes.computeIfAbsent(subject, _ -> new HashSet<>()).add(file);
    }

    /** Takes account of a page of {@code subject} that has the term alone for its title or its file's name. */
    void page(String subject) {
        pages.add(subject);
    }

    /** Returns how many subjects give it a page of its own. */
    int pages() {
        return pages.size();
    }

    /** Returns in how many files of all subjects it stands in a heading. */
    int files() {
        return files.values().stream().mapToInt(Set::size).sum();
    }

    void inHeading(String subject, String file, String spelling) {
        files.computeIfAbsent(subject, _ -> new HashSet<>()).add(file);
        spellings.merge(spelling, 1, Integer::sum);
    }

    /** Returns how many subjects have it in a heading. */
    int subjects() {
        return files.size();
    }

    /** Returns how many subjects have it in a title. */
    int titled() {
        return titles.size();
    }

    /** Returns in how many files of {@code subject} it stands in a heading. */
    int files(String subject) {
        return files.getOrDefault(subject, Set.of()).size();
    }

    /** Returns the spelling that is met most often; of equals, the first in the alphabet. */
    String spelling() {
        return spellings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(text);
    }

    /** Returns how much the headings of {@code subject} make of it. A title weighs most, then a heading of its own. */
    double weight(String subject) {
        int inTitles =
                Math.min(TITLES_MAX, titles.getOrDefault(subject, Set.of()).size());
        int alone = Math.min(TITLES_MAX, wholes.getOrDefault(subject, Set.of()).size());
        int within = Math.min(HEADINGS_MAX, files(subject));
        return Math.log(1.25 + 2.2 * inTitles + 1.6 * alone + 0.5 * within);
    }
}
