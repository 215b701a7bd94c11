package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Phrases;
import dev.orrery.agent.extractive.language.Word;
import dev.orrery.agent.extractive.language.WordClass;
import java.util.List;
import java.util.Set;

/** Looks at how a sentence begins: with a word for something said before, or going on from the sentence before. */
final class Opening implements Check {
    private static final Phrases CONNECTIVES = Phrases.read(Opening.class, "connectives");
    private static final Phrases ANAPHORS = Phrases.read(Opening.class, "anaphors");
    /** "It is an open risk that …": the "it" stands for what follows. */
    private static final Phrases EXPLETIVES = Phrases.of(List.of(
            "it is|was|remains * that|to",
            "it is|was|remains * * that|to",
            "it is|was|remains * * * that|to",
            "it takes|costs|took * * to",
            "it takes|costs|took * * * to"));

    private static final Phrases PURPOSES = Phrases.of(List.of("to", "in order to", "as a way to", "for * to"));
    private static final Set<String> CONDITIONS = Set.of("if", "once", "after", "when", "unless", "until", "before");

    @Override
    public void judge(Sentence s, Set<Mark> marks) {
        List<String> tokens = s.tokens();
        if (tokens.isEmpty()) return;
        if (ANAPHORS.begins(tokens) && !EXPLETIVES.begins(tokens)) marks.add(Mark.ANAPHORA);
        if (CONNECTIVES.begins(tokens)) marks.add(Mark.CONNECTIVE);
        if (CONDITIONS.contains(tokens.getFirst())) marks.add(Mark.CONDITIONAL);
        if (PURPOSES.begins(tokens)) marks.add(Mark.PURPOSE);
        if (bareDefinite(s)) marks.add(Mark.BARE_DEFINITE);
    }

    /** Recognises "The method is …": one common noun, nothing that tells which. */
    private static boolean bareDefinite(Sentence s) {
        if (s.size() < 3 || !s.word(0).is("the") || s.word(1).kind() != WordClass.NOUN) return false;
        Word verb = s.word(2);
        boolean follows = verb.kind() == WordClass.VERB || verb.kind() == WordClass.AUXILIARY;
        return follows && !Definites.namedAbove(s, s.word(1)) && !Definites.unique(s.word(1));
    }
}
