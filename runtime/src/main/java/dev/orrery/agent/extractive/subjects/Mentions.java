package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.goal.NameFinder;
import dev.orrery.agent.extractive.language.FunctionWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names in a passage: what the knowledge has a place for, in any spelling, and capitalised words. */
final class Mentions {
    /** One or more capitalised words in a row; "&" may join two. */
    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{N}]*(?:[.+#-][\\p{L}\\p{N}]+)*"
                    + "(?:\\s+(?:&\\s+)?\\p{Lu}[\\p{L}\\p{N}]*(?:[.+#-][\\p{L}\\p{N}]+)*)*");

    /** Capitalised words that are names of times, places of the calendar, and offices: never a subject. */
    private static final Set<String> NO_NAMES = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "q1",
            "q2",
            "q3",
            "q4",
            "ceo",
            "cto",
            "cfo",
            "coo",
            "eu",
            "uk",
            "us",
            "usa",
            "mr",
            "mrs",
            "ms",
            "dr",
            "note",
            "notes",
            "ok",
            "yes",
            "i");

    /** What stands behind a name at the beginning of a sentence: else the capital may only be the sentence's. */
    private static final Pattern AFTER_NAME = Pattern.compile(
            "^(?:'s\\b|\\s*[,:;(–—/&]|\\s+-\\s|\\s*$|\\s+(?:and|or|is|are|was|were|has|have|had|isn't|aren't|does|doesn't|do|don't|can|can't|cannot"
                    + "|remains?|competes?|comes?|wins?|takes?|sells?|makes?|counts?|also|too|used|will|would|became|becomes|stopped|never|no|not)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What stands before a name that is the scene or the speaker of a sentence, not what it is about. */
    private static final Pattern SCENE = Pattern.compile(
            "(?:^|.*\\s)(?:in|on|at|since|until|during|by|according to|written in|based in|from|per|via|says|said|thanks to|dear)\\s+(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What stands between a name and another spelling of it. */
    private static final Pattern ALSO_CALLED = Pattern.compile(
            "\\s*\\(\\s*(?:(?:also|also known as|aka|a\\.k\\.a\\.|formerly|previously|now|short|or)\\s+)?|,?\\s+(?:also known as|also called|aka|a\\.k\\.a\\.|formerly|previously|now called)\\s+",
            Pattern.CASE_INSENSITIVE);

    private final NameFinder finder;
    private final Places places;

    Mentions(Places places) {
        this.places = places;
        this.finder = NameFinder.knowing(places.spellings());
    }

    /** Returns the names in {@code text}, in order. A name that has a place counts anywhere; others must look like one. */
    List<Mention> in(String text) {
        var mentions = new ArrayList<Mention>();
        Matcher m = CAPITALS.matcher(text);
        while (m.find())
            capitals(text, m.start(), m.group()).filter(Mention::mapped).ifPresent(mentions::add);
        for (NameFinder.Span span : finder.known(text)) {
            Mention known = mention(span.name(), span.start());
            if (!FunctionWords.is(span.name()) && free(mentions, known)) mentions.add(known);
        }
        m.reset();
        while (m.find())
            capitals(text, m.start(), m.group()).filter(c -> free(mentions, c)).ifPresent(mentions::add);
        mentions.sort(Comparator.comparingInt(Mention::start));
        return aliasesJoined(text, mentions);
    }

    /** Returns the names in {@code text} that are no words of {@code relation}, such as "Competitors" in "Competitors, by size". */
    List<Mention> in(String text, Relation relation) {
        return in(text).stream().filter(m -> !relation.in(m.name())).toList();
    }

    /** "Copper Finch (CF)" is one name with two spellings. */
    private static List<Mention> aliasesJoined(String text, List<Mention> mentions) {
        var joined = new ArrayList<Mention>();
        for (Mention m : mentions) {
            if (joined.isEmpty() || !alias(text, joined.getLast(), m)) {
                joined.add(m);
                continue;
            }
            Mention before = joined.removeLast();
            int end = m.end() < text.length() && text.charAt(m.end()) == ')' ? m.end() + 1 : m.end();
            joined.add(new Mention(
                    before.name(), before.start(), end, before.place().or(m::place)));
        }
        return joined;
    }

    private static boolean alias(String text, Mention before, Mention m) {
        return ALSO_CALLED.matcher(text.substring(before.end(), m.start())).matches() && sameSubject(before, m);
    }

    private static boolean sameSubject(Mention a, Mention b) {
        boolean shortForm = b.name().equalsIgnoreCase(Spelling.initials(a.name()))
                || !a.mapped() && b.name().matches("\\p{Lu}{2,5}");
        return shortForm || a.mapped() && (!b.mapped() || a.place().equals(b.place()));
    }

    private Optional<Mention> capitals(String text, int from, String words) {
        int start = from;
        String name = words;
        // "Our Tarnwick", "The Guardian": a function word before a name is none of its words.
        while (name.contains(" ") && FunctionWords.is(name.substring(0, name.indexOf(' ')))) {
            int next = name.indexOf(' ') + 1;
            start += next;
            name = name.substring(next);
        }
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        if (name.length() < 2 || FunctionWords.is(name) || NO_NAMES.contains(lower)) return Optional.empty();
        Mention mention = mention(name, start);
        if (mention.mapped()) return Optional.of(mention);
        String before = text.substring(0, start);
        String after = text.substring(start + name.length());
        boolean first = before.isBlank();
        if (first && !name.contains(" ") && !AFTER_NAME.matcher(after).matches()) return Optional.empty();
        return SCENE.matcher(before).matches() ? Optional.empty() : Optional.of(mention);
    }

    /** Makes a mention of a whole text that is a name by where it stands: a table cell, a list item, a heading. */
    Mention whole(String text) {
        return mention(text.strip(), 0);
    }

    private Mention mention(String name, int start) {
        return new Mention(
                name, start, start + name.length(), places.subject(name).filter(p -> !Places.generic(p)));
    }

    private static boolean free(List<Mention> mentions, Mention mention) {
        return mentions.stream().noneMatch(m -> m.start() < mention.end() && mention.start() < m.end());
    }
}
