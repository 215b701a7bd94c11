package dev.orrery.agent.extractive.subjects;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a clause says about its names: that they are members of the group, or that they are not. The patterns are few and
 * each is one way in which English says it.
 */
final class Assertions {
    private static final String NAME = "<\\d+>\\.?";

    /** What joins two names of an enumeration, with a word of degree between. */
    private static final String AND =
            "(?:\\s*,\\s*(?:(?:and|or|plus|then|also|but also)\\s+)*|\\s+(?:and|or|&|plus|as well as|along with|together with|followed by)\\s+|\\s*[&/]\\s*)"
                    + "(?:(?:then|also|the|increasingly|lately|finally|sometimes|to a lesser (?:extent|degree)|(?:more|less) (?:rarely|often|recently))[,\\s]+)*";

    private static final String NAMES = "(?<who>" + NAME + "(?:" + AND + NAME + ")*)";

    /** Anything inside one clause that is neither a name nor the relation. */
    private static final String GAP = "[^<>;]{0,60}?";

    /** The same within one predicate: a negation reaches no further than the next verb, conjunction or comma. */
    private static final String NEAR = "(?:(?!\\b(?:is|are|and|which|who|that)\\b|,)[^<>;]){0,50}?";

    private static final String NOT =
            "(?:\\b(?:not|never|no longer|nor|neither|none|nobody|hardly|scarcely|barely|cannot|far from|anything but|ceased|stopped"
                    + "|declined|refus\\w+)\\b|\\b\\w+n't\\b)";

    /** "No" denies only what it stands before. */
    private static final String NO = "\\bno\\s+(?:[\\p{L}-]+\\s+){0,2}";

    private static final String FORMER =
            "\\b(?:former|formerly|erstwhile|used to|until|till|previous|previously|ex|defunct|once (?:our|an?|the)|one-time|onetime|any ?more|any longer|no longer|no more)\\b";

    private static final String IS =
            "\\b(?:is|are|remains?|becomes?|became|counts?|ranks?|qualif\\w+|stays?|being|was|were|has been|have been)\\b";

    private static final String LEADS_TO =
            "\\b(?:are|is|include|includes|including|remain|remains|namely|with|against|to|like|such as|called|named|from|by|were|being|i\\.e\\.|than)";

    /** Ways to say that someone belongs to the group. */
    private static final List<Pattern> MEMBERS = List.of(
            // our rivals are A and B; we compete with A; our rivals: A
            pattern("<R>" + GAP + "(?:" + LEADS_TO + "\\s*:?|:)\\s*(?:(?:both|the|all|mainly|chiefly|only|just)\\s+)*"
                    + NAMES),
            pattern("<R>\\s*[,:]?\\s*" + NAMES),
            // A and B are our rivals
            pattern(NAMES + GAP + IS + GAP + "<R>"),
            // A, our rival; A (a rival); A: rival
            pattern(NAMES + "\\s*[,(:–—-]\\s*" + GAP + "<R>"),
            // A competes with us
            pattern(NAMES + "\\s+(?:(?!with\\b|for\\b)\\p{L}+\\s+){0,4}?<R>"),
            // we regard A as a rival
            pattern(
                    "\\b(?:treat|regard|consider|see|view|count|class|rank|call|name|think of|list|watch|meet|face|rate)\\w*\\s+"
                            + NAMES + GAP + "<R>"),
            // no rival worries us more than A
            pattern("\\bno (?:other )?<R>" + GAP + "\\b(?:than|as|like)\\s+" + NAMES));

    /** Ways to say that someone does not belong to the group, or does no longer. */
    private static final List<Pattern> OUTSIDERS = List.of(
            pattern(NAMES + GAP + "(?:" + NOT + NEAR + "|" + NO + ")<R>"),
            pattern(NOT + NEAR + NAMES + NEAR + "<R>"),
            pattern(NOT + NEAR + "<R>" + GAP + NAMES),
            pattern("<R>" + GAP + NOT + "\\s*(?:(?:include|be|mean|count|number|cover|any longer|even|longer)\\s+)*"
                    + NAMES),
            pattern(NAMES + GAP + FORMER + GAP + "<R>"),
            pattern(FORMER + "[\\s-]+(?:\\p{L}+\\s+){0,2}<R>" + GAP + NAMES),
            pattern(NAMES + GAP + "<R>" + GAP + FORMER),
            pattern(
                    "\\b(?:everyone|everybody|all(?: of them| others)?|every \\w+|anyone)\\s+(?:except(?: for)?|but|other than|apart from|besides)\\s+"
                            + NAMES),
            pattern(
                    "^" + NAMES
                            + "\\s*[:(,–—-]+\\s*(?:(?:but|still|is|are)\\s+)*(?:not|no|never|former|formerly|ex|no longer)\\b"));

    /** What looks like a denial and says the opposite: "no rival worries us more than A", "apart from A nobody competes". */
    private static final List<Pattern> EXCEPTIONS = List.of(
            pattern("\\bno (?:other )?<R>" + GAP + "\\b(?:than|as|like)\\s+" + NAMES),
            pattern("\\b(?:apart from|besides|except(?: for)?|other than|aside from)\\s+" + NAMES
                    + ",?\\s+(?:no|nobody|no one|none|we have no|there (?:is|are) no|hardly any\\w*)\\b" + GAP + "<R>"),
            pattern("\\b(?:no one|nobody|none)(?: else)?\\s+(?:but|except(?: for)?|other than|besides)\\s+" + NAMES
                    + GAP + "<R>"));

    /** "A's rivals": whose relation is spoken of. */
    private static final Pattern OWNER = pattern(NAMES + "'s?\\s+(?:[\\p{L}-]+\\s+){0,3}<R>");

    /** "A competes with B": B is the rival, and A is whoever has it. */
    private static final Pattern OTHERS_RIVAL = pattern(
            NAMES + "\\s+(?:\\p{L}+\\s+){0,2}<R>\\s+(?:\\p{L}+\\s+){0,2}(?:with|against|to)\\s+(?:both\\s+)?<\\d+>");

    /** "We use A", "built with A": a tool, whatever else is said around. */
    private static final Pattern IN_USE = pattern(
            "\\b(?:we|us|our (?:team|teams|company|staff|office))\\s+(?:also\\s+|still\\s+|now\\s+|already\\s+)*"
                    + "(?:use|run|rely on|depend on|licen[cs]e|subscribe to|host|store|handle|track|manage|write|build|keep|work)\\b"
                    + GAP + NAMES);

    /** "Only A and B are rivals": whoever else was spoken of is none. */
    private static final Pattern ONLY = pattern("\\bonly\\s+(?:\\p{L}+\\s+){0,3}<(?:\\d+|R)>");

    /** "Whether A is a rival" leaves open what it asks. */
    private static final Pattern OPEN = pattern("\\bwhether\\b" + "|\\bif\\s+<\\d+>");

    private static final Pattern DENIED = pattern(NOT + "|" + NO + "<R>|" + FORMER);

    private Assertions() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** Returns the names that {@code clause} says are members. */
    static Set<Mention> members(Template clause) {
        if (!clause.related() || foreign(clause) || clause.has(OPEN)) return Set.of();
        var members = new LinkedHashSet<Mention>();
        for (Pattern pattern : MEMBERS) members.addAll(clause.who(pattern));
        for (Pattern pattern : EXCEPTIONS) members.addAll(clause.who(pattern));
        members.removeAll(outsiders(clause));
        members.removeAll(clause.who(OWNER));
        members.removeAll(clause.who(OTHERS_RIVAL));
        return members;
    }

    /** Returns the names that {@code clause} says are no members. */
    static Set<Mention> outsiders(Template clause) {
        if (!clause.related() || clause.has(OPEN)) return Set.of();
        var outsiders = new LinkedHashSet<Mention>();
        for (Pattern pattern : OUTSIDERS) outsiders.addAll(clause.who(pattern));
        EXCEPTIONS.forEach(e -> outsiders.removeAll(clause.who(e)));
        return outsiders;
    }

    /** Tells whether {@code clause} speaks of the relation of someone other than the user, who has a place here. */
    private static boolean foreign(Template clause) {
        return clause.who(OWNER).stream().anyMatch(Mention::mapped)
                || clause.who(OTHERS_RIVAL).stream().anyMatch(Mention::mapped);
    }

    /** Returns the names that {@code clause} says are in use by the user. */
    static Set<Mention> inUse(Template clause) {
        return clause.who(IN_USE);
    }

    /** Tells whether {@code who} stands behind the relation: "our rivals: A does it on price, B on service". */
    static boolean behindRelation(Template clause, Mention who) {
        int mark = clause.text().indexOf("<" + clause.mentions().indexOf(who) + ">");
        return mark > clause.text().indexOf(Template.RELATION);
    }

    /**
     * Returns the names with a place that {@code clause} brings together with the relation without saying what they are to
     * each other. A hint, no more.
     */
    static Set<Mention> hinted(Template clause) {
        if (!clause.related() || foreign(clause) || clause.has(DENIED) || clause.has(OPEN)) return Set.of();
        var hinted = new LinkedHashSet<Mention>(clause.mentions());
        hinted.removeIf(m -> !m.mapped());
        hinted.removeAll(members(clause));
        hinted.removeAll(inUse(clause));
        return hinted;
    }

    static boolean onlyThese(Template clause) {
        return clause.related() && clause.has(ONLY);
    }
}
