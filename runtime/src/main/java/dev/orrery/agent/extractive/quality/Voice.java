package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Phrases;
import java.util.List;
import java.util.Set;

/** Looks at who speaks to whom: the author of himself, or to the reader; and at words that could be said of anything. */
final class Voice implements Check {
    private static final Phrases AUTHOR = Phrases.read(Voice.class, "author");
    private static final Phrases STORY = Phrases.read(Voice.class, "story");
    private static final Phrases ADVICE = Phrases.read(Voice.class, "advice");
    private static final Phrases ADDRESS = Phrases.read(Voice.class, "address");
    private static final Phrases VACUOUS = Phrases.read(Voice.class, "vacuous");
    private static final Phrases PRAISE = Phrases.read(Voice.class, "praise");
    private static final Phrases VAGUE = Phrases.read(Voice.class, "vague");
    private static final Phrases OUR_CODE = Phrases.read(Voice.class, "our-code");
    private static final Phrases HEDGES = Phrases.read(Voice.class, "hedges");
    private static final Phrases MID_CONNECTIVES = Phrases.read(Voice.class, "mid-connectives");

    @Override
    public void judge(Sentence s, Set<Mark> marks) {
        List<String> tokens = s.tokens();
        if (tokens.isEmpty()) return;
        if (AUTHOR.in(tokens)) marks.add(Mark.FIRST_PERSON);
        if (STORY.in(tokens)) marks.add(Mark.STORY);
        if (ADVICE.in(tokens)) marks.add(Mark.ADVICE);
        if (ADDRESS.in(tokens)) marks.add(Mark.ADDRESS);
        if (VACUOUS.in(tokens)) marks.add(Mark.VACUOUS);
        if (VAGUE.in(tokens)) marks.add(Mark.VAGUE);
        if (OUR_CODE.in(tokens)) marks.add(Mark.OUR_CODE);
        if (HEDGES.in(tokens)) marks.add(Mark.HEDGED);
        if (tokens.getFirst().equals("there")) marks.add(Mark.EXISTENTIAL);
        if (PRAISE.in(tokens)) marks.add(Mark.PRAISE);
        if (tokens.size() > 1 && MID_CONNECTIVES.in(tokens.subList(1, tokens.size()))) marks.add(Mark.MID_CONNECTIVE);
    }
}
