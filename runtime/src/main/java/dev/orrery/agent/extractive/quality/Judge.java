package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Tagger;
import java.util.EnumSet;
import java.util.List;

/**
 * Judges sentences one at a time. What can be seen without knowing word classes is looked at first, because finding
 * those costs about half a millisecond a sentence. Belongs to one thread, as its tagger does.
 */
public final class Judge {
    private static final Shape SHAPE = new Shape();

    /** A clause and its main clause may hide a verb each; a sentence that hides more is probably none. */
    private static final int HIDDEN_VERBS_MAX = 2;

    private final List<Check> checks;
    private final Tagger tagger;
    private final HiddenVerb hiddenVerb;

    /** Makes a judge that finds word classes with {@code tagger}. */
    public Judge(Tagger tagger) {
        this.tagger = tagger;
        this.hiddenVerb = new HiddenVerb(tagger);
        this.checks = List.of(
                new MainVerb(),
                new Instruction(tagger),
                new Opening(),
                new Reference(),
                new Definites(),
                new Voice(),
                new Pointing(),
                new Content(),
                new Tautology(),
                new Place());
    }

    /** Judges {@code text}, which stands in {@code setting}. */
    public Quality judge(String text, Setting setting) {
        var marks = EnumSet.noneOf(Mark.class);
        SHAPE.judge(text, setting, marks);
        if (Quality.of(marks).score() == 0) return Quality.of(marks);
        Sentence sentence = withMainVerb(Sentence.of(text, tagger.words(text), setting));
        for (Check check : checks) check.judge(sentence, marks);
        return Quality.of(marks);
    }

    private Sentence withMainVerb(Sentence tagged) {
        Sentence sentence = tagged;
        for (int i = 0; i < HIDDEN_VERBS_MAX && MainVerb.position(sentence) < 0; i++) {
            sentence = hiddenVerb.reveal(sentence).orElse(sentence);
        }
        return sentence;
    }
}
