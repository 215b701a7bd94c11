package dev.orrery.agent.extractive.selection;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a passage fits a topic.
 *
 * @param inText the share of the topic's weight that its sentence has
 * @param inHeadings the share that only the headings, the title or the file's name have
 * @param rarestInText whether the sentence has the topic's most telling word
 * @param rarestAbove whether the headings, the title or the file's name have it
 * @param focus how much of the nearest heading is the topic, 0 to 1
 * @param pageFocus how much of the document's title is the topic, 0 to 1
 * @param own whether the topic's most telling word stands there as itself, in the singular or plural, not as a relative: "custom"
 *     is no "customer", and "managed" no "manager"
 * @param early how soon the sentence comes to the topic, 0 to 1
 */
record Fit(
        double inText,
        double inHeadings,
        boolean rarestInText,
        boolean rarestAbove,
        double focus,
        double pageFocus,
        boolean own,
        double early) {
    private static final Fit NONE = new Fit(0, 0, false, false, 0, 0, false, 0);

    /** A word in a heading says a little less than the same word in the sentence. */
    private static final double HEADING_SHARE = 0.8;

    /** Nouns for who or what does something: their relatives are mostly about something else. */
    private static final Pattern AGENTIVE = Pattern.compile("\\p{L}{3}(?:er|or|ist|al|ant)s?$");

    /** A relative of the topic's word is often about the topic, and often about something else. */
    private static final double RELATIVE = -0.3;

    static Fit of(Terms terms, Reading reading) {
        if (terms.isEmpty()) return NONE;
        double text = 0;
        double headings = 0;
        for (Terms.Term term : terms.all()) {
            if (said(term, reading.stems())) text += term.weight();
            else if (term.in(reading.above())) headings += term.weight();
        }
        Terms.Term rarest = terms.rarest();
        return new Fit(
                text / terms.total(),
                headings / terms.total(),
                said(rarest, reading.stems()),
                rarest.in(reading.above()),
                focus(terms, reading.heading()),
                focus(terms, reading.page()),
                !AGENTIVE.matcher(rarest.word()).find() || reading.has(rarest.word()),
                early(terms, reading.stems()));
    }

    /** Returns how much of the topic the sentence and its headings have together, 0 to 1. */
    double coverage() {
        return inText + HEADING_SHARE * inHeadings;
    }

    /** Tells whether the topic is only mentioned: late in the sentence, and under headings that do not speak of it. */
    boolean inPassing() {
        return !rarestAbove && (early < 0.35 || (inText < 0.95 && early < 0.7));
    }

    /** Returns one number for all of it, about 0 to 2. */
    double score() {
        double headed = 0.5 * Math.max(focus, 0.7 * pageFocus) + (rarestAbove ? 0.15 : 0);
        // On the topic's own page a sentence need not name it; it counts as if it did so in its middle.
        double place = early == 0 && pageFocus >= 0.7 ? 0.35 : early;
        return 0.8 * inText + 0.35 * inHeadings + headed + 0.6 * place + (own ? 0 : RELATIVE);
    }

    private static boolean said(Terms.Term term, List<String> stems) {
        return IntStream.range(0, stems.size()).anyMatch(i -> said(term, stems, i));
    }

    /** Tells whether the term stands at {@code i}; a compound counts, too: "web hooks" for "webhooks". */
    private static boolean said(Terms.Term term, List<String> stems, int i) {
        if (term.in(List.of(stems.get(i)))) return true;
        return i + 1 < stems.size() && term.stem().equals(stems.get(i) + stems.get(i + 1));
    }

    private static double focus(Terms terms, Set<String> heading) {
        if (heading.isEmpty()) return 0;
        long shared = terms.all().stream().filter(t -> t.in(heading)).count();
        boolean telling = terms.rarest().in(heading);
        return telling ? Math.min(1, shared / (double) heading.size() + 0.2) : 0;
    }

    private static double early(Terms terms, List<String> stems) {
        for (int i = 0; i < stems.size(); i++) {
            int at = i;
            boolean here = terms.all().stream().anyMatch(t -> !t.empty() && said(t, stems, at));
            if (here) return i < 3 ? 1 : i < 7 ? 0.7 : i < 12 ? 0.35 : 0.1;
        }
        return 0;
    }
}
