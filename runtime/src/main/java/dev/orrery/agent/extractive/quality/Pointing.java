package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Phrases;
import java.util.Set;

/** Recognises sentences about the documentation rather than about its subject, and those that announce what follows. */
final class Pointing implements Check {
    private static final Phrases WEAK = Phrases.read(Pointing.class, "weak-pointers");
    private static final Phrases ANNOUNCEMENTS = Phrases.read(Pointing.class, "announcements");
    private static final Phrases EXAMPLES = Phrases.read(Pointing.class, "examples");

    @Override
    public void judge(Sentence s, Set<Mark> marks) {
        if (WEAK.in(s.tokens())) marks.add(Mark.WEAK_POINTER);
        if (ANNOUNCEMENTS.in(s.tokens())) marks.add(Mark.TRUNCATED);
        if (EXAMPLES.in(s.tokens())) marks.add(Mark.EXAMPLE);
    }
}
