package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.language.Coordination;
import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Nouns;
import dev.orrery.agent.extractive.task.Frame.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads goals that want every mention of one sort of thing: "List every open risk with its source". */
final class ListFrame {
    private static final Pattern QUANTIFIER = Pattern.compile(
            "^(?:(?:all|every|each|any|the|our|my|of|a list of|whichever|single|different|various|other)\\s+)+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OURS =
            Pattern.compile("^(?:(?:all|each|every|the|of)\\s+)*(?:our|my)\\s.+", Pattern.CASE_INSENSITIVE);

    /** Where the noun phrase ends. */
    private static final Pattern BOUNDARY = Pattern.compile(
            "\\s+(?=(?:of|for|in|by|per|from|at|across|that|which|who|whose|with|where|about|on|related|concerning|mentioned|named|stated"
                    + "|listed|described|found|to|we|you|they|there|as|between|against|under|into|within|regarding|is|are|has|have|along|together"
                    + "|raised|given|and (?:its|their|the|who|how|when|what|where))\\b)|[:;(]",
            Pattern.CASE_INSENSITIVE);

    /** What narrows the things down: the noun alone would find too many. */
    private static final Pattern NARROWED = Pattern.compile(
            "^(?:(?:that|which)\\s+)?((?:about|on|related to|relating to|concerning|regarding|mention|to do with|around)\\s+.+)$",
            Pattern.CASE_INSENSITIVE);

    /** "With their prices", "and its owner": what else is wanted of each thing. */
    private static final Pattern ALONG = Pattern.compile(
            "^(?:with|and|along with|together with)\\s+(?:its|their)\\s+(.+)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINK = Pattern.compile(
            "^(?:of|for|in|by|per|from|at|across|with|that|which|mentioned|named|under)\\s+", Pattern.CASE_INSENSITIVE);

    /** "That mention", "said about": what stands between "everything" and its topic. */
    private static final Pattern SAID = Pattern.compile(
            "^(?:that|which|said|stated|mentioned|known|mentions?|mentioning|there is|is said|say|speak|deal|talk|with|of)\\s+",
            Pattern.CASE_INSENSITIVE);

    /** Words that every one of the things may be called: they leave none out. */
    private static final Set<String> DEGREES = Set.of(
            "known", "main", "key", "important", "major", "possible", "existing", "stated", "named", "mentioned");

    /** Nouns that stand for anything said: listing them is summarising. */
    private static final Set<String> ANYTHING = Set.of(
            "everything",
            "statement",
            "mention",
            "document",
            "file",
            "page",
            "passage",
            "sentence",
            "fact",
            "detail",
            "information",
            "reference",
            "place",
            "section",
            "thing",
            "point");

    private ListFrame() {}

    static void read(String rest, NameFinder finder, Draft draft) {
        String text = Asides.trimmed(rest);
        String phrase = QUANTIFIER.matcher(text).replaceFirst("");
        Matcher boundary = BOUNDARY.matcher(phrase);
        int end = boundary.find() ? boundary.start() : phrase.length();
        String behind = phrase.substring(end).replaceFirst("^[\\s:;(]+", "");
        List<String> things = Coordination.items(phrase.substring(0, end));
        if (things.isEmpty() || ANYTHING.contains(noun(things.getFirst()))) {
            said(behind, finder, draft);
            return;
        }
        draft.kind = Kind.LIST;
        Matcher narrowed = NARROWED.matcher(behind);
        Matcher along = ALONG.matcher(behind);
        for (String thing : things) add(thing, narrowed.matches() ? " " + narrowed.group(1) : "", draft);
        if (along.matches()) {
            draft.topics(TopicList.of(along.group(1)));
        } else if (!narrowed.matches()) {
            Body body = Body.read(LINK.matcher(behind).replaceFirst(""), finder, false);
            draft.group = body.group();
            body.names().forEach(n -> Draft.addOnce(draft.names, n));
        }
        // "List our suppliers": whether these are subjects or things to list, only the knowledge can tell.
        if (OURS.matcher(text).matches() && draft.group.isEmpty()) {
            draft.group = GroupFinder.find(text).map(GroupFinder.Found::group);
        }
    }

    private static void add(String thing, String narrowed, Draft draft) {
        String bare = QUANTIFIER.matcher(thing).replaceFirst("").toLowerCase(Locale.ROOT);
        var words = new ArrayList<>(List.of(bare.split("\\s+", -1)));
        String noun = noun(bare);
        words.removeLast();
        words.removeIf(FunctionWords::is);
        String name = (String.join(" ", words) + " " + Nouns.pluralOf(noun) + narrowed).strip();
        List<String> qualifiers =
                words.stream().filter(w -> !DEGREES.contains(w)).toList();
        draft.listings.add(new Listing(noun, qualifiers, name));
        Draft.addOnce(draft.topics, name);
    }

    private static String noun(String phrase) {
        return Nouns.singular(phrase.substring(phrase.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }

    private static void said(String behind, NameFinder finder, Draft draft) {
        String topic = behind;
        String before;
        do {
            before = topic;
            topic = SAID.matcher(topic).replaceFirst("");
        } while (!topic.equals(before));
        draft.kind = Kind.SUMMARY;
        SummaryFrame.read(topic, finder, draft);
    }
}
