package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.goal.Group;
import java.util.Locale;
import java.util.regex.Pattern;

/** Weighs how plainly something is said. The numbers only have to keep hedged statements behind plain ones. */
final class Emphasis {
    static final double PLAIN = 1.0;

    /** What a heading or a neighbouring sentence says is weaker than what a sentence says itself. */
    static final double IMPLIED = 0.7;

    /** Names that stand beside the relation with nothing said of them. Too weak to settle anything. */
    static final double HINTED = 0.55;

    private static final double STEP = 0.5;

    private static final Pattern STRONG = Pattern.compile(
            "\\b(?:main|chief|principal|primary|biggest|closest|strongest|direct|top|key|major|serious|real|most often|always|above all|first and foremost|core)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HEDGED = Pattern.compile(
            "\\b(?:(?-i:may)|might|could|perhaps|possibly|maybe|minor|smaller|marginal|occasional(?:ly)?|indirect(?:ly)?|distant|emerging|potential|would-be"
                    + "|secondary|niche|rarely|seldom|sometimes|one day|some day|in future|in the future|next year|to a lesser (?:extent|degree)|keep an eye on|lesser|other(?! hand))\\b",
            Pattern.CASE_INSENSITIVE);

    /** What others say is not what the user's papers say. */
    private static final Pattern REPORTED = Pattern.compile(
            "\\b(?:analysts?|people|some|journalists?|they|customers?|press|magazines?|often|wrongly|mistakenly|frequently|sometimes) (?:\\p{L}+ ){0,2}?"
                    + "(?:names?|named|mentions?|mentioned|calls?|called|sees?|seen|says?|regards?|considers?|considered|lists?|listed|thinks?|claims?|described?)\\b"
                    + "|\\b(?:mentioned|named|cited|listed|described) (?:\\p{L}+ ){0,2}as\\b|\\brumou?r\\w*\\b|\\ballegedly\\b|\\bso-called\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PAST = Pattern.compile("\\b(?:was|were|had been)\\b", Pattern.CASE_INSENSITIVE);

    private Emphasis() {}

    /** Returns the strength of a statement made in {@code clause} under {@code heading}. */
    static double of(String clause, String heading, double start) {
        double strength = start;
        if (STRONG.matcher(clause).find() || STRONG.matcher(heading).find()) strength += STEP;
        if (HEDGED.matcher(clause).find()) strength -= STEP;
        if (REPORTED.matcher(clause).find()) strength -= STEP;
        if (PAST.matcher(clause).find()) strength -= STEP;
        return strength;
    }

    /** Returns how many traits of {@code group} stand in {@code clause} or the heading above it. */
    static int traits(String clause, String heading, Group group) {
        String both = (clause + " " + heading).toLowerCase(Locale.ROOT);
        return (int) group.traits().stream().filter(both::contains).count();
    }
}
