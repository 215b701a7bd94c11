package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.goal.NameFinder.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows the verb of a goal: the subjects, and the topics on which they are looked at.
 *
 * @param group subjects spoken of without a name
 * @param names subjects that are named
 * @param topics the topics
 * @param rest the part that names the subjects, as it stands
 */
record Body(Optional<Group> group, List<String> names, List<String> topics, String rest) {

    /** What begins the topics, wherever it stands behind the subjects. */
    private static final Pattern ON = Pattern.compile(
            "(?:^|,?\\s+)(?:on|about|regarding|concerning|in terms of|with (?:regard|respect) to|when it comes to|as regards"
                    + "|(?:and )?focus(?:s?ing|s?ed)? on|with (?:a |an |special |the )*(?:focus|emphasis|attention) (?:on|to)|covering"
                    + "|(?:and )?looking at|as to|in respect of|from the point of view of|differs? in|on the basis of|according to)"
                    + "\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    /** What begins the topics of a comparison only: "by price", "for reliability". */
    private static final Pattern BY =
            Pattern.compile("\\s+(?:by|for|in|across|and)\\s+(?:their|its|the)?\\s*(?=\\S)", Pattern.CASE_INSENSITIVE);

    /** "X's licence with Y's", "X's and Y's licences". */
    private static final Pattern POSSESSIVES = Pattern.compile(
            "^(.+?)'s?\\s+(.*?)\\s*(?:\\band\\b|\\bwith\\b|\\bto\\b|\\bagainst\\b|,)\\s*(?:those of\\s+|that of\\s+)?(.+?)(?:'s?(?:\\s+(.+))?)?$",
            Pattern.CASE_INSENSITIVE);

    /** What stands between the subjects of a comparison. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*[,;&]\\s*(?:(?:and|or|with|to)\\s+)?|\\s+(?:and|or|with|to|versus|vs\\.?|against|from)\\s+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DETERMINER = Pattern.compile(
            "^(?:(?:between|both|the|a|an|our|my|of|that|those|either|products?|companies|company)\\s+)+",
            Pattern.CASE_INSENSITIVE);

    /** Reads {@code text}. In a comparison every item of an enumeration is a subject, whether or not it looks like one. */
    static Body read(String text, NameFinder finder, boolean comparison) {
        String plain = Asides.trimmed(text);
        int colon = plain.indexOf(": ");
        if (colon > 0) {
            Body left = subjects(plain.substring(0, colon), finder, comparison, List.of());
            String behind = plain.substring(colon + 2);
            if (left.empty()) return read(behind, finder, comparison);
            return left.with(TopicList.of(behind));
        }
        Matcher on = ON.matcher(plain);
        if (on.find() && on.start() > 0) {
            return subjects(
                    plain.substring(0, on.start()), finder, comparison, TopicList.of(plain.substring(on.end())));
        }
        return subjects(plain, finder, comparison, List.of());
    }

    private static Body subjects(String text, NameFinder finder, boolean comparison, List<String> topics) {
        Optional<Body> of = topicsOf(text, finder, comparison, topics);
        if (of.isPresent()) return of.get();
        var group = GroupFinder.find(text).filter(g -> named(text, g));
        if (group.isPresent()) return grouped(text, group.get(), finder, topics);
        if (comparison && text.contains("'")) {
            Optional<Body> possessive = possessive(text, topics);
            if (possessive.isPresent()) return possessive.get();
        }
        if (!comparison) return new Body(Optional.empty(), names(text, finder), topics, text);
        return comparison(text, finder, topics);
    }

    /** "The vendors" is a group, "the licence terms of X" is not; and "all" of a name is that name. */
    private static boolean named(String text, GroupFinder.Found found) {
        return !text.substring(found.end()).matches("(?is)\\s+(?:of|between|in|with which)\\b.*");
    }

    private static Body grouped(String text, GroupFinder.Found found, NameFinder finder, List<String> topics) {
        String before = text.substring(0, found.start());
        String after = text.substring(found.end());
        var names = new ArrayList<>(names(before, finder));
        var all = new ArrayList<>(topics);
        Matcher by = BY.matcher(after);
        if (after.startsWith("'")) {
            all.addAll(TopicList.of(after.replaceFirst("^'s?", "")));
        } else if (topics.isEmpty() && by.find() && by.start() == 0) {
            all.addAll(TopicList.of(after.substring(by.end())));
        } else if (before.matches("(?is).*\\bhow\\s+(?:do\\s+)?") && !after.isBlank()) {
            all.addAll(0, TopicList.ofPredicate(after));
        } else if (before.matches("(?is).*\\b(?:of|for|at)\\s+") && topics.isEmpty()) {
            all.addAll(TopicList.of(before.replaceFirst("(?is)\\s+(?:of|for|at)\\s+$", "")));
        } else {
            names.addAll(names(after, finder));
        }
        return new Body(Optional.of(found.group()), names, all, text);
    }

    /** "The licence and scaling of X and Y": what stands before "of" are the topics. */
    private static Optional<Body> topicsOf(String text, NameFinder finder, boolean comparison, List<String> topics) {
        Matcher of = Pattern.compile("\\s+(?:of|for|in|at)\\s+(?!which\\b)", Pattern.CASE_INSENSITIVE)
                .matcher(text);
        while (of.find()) {
            String before = text.substring(0, of.start());
            String after = text.substring(of.end());
            if (before.isBlank() || before.matches("(?i)(?:all|each|both|every|any|some|one|two|three|which|most)"))
                continue;
            if (!finder.known(before).isEmpty()
                    || GroupFinder.find(before).isPresent()
                            && named(before + " ", GroupFinder.find(before).get())
                            && !before.matches("(?i)the\\b.*")) continue;
            if (!beginsWithSubject(after, finder)) continue;
            Body subjects = subjects(after, finder, comparison, List.of());
            var all = new ArrayList<>(TopicList.of(before));
            all.addAll(subjects.topics());
            all.addAll(topics);
            return Optional.of(new Body(subjects.group(), subjects.names(), all, text));
        }
        return Optional.empty();
    }

    private static boolean beginsWithSubject(String text, NameFinder finder) {
        String bare = DETERMINER.matcher(text).replaceFirst("");
        return GroupFinder.find(text).filter(g -> g.start() == 0).isPresent()
                || finder.all(bare).stream().anyMatch(s -> s.start() == 0);
    }

    private static Optional<Body> possessive(String text, List<String> topics) {
        Matcher m = POSSESSIVES.matcher(text);
        if (!m.matches()) return Optional.empty();
        String topic = m.group(4) != null ? m.group(4) : m.group(2);
        var all = new ArrayList<>(TopicList.of(topic));
        all.addAll(topics);
        return Optional.of(new Body(Optional.empty(), List.of(subject(m.group(1)), subject(m.group(3))), all, text));
    }

    private static Body comparison(String text, NameFinder finder, List<String> topics) {
        String enumeration = text;
        var all = new ArrayList<>(topics);
        List<Span> spans = finder.all(text);
        if (topics.isEmpty() && !spans.isEmpty()) {
            // "X and Y by price": the topics begin behind the last name.
            int end = spans.getLast().end();
            Matcher by = BY.matcher(text.substring(end));
            if (by.find() && by.start() == 0) {
                all.addAll(TopicList.of(text.substring(end + by.end())));
                enumeration = text.substring(0, end);
            }
        }
        var names = new ArrayList<String>();
        for (String item : BETWEEN.split(enumeration, -1)) {
            String name = subject(item);
            if (!name.isEmpty() && names.stream().noneMatch(name::equalsIgnoreCase)) names.add(name);
        }
        return new Body(Optional.empty(), names, all, text);
    }

    private static List<String> names(String text, NameFinder finder) {
        return finder.all(text).stream().map(Span::name).distinct().toList();
    }

    private static String subject(String item) {
        return DETERMINER
                .matcher(Asides.trimmed(item))
                .replaceFirst("")
                .replaceAll("'s$", "")
                .strip();
    }

    /** Tells whether no subject was found. */
    boolean empty() {
        return group.isEmpty() && names.isEmpty();
    }

    private Body with(List<String> more) {
        var all = new ArrayList<>(topics);
        all.addAll(more);
        return new Body(group, names, all, rest);
    }
}
