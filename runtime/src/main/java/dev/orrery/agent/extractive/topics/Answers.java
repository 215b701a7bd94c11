package dev.orrery.agent.extractive.topics;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.quality.Quality;
import dev.orrery.agent.extractive.selection.Particulars;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.selection.Unasked;
import dev.orrery.agent.extractive.task.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How well the documents of a subject answer a term: whether they have sentences on it that would be worth quoting. A term
 * may stand in many headings and yet be no topic, because what is said below them are steps or generalities.
 */
final class Answers {
    /** So many good sentences make a section; more do not make a better one. */
    private static final int ENOUGH = 3;

    /** What a subject without any answer still counts, so that one silent subject of three does not rule a topic out. */
    private static final double SILENT = 0.2;

    /** What {@link #of} returns where there is no answer. */
    static final double SILENCE = SILENT / (SILENT + ENOUGH);

    /** Judging costs about a millisecond a sentence. */
    private static final int JUDGED_MAX = 12;

    /** What a sentence counts that will not be quoted, but shows that there is something to say. */
    private static final double UNWELCOME = 0.05;

    private final Judge judge;

    Answers(Judge judge) {
        this.judge = judge;
    }

    /** Returns how well {@code passages} of {@code subject} answer the term of these {@code stems}: 0.06 to 1. */
    double of(Set<String> stems, List<Passage> passages, Subject subject) {
        var best = new ArrayList<Double>();
        passages.stream()
                .filter(p -> !p.kind().equals("heading") && !p.kind().equals("row"))
                .filter(p -> about(stems, p))
                .limit(JUDGED_MAX)
                .forEach(p -> best.add(worth(stems, p, subject)));
        best.sort(Comparator.reverseOrder());
        double sum =
                best.stream().limit(ENOUGH).mapToDouble(Double::doubleValue).sum();
        return (SILENT + sum) / (SILENT + ENOUGH);
    }

    private static boolean about(Set<String> stems, Passage passage) {
        return has(stems, Stems.in(passage.text() + " " + passage.heading() + " " + passage.title()));
    }

    private static boolean has(Set<String> stems, Set<String> said) {
        return stems.stream().allMatch(s -> said.stream().anyMatch(t -> Stems.related(s, t)));
    }

    private double worth(Set<String> stems, Passage passage, Subject subject) {
        Quality judged = judge.judge(passage.text(), passage.setting(subject.names()));
        double quality = judged.score();
        if (quality < Quality.FAIR) return 0;
        if (!Unasked.worthwhile(passage, judged, subject.names())) return UNWELCOME;
        double form = Math.min(1, (quality - Quality.FAIR + 0.05) / (Quality.GOOD - Quality.FAIR + 0.05));
        List<String> opening = Tokens.of(passage.text()).stream().limit(8).toList();
        double place =
                has(stems, Stems.in(String.join(" ", opening))) ? 1 : has(stems, Stems.in(passage.text())) ? 0.7 : 0.4;
        boolean particular = Particulars.in(passage, subject.names(), stems);
        boolean named = Particulars.named(passage.text(), subject.names());
        return form * place * (named ? 1 : particular ? 0.5 : 0.2);
    }
}
