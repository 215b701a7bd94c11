package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Phrases;
import java.util.List;
import java.util.Set;

/** Looks at where a sentence stands: in the text, in a table, in a preamble, in a document that is about something else. */
final class Place implements Check {
    private static final Phrases PREAMBLES = Phrases.read(Place.class, "preambles");
    private static final Phrases PROCEDURES = Phrases.read(Place.class, "procedures");

    @Override
    public void judge(Sentence s, Set<Mark> marks) {
        Setting setting = s.setting();
        List<String> headings = setting.headings();
        if (setting.position() == 0) marks.add(Mark.OPENS_BLOCK);
        if (setting.kind().equals("item")) marks.add(Mark.ITEM);
        if (headings.stream().anyMatch(PROCEDURES::in)) {
            marks.add(Mark.PROCEDURE);
            // "We use a small file here": whoever shows how something is done speaks of what he does on the way.
            if (s.tokens().contains("we") || s.tokens().contains("our")) marks.add(Mark.FIRST_PERSON);
        }
        if (setting.kind().equals("cell") || setting.kind().equals("row")) marks.add(Mark.CELL);
        if (!headings.isEmpty() && PREAMBLES.in(headings.getLast())) marks.add(Mark.PREAMBLE);
        if (SideDocuments.isOne(setting.path())) marks.add(Mark.SIDE_DOCUMENT);
    }
}
