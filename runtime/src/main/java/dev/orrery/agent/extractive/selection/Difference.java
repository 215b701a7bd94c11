package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.quality.Quality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The difference between what two versions of some documents say: sentences that only one has, and sentences that both
 * have in other words. Sentences are compared as sets of words; order and punctuation do not count.
 */
public final class Difference {
    /** From this share of common words on, two sentences are one sentence in two wordings. */
    private static final double REWORDED_MIN = 0.6;

    private static final int WORDS_MIN = 4;

    private final List<String> names;
    private final Judge judge = new Judge(new Tagger());
    private final List<Statement> added = new ArrayList<>();
    private final List<Statement> removed = new ArrayList<>();
    private final List<Conflicts.Conflict> reworded = new ArrayList<>();

    private record Said(Passage passage, Set<String> words) {}

    /** Compares {@code before} with {@code after}, for a subject with these {@code names}. */
    public Difference(List<Passage> before, List<Passage> after, List<String> names) {
        this.names = List.copyOf(names);
        Map<Set<String>, Said> old = byWords(before);
        Map<Set<String>, Said> now = byWords(after);
        var taken = new HashSet<Set<String>>();
        var byWord = index(old);
        for (Said said : now.values()) {
            if (old.containsKey(said.words())) continue;
            Optional<Said> like = nearest(said, byWord, now.keySet(), taken);
            if (like.isPresent()) {
                taken.add(like.get().words());
                pair(like.get(), said);
            } else {
                keep(said, added);
            }
        }
        for (Said said : old.values()) {
            if (!now.containsKey(said.words()) && !taken.contains(said.words())) keep(said, removed);
        }
        added.sort(Comparator.comparingDouble(Statement::score).reversed());
        removed.sort(Comparator.comparingDouble(Statement::score).reversed());
    }

    private static Map<Set<String>, Said> byWords(List<Passage> passages) {
        var byWords = new LinkedHashMap<Set<String>, Said>();
        for (Passage passage : passages) {
            if (passage.kind().equals("heading") || passage.kind().equals("row")) continue;
            var words = new HashSet<>(Tokens.of(passage.text()));
            if (words.size() >= WORDS_MIN) byWords.putIfAbsent(words, new Said(passage, words));
        }
        return byWords;
    }

    private static Map<String, List<Said>> index(Map<Set<String>, Said> sentences) {
        var byWord = new HashMap<String, List<Said>>();
        for (Said said : sentences.values()) {
            for (String word : said.words())
                byWord.computeIfAbsent(word, k -> new ArrayList<>()).add(said);
        }
        return byWord;
    }

    /** Returns the old sentence that shares most with {@code said}, unless it still stands or is paired already. */
    private static Optional<Said> nearest(
            Said said, Map<String, List<Said>> old, Set<Set<String>> now, Set<Set<String>> taken) {
        var shared = new LinkedHashMap<Said, Integer>();
        for (String word : said.words()) {
            for (Said other : old.getOrDefault(word, List.of())) shared.merge(other, 1, Integer::sum);
        }
        Optional<Said> best = Optional.empty();
        double most = REWORDED_MIN;
        for (var entry : shared.entrySet()) {
            Set<String> words = entry.getKey().words();
            double share =
                    entry.getValue() / (double) (words.size() + said.words().size() - entry.getValue());
            if (share >= most && !now.contains(words) && !taken.contains(words)) {
                best = Optional.of(entry.getKey());
                most = share;
            }
        }
        return best;
    }

    private void keep(Said said, List<Statement> statements) {
        double score = score(said.passage());
        if (score >= Quality.FAIR) statements.add(Statement.of(said.passage(), score));
    }

    private void pair(Said before, Said after) {
        double first = score(before.passage());
        double second = score(after.passage());
        if (Math.min(first, second) < Quality.LISTED) return;
        reworded.add(new Conflicts.Conflict(
                "reworded", Statement.of(before.passage(), first), Statement.of(after.passage(), second)));
    }

    private double score(Passage passage) {
        return judge.judge(passage.text(), passage.setting(names)).score();
    }

    /** Returns what only the later version says, the best first. */
    public List<Statement> added() {
        return List.copyOf(added);
    }

    /** Returns what only the earlier version says, the best first. */
    public List<Statement> removed() {
        return List.copyOf(removed);
    }

    /** Returns what both say in other words: the earlier wording, then the later. */
    public List<Conflicts.Conflict> reworded() {
        return List.copyOf(reworded);
    }
}
