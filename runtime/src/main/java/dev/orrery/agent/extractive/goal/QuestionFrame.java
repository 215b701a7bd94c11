package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.goal.NameFinder.Span;
import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Nouns;
import dev.orrery.agent.extractive.task.Frame.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads questions. */
final class QuestionFrame {
    private static final String AUXILIARY =
            "(?:does|do|did|is|are|was|were|can|could|should|has|have|had|will|would|may|must|might)";

    /** "Who are our partners", or indirectly "who our partners are". */
    private static final Pattern WHO_IS =
            pattern("^who(?:'s|\\s+(?:is|are|were|was))\\s+(.+)$|^who\\s+(.+?)\\s+(?:is|are|were|was)$");

    private static final Pattern WHICH_OF = pattern("^(?:which|what|how many|who)(?: one| ones)? (?:of|among) (.+)$");
    private static final Pattern WHAT_IS = pattern("^what(?:'s| is| are| was| were) (?:an? |the )?(.+)$");

    /** "What are the open risks": a list by another name. */
    private static final Pattern WHAT_ARE = pattern("^(?:what|which) are (?:all )?(?:of )?(?:the|our) (.+)$");

    /** "Which risks are open", "what risks are there": the same. */
    private static final Pattern WHICH_ARE = pattern(
            "^(?:what|which) ([\\p{L}-]+) (?:are|is) (?:there|still |currently |known to be )*\\s*([\\p{L}-]*)$");

    /** Where the noun of "what are the …" ends. */
    private static final Pattern NOUN_END =
            pattern("\\s+(?:of|for|in|at|with|on|to|that|which|under|from|by|about|between|we|they|you)\\s+|,");

    /** What begins a question, before its subject. */
    private static final Pattern LEAD = pattern(
            "^(?:(?:in|on|under|at|for|from|to|by|with) )?(?:who|whom|whose|which|what|when|where|why|how|whether|if)?(?:'s)?"
                    + "(?: (?:much|many|often|long|far|big|large|well|fast|quickly|soon)\\b)?\\s*(?:\\b" + AUXILIARY
                    + "\\b\\s*)?");

    /** "Licence does X use": a topic, an auxiliary, a clause. */
    private static final Pattern TOPIC_FIRST = pattern("^(.+?)\\s+" + AUXILIARY + "\\s+(.+)$");

    private static final Pattern MAY_BE_GENERAL = pattern("^(?:how|when|where|why|what (?!are\\b|is\\b))\\b.*");

    /** "Who do we compete with": the verb says what the subjects are to us. */
    private static final Pattern WHO_DO_WE =
            pattern("^(?:who|whom|which \\w+) do we ([\\p{L}-]+(?: [\\p{L}-]+){0,3})$");

    private QuestionFrame() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** Reads a question that stands by itself. */
    static void ask(String text, NameFinder finder, Draft draft) {
        read(text, finder, draft);
        // "How do our customers …" may be about a group, or about customers as such.
        if (MAY_BE_GENERAL.matcher(text).matches()) draft.group = draft.group.map(Group::loose);
    }

    static void read(String text, NameFinder finder, Draft draft) {
        String question = Asides.trimmed(text);
        draft.kind = Kind.FIND;
        draft.question = Optional.of(Character.toUpperCase(question.charAt(0)) + question.substring(1) + "?");
        if (whichOf(question, finder, draft) || who(question, draft) || list(question, finder, draft)) return;
        if (whatIs(question, finder, draft)) return;
        general(question, finder, draft);
    }

    private static boolean whichOf(String question, NameFinder finder, Draft draft) {
        Matcher m = WHICH_OF.matcher(question);
        return m.matches() && SubjectClause.read(m.group(1), finder, draft);
    }

    private static boolean who(String question, Draft draft) {
        Matcher m = WHO_IS.matcher(question);
        Matcher weDo = WHO_DO_WE.matcher(question);
        if (weDo.matches()) {
            String noun = "those we " + weDo.group(1).toLowerCase(Locale.ROOT);
            draft.group = Optional.of(new Group(noun, OptionalInt.empty(), List.of(), Group.Binding.OURS));
            draft.topics(List.of(Goal.WHAT_IT_IS));
            return true;
        }
        if (!m.matches()) return false;
        String text = m.group(1) != null ? m.group(1) : m.group(2);
        // "Who is our insurer": whoever is asked for by "who" may be one.
        String one = text.replaceFirst("(?i)^(our|my)\\s+(?!main\\b)", "$1 main ");
        var group = GroupFinder.find(text)
                .or(() -> GroupFinder.find(one))
                .filter(g -> g.start() == 0 && g.end() >= text.length());
        if (group.isEmpty()) return false;
        draft.group = group.map(GroupFinder.Found::group);
        draft.topics(List.of(Goal.WHAT_IT_IS));
        return true;
    }

    private static boolean list(String question, NameFinder finder, Draft draft) {
        Matcher whichAre = WHICH_ARE.matcher(question);
        if (whichAre.matches()
                && Nouns.plural(whichAre.group(1))
                && finder.known(question).isEmpty()) {
            ListFrame.read((whichAre.group(2) + " " + whichAre.group(1)).strip(), finder, draft);
            // "Which suppliers are certified": these may be subjects that the knowledge knows.
            if (draft.group.isEmpty()) draft.group = GroupFinder.find(question).map(GroupFinder.Found::group);
            return true;
        }
        Matcher whatAre = WHAT_ARE.matcher(question);
        if (!whatAre.matches()) return false;
        String noun = NOUN_END.split(whatAre.group(1), 2)[0];
        String head = noun.substring(noun.lastIndexOf(' ') + 1);
        if (!Nouns.plural(head) || FunctionWords.is(head)) return false;
        ListFrame.read(question.replaceFirst("(?i)^(?:what|which) are (?:all )?", ""), finder, draft);
        return true;
    }

    private static boolean whatIs(String question, NameFinder finder, Draft draft) {
        Matcher m = WHAT_IS.matcher(question);
        if (!m.matches()) return false;
        String thing = m.group(1);
        List<Span> names = finder.all(thing);
        if (SubjectClause.enumerationEnd(thing, names) == thing.length()) {
            names.forEach(s -> Draft.addOnce(draft.names, s.name()));
            draft.topics(List.of(Goal.WHAT_IT_IS));
            return true;
        }
        Body body = Body.read(thing, finder, false);
        if (body.empty() || body.topics().isEmpty()) return false;
        draft.add(body);
        return true;
    }

    private static void general(String question, NameFinder finder, Draft draft) {
        String text = LEAD.matcher(question).replaceFirst("");
        if (SubjectClause.read(text, finder, draft)) return;
        if (question.matches("(?i)(?:which|what)\\s.*") && whichNoun(question, finder, draft)) return;
        Matcher topicFirst = TOPIC_FIRST.matcher(text);
        if (topicFirst.matches()) {
            var inner = new Draft();
            boolean subject = SubjectClause.read(topicFirst.group(2), finder, inner);
            if (subject && !FunctionWords.contentOf(topicFirst.group(1)).isEmpty()) {
                draft.group = inner.group;
                inner.names.forEach(n -> Draft.addOnce(draft.names, n));
                draft.topics(TopicList.of(topicFirst.group(1)));
                draft.topics(inner.topics.stream()
                        .filter(t -> !FunctionWords.lightVerb(t))
                        .toList());
                return;
            }
        }
        loose(text, finder, draft);
    }

    /** No frame fits: the known names are the subjects, the rest is the topic. */
    private static void loose(String text, NameFinder finder, Draft draft) {
        String topic = text;
        for (Span span : finder.known(text).reversed()) {
            Draft.addOnce(draft.names, span.name());
            topic = topic.substring(0, span.start()) + topic.substring(span.end());
        }
        Matcher topicFirst = TOPIC_FIRST.matcher(topic);
        // "How much leave do employees get": what stands before the auxiliary is what is asked for.
        if (topicFirst.matches()
                && !FunctionWords.contentOf(topicFirst.group(1)).isEmpty()) topic = topicFirst.group(1);
        String plain = topic.replaceAll("(?i)\\s+(?:of|in|for|at|by|with|from|'s)\\s*$|\\s{2,}", " ")
                .strip();
        String phrase = TopicList.withoutLightVerb(TopicList.bare(plain));
        if (!FunctionWords.contentOf(phrase).isEmpty()) Draft.addOnce(draft.topics, phrase);
    }

    /** "Which vendors support X": the noun is a group when the knowledge knows such subjects. */
    private static boolean whichNoun(String question, NameFinder finder, Draft draft) {
        var group = GroupFinder.find(question).filter(g -> g.start() == 0 && g.end() < question.length());
        if (group.isEmpty()) return false;
        String predicate = question.substring(group.get().end()).strip();
        // "Which formats does X read" asks for formats, not for subjects.
        if (predicate.matches("(?i)" + AUXILIARY + "\\s.*") && subjectFollows(predicate, finder)) return false;
        draft.group = group.map(GroupFinder.Found::group);
        draft.topics(TopicList.ofPredicate(predicate));
        return true;
    }

    private static boolean subjectFollows(String predicate, NameFinder finder) {
        String rest = predicate.replaceFirst("^\\S+\\s*", "");
        return rest.matches("(?i)(?:we|i|you|they|it|our|the|a|an|each)\\b.*")
                || finder.all(rest).stream().anyMatch(s -> s.start() == 0);
    }
}
