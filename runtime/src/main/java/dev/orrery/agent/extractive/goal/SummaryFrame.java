package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.task.Frame.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads goals that want to know what the documents say about something. */
final class SummaryFrame {
    private static final String PAPERS =
            "(?:documents?|documentation|docs|files?|folders?|knowledge(?: base)?|pages|materials?|notes|texts?|papers|sources"
                    + "|handbooks?|guides?|manuals?|everything|all|content|contents|they|it|each|we|there|each of them)";

    /** The whole of the knowledge, with nothing else said. */
    private static final Pattern WHOLE = Pattern.compile(
            "^(?:(?:all|the|of|these|this|those|our|my|supplied|provided|attached|given|whole|entire|contents?|key points)\\s+)*"
                    + PAPERS + "?(?: here)?$",
            Pattern.CASE_INSENSITIVE);

    /** "What these documents say about X"; the first group is who says it. */
    private static final Pattern SAY = Pattern.compile(
            "^what\\s+(?:is\\s+|do\\s+|does\\s+|did\\s+|can\\s+)?(.*?)\\s*\\b(?:says?|said|states?|stated|tells?(?: us| me)?|mentions?|writes?|written|know|known|have to say|has to say|find|found)\\b"
                    + "\\s*(?:(?:about|on|regarding|concerning|of)\\s+(.+))?$",
            Pattern.CASE_INSENSITIVE);

    private SummaryFrame() {}

    /** Tells whether {@code question} asks what is said about something. */
    static boolean asks(String question) {
        Matcher say = SAY.matcher(question);
        return say.matches() && say.group(2) != null;
    }

    static void read(String rest, NameFinder finder, Draft draft) {
        Matcher say = SAY.matcher(rest);
        if (say.matches() && say.group(2) != null) {
            draft.kind = Kind.SUMMARY;
            String who = say.group(1).strip();
            if (!WHOLE.matcher(who).matches() && !who.isEmpty()) draft.add(Body.read(who, finder, false));
            draft.topics(TopicList.of(say.group(2)));
            if (draft.hasSubjects()) draft.kind = Kind.SURVEY;
            return;
        }
        String text = Asides.trimmed(rest);
        if (WHOLE.matcher(text).matches()) {
            draft.kind = Kind.SUMMARY;
            return;
        }
        Body body = Body.read(text, finder, false);
        if (body.empty()) {
            draft.kind = Kind.SUMMARY;
            draft.topics(body.topics().isEmpty() ? TopicList.of(text) : body.topics());
            return;
        }
        SurveyFrame.read(text, finder, draft);
    }
}
