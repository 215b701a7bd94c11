package dev.orrery.agent.extractive.goal;

import java.util.List;
import java.util.regex.Pattern;

/** Takes off a goal what does not change the report: politeness, the form of delivery, "in these documents". */
final class Asides {
    private static final String PAPERS =
            "(?:documents?|documentation|docs|files?|folders?|knowledge(?: base)?|pages|materials?"
                    + "|notes|texts?|papers|sources|handbooks?|guides?|manuals?)";

    /** Openings that only say that something is wanted. */
    private static final Pattern POLITE = Pattern.compile(
            "^(?:(?:please|kindly|hi|hello|hey|ok|so|now|dear \\w+)[,!]?\\s+"
                    + "|(?:can|could|would|will) you\\s+(?:please\\s+|kindly\\s+)?"
                    + "|(?:i|we)(?:'d| would)? (?:like|want|need|love) (?:you )?to\\s+(?!know|see|understand|find out|learn)"
                    + "|(?:i|we) want you to\\s+|help (?:me|us)(?: to)?\\s+|your (?:task|job|goal) is to\\s+"
                    + "|(?:the )?(?:goal|task|aim)(?: is)?:?\\s+(?:to\\s+)?|let's\\s+|go and\\s+"
                    + "|(?:our|my|the) \\w+ (?:wants|needs|asked for|asks for|would like)(?: to (?:see|have|read|get))?\\s+)",
            Pattern.CASE_INSENSITIVE);

    /** Endings that name the sources, the form, or the reader. */
    private static final List<Pattern> ENDINGS = List.of(
            ending(
                    "(?:with|including|and|giving|citing|state|cite|give|name|show|each with|along with|together with)"
                            + " (?:(?:all|the|its|their|your|a|each|full|exact)\\s+)*(?:sources?|citations?|references?|quotations?|quotes)"),
            ending("(?:in|from|using|based on|out of|across|within|throughout|given|per|by reading|drawing on)"
                    + " (?:(?:all|the|these|this|those|our|my|of|supplied|provided|attached|given|available|whole|entire|following|\\w+'s)\\s+)*"
                    + PAPERS + "(?: (?:here|provided|supplied|attached|in this folder))?"),
            ending(
                    "(?:in|as|into) (?:(?:a|an|one|single|short|brief|concise|clear|simple|detailed|two-page|one-page)\\s+)*"
                            + "(?:table|report|page|list|summary|paragraph|matrix|document|overview|brief|memo|bullets?|bullet points|markdown)"),
            ending("for (?:me|us|the board|management|the team|my boss|our (?:board|management|team|readers|boss))"),
            ending("side by side|please|in detail|briefly|in short|thanks|thank you|in (?:plain |simple )?english|here"
                    + "|if possible|as well|too|with each other|to each other|against each other|one by one"));

    private static Pattern ending(String text) {
        return Pattern.compile(",?\\s+(?:" + text + ")[\\s.,;!?]*$", Pattern.CASE_INSENSITIVE);
    }

    private Asides() {}

    /** Returns {@code text} without politeness before it and punctuation behind it. */
    static String plain(String text) {
        String plain = text.strip().replaceAll("\\s+", " ").replace('’', '\'').replaceAll("[\\s.!?]+$", "");
        String before;
        do {
            before = plain;
            plain = POLITE.matcher(plain).replaceFirst("");
        } while (!plain.equals(before));
        return plain;
    }

    /** Returns {@code text} without what ends it and does not change the report. */
    static String trimmed(String text) {
        String trimmed = text.strip();
        String before;
        do {
            before = trimmed;
            for (Pattern ending : ENDINGS) trimmed = ending.matcher(trimmed).replaceFirst("");
            trimmed = trimmed.replaceAll("[\\s,;:.!?]+$", "");
        } while (!trimmed.equals(before));
        return trimmed;
    }
}
