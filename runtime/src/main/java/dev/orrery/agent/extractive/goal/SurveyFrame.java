package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.goal.NameFinder.Span;
import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.task.Frame.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads goals that want to know what there is to say about subjects. */
final class SurveyFrame {
    private static final Pattern HOW =
            Pattern.compile("^(?:how|what|which|who|where|when|why|whether)\\b.*", Pattern.CASE_INSENSITIVE);

    private SurveyFrame() {}

    static void read(String rest, NameFinder finder, Draft draft) {
        String text = Asides.trimmed(rest);
        if (HOW.matcher(text).matches()) {
            QuestionFrame.read(text, finder, draft);
            if (draft.kind == Kind.FIND && draft.hasSubjects()) draft.kind = Kind.SURVEY;
            return;
        }
        Body body = Body.read(text, finder, false);
        draft.add(body);
        if (body.empty()) {
            // Nothing in it is a subject: the goal is about a topic.
            draft.kind = Kind.SUMMARY;
            if (body.topics().isEmpty()) draft.topics(TopicList.of(text));
            else draft.topics.addAll(0, TopicList.of(body.rest()));
            return;
        }
        draft.kind = Kind.SURVEY;
        if (body.group().isEmpty() && body.topics().isEmpty()) leftover(text, finder, draft);
    }

    /** "Tarnwick pricing", "pricing in Tarnwick": what is no name is a topic. */
    private static void leftover(String text, NameFinder finder, Draft draft) {
        String left = text;
        for (Span span : finder.all(text).reversed()) {
            left = left.substring(0, span.start()) + " , " + left.substring(span.end());
        }
        Matcher gap = Pattern.compile("(?:\\s*,\\s*(?:(?:and|or|'s)\\b\\s*)?)+").matcher(left);
        for (String piece : gap.replaceAll("\u0001").split("\u0001", -1)) {
            String topic = TopicList.bare(piece.replaceAll(
                    "(?i)^\\s*(?:in|of|at|from|with|for|and|by)\\s+|\\s+(?:in|of|at|from|with|for|and|by)\\s*$", ""));
            if (!FunctionWords.contentOf(topic).isEmpty()) Draft.addOnce(draft.topics, topic);
        }
    }
}
