package dev.orrery.agent.extractive.goal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paper that a goal orders, which says what is wanted: "draft a comparison of X and Y" wants X and Y compared. With
 * nothing behind it ("draft a summary report") it only says what to hand over.
 */
final class Paper {
    private static final String COMPARISON = "(?:comparisons?|matrix|differences?|similarities|contrasts?)";
    private static final String LISTING = "(?:lists?|inventory|register|catalogue|catalog)";
    private static final String SUMMARY = "(?:summar(?:y|ies)|overview|digest|recap|rundown|outline|abstract)";
    private static final String REPORT =
            "(?:reports?|brief(?:ing)?s?|memo|notes?|table|dossier|analysis|profiles?|review|paper|write-up"
                    + "|one-pager|survey|study|landscape|assessment|document|factsheet|research|investigation|comparison table|changelog|change log)";
    private static final String ANY = "(?:" + COMPARISON + "|" + LISTING + "|" + SUMMARY + "|" + REPORT + ")";

    private static final String ORDER =
            "(?:draft|write|prepare|produce|create|make|compile|put together|assemble|build|do|give|show|generate"
                    + "|provide|need|want|get|present|deliver|send|hand|i need|we need|i want|we want|i would like|we would like|i'd like|we'd like)"
                    + "(?:\\s+(?:me|us|up|out))?\\s+";
    private static final String ARTICLE = "(?:(?:a|an|the|one|our|my|this|your|its|that|some)\\s+)";

    /** Up to three words between the article and the paper: "a short executive summary". */
    private static final String ADJECTIVES = "(?:[\\p{L}-]+\\s+){0,3}?";

    /** An order, an article, or an adjective of length: what else stands before a paper makes it another thing. */
    private static final String LEAD = "(?:" + ORDER + ARTICLE + "?" + ADJECTIVES + "|" + ARTICLE + ADJECTIVES
            + "|(?:(?:short|brief|quick|concise|detailed|full|long|executive|comprehensive)\\s+){0,2})";

    private static final String LINK = "(?:\\s+(?:report|table|document|page|paper|matrix|note))?\\s+"
            + "(?:on|about|of|for|covering|regarding|concerning|across|between|among|from|with|into|to cover|that covers)\\s+";

    private static final String THAT = ",?\\s+(?:(?:that|which|to)\\s+)?";

    private record Form(Pattern pattern, Verb verb) {}

    /** Tried in order; the last group is what the paper is about. */
    private static final List<Form> FORMS = List.of(
            form(LEAD + ANY + THAT + "(?:compares?|comparing|contrasts?|contrasting)\\s+(.+)", Verb.COMPARE),
            form(LEAD + ANY + THAT + "(?:lists?|listing|names|naming)\\s+(.+)", Verb.LIST),
            form(
                    LEAD + ANY + THAT
                            + "(?:summari[sz]es?|summari[sz]ing|explains?|explaining|describes?|describing|says?|saying)\\s+(.+)",
                    Verb.SUMMARISE),
            form(LEAD + COMPARISON + LINK + "(.+)", Verb.COMPARE),
            form(LEAD + "comparison table" + LINK + "(.+)", Verb.COMPARE),
            form(LEAD + LISTING + LINK + "(.+)", Verb.LIST),
            form(LEAD + SUMMARY + LINK + "(.+)", Verb.SUMMARISE),
            form(LEAD + REPORT + LINK + "(.+)", Verb.RESEARCH));

    /** "Competitor analysis", "make a supplier overview": what stands before the paper is what it is about. */
    private static final Pattern ABOUT_BEFORE = Pattern.compile(
            "^(?:" + ORDER + ")?" + ARTICLE + "?((?:[\\p{L}\\p{N}-]+\\s+){1,3}?)" + ANY + "(?:\\s+report)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ORDERED =
            Pattern.compile("^(?:" + ORDER + "|" + ARTICLE + ")", Pattern.CASE_INSENSITIVE);

    /** Endings of persons and bodies. */
    private static final Pattern AGENT =
            Pattern.compile("(?:[\\p{L}-]+ )?[\\p{L}-]*(?:or|er|ar|ant|ent|ist|ee|al)", Pattern.CASE_INSENSITIVE);

    /** Words before a paper that say how it is to be, not what about. */
    private static final Pattern MANNER = Pattern.compile(
            "^(?:(?:short|brief|quick|concise|detailed|full|long|executive|comprehensive|summary|final|written|clear|good|nice|one-page|two-page|structured"
                    + "|a|an|the|in-depth|thorough|simple|proper|new|comparison|overview|status)\\s*)*$",
            Pattern.CASE_INSENSITIVE);

    /** What may stand behind a paper that is about what the goal said before. */
    private static final String BACK =
            "(?:\\s+(?:of|on|about|with|from|for|to|in)\\s+(?:it|them|this|that|these|each|all of them|(?:your|the|our)\\s+(?:findings|results?|answers?|team|board|boss)"
                    + "|what you find|sources?|citations?|me|us|management|markdown)\\b.*)?";

    private static final Pattern HAND_OVER = Pattern.compile(
            "^(?:" + ORDER + ARTICLE + "?" + ADJECTIVES + ANY + "(?:\\s+(?:report|document|page|table|paper))?" + BACK
                    + "|(?:draft|write|prepare|give|show|put|turn|sum|summari[sz]e|recap|report|cite|quote|name|list|present|deliver|format|structure|organi[sz]e)(?:\\s+(?:up|me|us|on))?\\s+"
                    + "(?:it|them|this|that|these|everything|all of it|(?:the|your|all|its|their|all the)\\s+(?:results?|findings|differences|answers?|sources?|citations?)|sources?)\\b.*)$",
            Pattern.CASE_INSENSITIVE);

    private Paper() {}

    private static Form form(String pattern, Verb verb) {
        return new Form(Pattern.compile("^" + pattern + "$", Pattern.CASE_INSENSITIVE), verb);
    }

    /** Reads the paper that {@code part} orders; empty when it orders none, or says nothing of what it is about. */
    static Optional<Opening> read(String part, NameFinder finder) {
        for (Form form : FORMS) {
            Matcher m = form.pattern().matcher(part);
            if (m.matches())
                return Optional.of(new Opening(form.verb(), m.group(1).strip()));
        }
        Matcher before = ABOUT_BEFORE.matcher(part);
        if (!before.matches() || MANNER.matcher(before.group(1)).matches()) return Optional.empty();
        String about = before.group(1).strip();
        if (!ordered(part)
                && !AGENT.matcher(about).matches()
                && finder.known(about).isEmpty()) return Optional.empty();
        // A capital at the beginning of a sentence says nothing.
        if (before.start(1) == 0) about = Character.toLowerCase(about.charAt(0)) + about.substring(1);
        return Optional.of(new Opening(Verb.RESEARCH, plural(about)));
    }

    /** Without a verb that orders a paper, the first word may be one that nobody here understands: "translate the report". */
    private static boolean ordered(String part) {
        return ORDERED.matcher(part).lookingAt();
    }

    /** "Competitor" before a paper stands for the competitors; endings of persons and bodies show it. */
    private static String plural(String about) {
        boolean agent = AGENT.matcher(about).matches();
        boolean lower = about.equals(about.toLowerCase(java.util.Locale.ROOT));
        String noun = about.substring(about.lastIndexOf(' ') + 1);
        return agent && lower && noun.length() > 4 ? "the " + about + "s" : about;
    }

    /** Tells whether {@code part} only says what to hand over: "draft a summary report", "write it up". */
    static boolean handedOver(String part) {
        return HAND_OVER.matcher(part).matches();
    }
}
