package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.task.Frame.Kind;
import java.util.List;
import java.util.Optional;

/** Reads a goal in plain English. Immutable; the same goal and names give the same reading. */
public final class GoalReader {
    /** The longest goal that is read, in characters. */
    public static final int LENGTH_MAX = 2_000;

    /** What can be planned, as the end of every refusal. */
    public static final String KINDS =
            "It can research or compare subjects, summarise what the documents say about a topic, list every"
                    + " mention of something with its source, say what changed between two versions, and answer who, what, which and how from"
                    + " the documents, for goals in English.";

    private final NameFinder finder;

    /** Makes a reader that knows the names which {@code finder} knows. */
    public GoalReader(NameFinder finder) {
        this.finder = finder;
    }

    /** Reads {@code text}. */
    public Reading read(String text) {
        String plain = Asides.plain(text);
        if (FunctionWords.contentOf(plain).isEmpty()) return refused("The goal says nothing that could be looked up.");
        if (text.length() > LENGTH_MAX) return refused("The goal is longer than " + LENGTH_MAX + " characters.");
        if (!FunctionWords.english(plain)) return refused("The goal does not seem to be in English.");
        var draft = new Draft();
        for (String part : Parts.of(plain)) read(part, draft);
        if (draft.kind == null)
            return refused(
                    "\"" + shortened(draft.undone.getFirst()) + "\" is nothing that a report from documents can do.");
        if (!draft.hasSubjects() && draft.topics.isEmpty() && needsTopic(draft.kind)) {
            return refused("The goal does not say what the report is about.");
        }
        return new Reading.Understood(draft.goal(text.strip(), settled(draft)));
    }

    private static boolean needsTopic(Kind kind) {
        return switch (kind) {
            case SURVEY, FIND, LIST -> true;
            case COMPARE, SUMMARY, CHANGES -> false;
        };
    }

    /** A comparison needs at least two subjects or a group; of one subject there is a survey. */
    private static Kind settled(Draft draft) {
        Kind kind = java.util.Objects.requireNonNull(draft.kind);
        return kind == Kind.SUMMARY && draft.hasSubjects() ? Kind.SURVEY : kind;
    }

    private void read(String part, Draft draft) {
        boolean first = draft.kind == null;
        boolean handedOver = Paper.handedOver(part);
        if (!first && handedOver) return;
        Optional<Opening> opening = Opening.read(part, finder);
        if (opening.isEmpty() && ChangesFrame.titled(part)) opening = Optional.of(new Opening(Verb.SUMMARISE, part));
        if (opening.isEmpty()) {
            draft.undone.add(part);
            return;
        }
        var own = new Draft();
        read(part, opening.get(), own);
        merge(own, draft);
    }

    private void read(String part, Opening opening, Draft draft) {
        String rest = opening.rest();
        if (ChangesFrame.read(part, finder, draft) || CompareFrame.readPhrase(rest, finder, draft)) return;
        switch (opening.verb()) {
            case RESEARCH -> SurveyFrame.read(rest, finder, draft);
            case COMPARE -> CompareFrame.read(rest, finder, draft);
            case LIST -> ListFrame.read(rest, finder, draft);
            case SUMMARISE -> SummaryFrame.read(rest, finder, draft);
            case ASK -> {
                if (SummaryFrame.asks(rest)) SummaryFrame.read(rest, finder, draft);
                else QuestionFrame.ask(rest, finder, draft);
            }
        }
    }

    /** The first part decides the kind; later ones add subjects, topics and questions to it. */
    private static void merge(Draft part, Draft goal) {
        if (part.kind == null) return;
        boolean first = goal.kind == null;
        if (first) goal.kind = part.kind;
        if (goal.group.isEmpty()) goal.group = part.group;
        part.names.forEach(n -> Draft.addOnce(goal.names, n));
        if (!first && !part.topics.isEmpty() && goal.topics.equals(List.of(Goal.WHAT_IT_IS))) goal.topics.clear();
        part.topics.forEach(t -> Draft.addOnce(goal.topics, t));
        part.versions.forEach(v -> Draft.addOnce(goal.versions, v));
        goal.listings.addAll(part.listings);
        if (part.question.isPresent()) {
            goal.question = Optional.of(goal.question.map(q -> q + " ").orElse("") + part.question.get());
        }
        if (first) return;
        if (part.kind == Kind.COMPARE && goal.kind == Kind.SURVEY) goal.kind = Kind.COMPARE;
    }

    private static Reading refused(String why) {
        return new Reading.Refused(why + " " + KINDS);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}
