package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.task.Frame.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads goals that put subjects side by side. */
final class CompareFrame {
    /** Questions that compare; the last groups are the subjects and, when given, the topics. */
    private static final Pattern[] QUESTIONS = {
        question(
                "(?:what|which)(?: is| are|'s|s)? (?:the )?(?:\\w+ )?(?:differences?|similarities|similarity) (?:between|of|among)\\s+(.+)"),
        question(
                "(?:what|which) (?:distinguishes|differentiates|separates|sets)\\s+(.+?)(?:\\s+apart)?(?:\\s+(?:on|in terms of)\\s+.*)?"),
        question(
                "(?:how|where|in what|in which \\w+) (?:(?:do|does|did)\\b)?\\s*(.+? (?:differ|compare|stack up|measure up|rank)\\b.*)"),
        question("how (?:is|are)\\s+(.+? different\\b.*)"),
        question("(?:what|which) (?:do|does)\\s+(.+? have in common\\b.*)"),
    };

    private static final Pattern VERB = Pattern.compile(
            "\\s+(?:differ|compare|stack up|measure up|rank|different|have in common)\\b\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DIFFERENCES = Pattern.compile(
            "^(?:(?:all|the|main|key|important|major|biggest)\\s+)*(?:differences?|similarities|contrasts?) (?:between|of|among)\\s+(.+)$",
            Pattern.CASE_INSENSITIVE);

    private CompareFrame() {}

    private static Pattern question(String text) {
        return Pattern.compile("^" + text + "$", Pattern.CASE_INSENSITIVE);
    }

    /** Reads a comparing question or phrase; returns whether {@code text} is one. */
    static boolean readPhrase(String text, NameFinder finder, Draft draft) {
        Matcher differences = DIFFERENCES.matcher(text);
        if (differences.matches()) {
            read(differences.group(1), finder, draft);
            return true;
        }
        for (Pattern question : QUESTIONS) {
            Matcher m = question.matcher(text);
            if (!m.matches()) continue;
            String rest = VERB.matcher(m.group(1)).replaceFirst(" \u0001 ");
            int verb = rest.indexOf('\u0001');
            String before = verb < 0 ? rest : rest.substring(0, verb).strip();
            String after = verb < 0 ? "" : rest.substring(verb + 1).strip();
            readSides(before, after, finder, draft);
            return true;
        }
        return false;
    }

    /** "X | to Y on price": what stands behind the verb is another subject, topics, or both. */
    private static void readSides(String before, String after, NameFinder finder, Draft draft) {
        if (after.matches("(?is)(?:from|to|with|against)\\s.+")) {
            read(before + " and " + after.replaceFirst("\\S+\\s+", ""), finder, draft);
        } else {
            read(before, finder, draft);
            draft.topics(TopicList.of(after.replaceFirst(
                    "(?i)^(?:on|in|by|regarding|about|for|when it comes to|in terms of|with regard to)\\s+", "")));
        }
    }

    static void read(String rest, NameFinder finder, Draft draft) {
        draft.kind = Kind.COMPARE;
        String how = rest.replaceFirst("(?i)^(?:how|what|the way)\\s+", "\u0002");
        if (how.startsWith("\u0002")) {
            QuestionFrame.read("how do " + how.substring(1), finder, draft);
            draft.kind = Kind.COMPARE;
            draft.question = java.util.Optional.empty();
            return;
        }
        Body body = Body.read(rest, finder, true);
        boolean subjects = body.group().isPresent()
                || body.names().size() > 1
                || !finder.all(rest).isEmpty();
        if (subjects) {
            draft.add(body);
        } else {
            // "Compare prices": of what is compared, only the topic is said.
            draft.topics(body.names());
            draft.topics(body.topics());
        }
    }
}
