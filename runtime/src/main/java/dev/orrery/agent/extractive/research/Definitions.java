package dev.orrery.agent.extractive.research;

import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.quality.Mark;
import dev.orrery.agent.extractive.quality.Quality;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.selection.Statement;
import dev.orrery.agent.extractive.selection.Unasked;
import dev.orrery.agent.extractive.task.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the sentence that says what a subject is: "NAME is a …". The front page says it best. */
final class Definitions {
    private static final double SCORE_MIN = 0.9;
    private static final double QUALITY_WEIGHT = 0.5;

    /** A definition with fewer words of content than this behind "is a" tells next to nothing. */
    private static final int TOLD_MIN = 3;

    private static final double THIN = 0.55;
    private static final double PART = 0.3;

    /** What "NAME offers …" says is a definition only where it says something. */
    private static final double IS_A_MIN = 0.3;

    private final Subject subject;
    private final Pattern isA;
    private final Pattern does;

    private record Found(Passage passage, double score, double quality) {}

    Definitions(Subject subject) {
        this.subject = subject;
        String names =
                String.join("|", subject.names().stream().map(Pattern::quote).toList());
        // "The NAME broker, a child of the nineties, is a …": a few words and one insertion may stand before the verb.
        String opening = "(?i)^(?:the )?(?:" + names
                + ")(?: \\([^)]*\\))?(?<part>(?: (?!(?:in|on|for|with|by|of|and|or|from|to|at)\\b)\\w+){1,2})??(?:, [^,]{3,60},)? ";
        this.isA = Pattern.compile(
                opening
                        + "(?:is|are) (?:a|an|the|one)\\b(?! (?:result|list|number|way|reason|case|of the supported|supported|recommended)\\b)");
        this.does = Pattern.compile(
                "(?i)^(?:" + names + ") (?:provides|offers|lets|makes|helps|allows|enables|builds|runs|stores)\\b");
    }

    /** Returns the best defining sentence among {@code passages}. */
    Optional<Statement> best(List<Passage> passages) {
        var judge = new Judge(new Tagger());
        var found = new ArrayList<Found>();
        for (Passage passage : passages) {
            double form = form(passage);
            if (form == 0) continue;
            Quality quality = judge.judge(passage.text(), passage.setting(subject.names()));
            if (quality.score() < Quality.FAIR || quality.has(Mark.VACUOUS)) continue;
            if (form < IS_A_MIN && !Unasked.worthwhile(passage, quality, subject.names())) continue;
            found.add(new Found(passage, form + QUALITY_WEIGHT * quality.score() + place(passage), quality.score()));
        }
        return found.stream()
                .filter(f -> f.score() >= SCORE_MIN)
                .max(Comparator.comparingDouble(Found::score))
                .map(f -> Statement.of(f.passage(), f.quality()));
    }

    private double form(Passage passage) {
        Matcher defines = isA.matcher(passage.text());
        if (defines.find()) {
            long told = FunctionWords.contentOf(passage.text().substring(defines.end()))
                    .size();
            // "Acme is a Java program" is true and tells nothing; "The Acme console is a …" tells of something else.
            double thin = told < TOLD_MIN ? THIN : 0;
            return 0.7 - thin - (defines.group("part") == null ? 0 : PART);
        }
        return isFront(passage) && does.matcher(passage.text()).find() ? 0.2 : 0;
    }

    private static double place(Passage passage) {
        double depth = passage.path().chars().filter(c -> c == '/').count() * 0.06;
        double front = isFront(passage) ? 0.35 : 0;
        double early = passage.block() >= 0 && passage.block() < 3 ? 0.3 : 0;
        int length = passage.text().length();
        return front + early - depth + (length > 60 && length < 220 ? 0.1 : 0);
    }

    private static boolean isFront(Passage passage) {
        return Pages.isFront(passage.path());
    }
}
