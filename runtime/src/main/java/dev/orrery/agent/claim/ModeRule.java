package dev.orrery.agent.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The claim reaches no further than its source: what may be does not become what must be, nor some all, and no reason is made up. */
final class ModeRule implements Rule {
    private static final Set<String> MUST = mode("must");
    private static final Set<String> MAY = mode("may");
    private static final Set<String> ALL = mode("all");
    private static final Set<String> SOME = mode("some");
    private static final Set<String> REACH = mode("reach");
    private static final Set<String> BECAUSE = mode("because");
    private static final Set<String> REASON = mode("reason");
    private static final Set<String> DEFAULT = mode("default");

    private static final String TOO_STRONG = "the claim says that it must be so; the cited lines say that it may be";
    private static final String TOO_WIDE = "the claim says it of all or always; the cited lines say it of some or most";

    @Override
    public void check(Sentence claim, Cited cited, Consumer<String> faults) {
        List<Sentence> about = cited.about(claim);
        if (about.isEmpty()) return;
        Sentence best = about.getFirst();
        if (best.nearly(claim)) {
            if (exchanged(claim, best, MUST, MAY)) faults.accept(TOO_STRONG);
            if (exchanged(claim, best, ALL, SOME)) faults.accept(TOO_WIDE);
        }
        var here = words(List.of(claim));
        var there = words(about);
        if (has(here, MUST) && !has(here, MAY) && has(there, MAY) && !has(there, MUST)) {
            faults.accept(TOO_STRONG);
        }
        boolean partly = has(there, SOME) || has(there, REACH);
        if (has(here, ALL) && partly && !has(there, ALL) && !has(here, SOME) && !has(here, REACH)) {
            faults.accept(TOO_WIDE);
        }
        if (has(here, SOME) && has(there, ALL) && !has(there, SOME) && !has(there, REACH) && !has(here, ALL)) {
            faults.accept("the claim says it of some; the cited lines say it of all");
        }
        if (has(here, BECAUSE) && !has(words(cited.sentences()), REASON)) {
            faults.accept("the claim gives a reason that the cited lines do not give");
        }
        if (here.contains("default") && !has(words(cited.sentences()), DEFAULT)) {
            faults.accept("the claim speaks of a default; the cited lines do not");
        }
    }

    /** Tells whether a word of {@code one} has taken the place of a word of {@code other}. */
    private static boolean exchanged(Sentence claim, Sentence source, Set<String> one, Set<String> other) {
        return claim.count(one) > source.count(one) && claim.count(other) < source.count(other);
    }

    private static boolean has(Set<String> words, Set<String> mode) {
        return mode.stream().anyMatch(words::contains);
    }

    private static Set<String> words(List<Sentence> sentences) {
        var words = new HashSet<String>();
        for (Sentence s : sentences) {
            String before = "";
            for (Token t : s.tokens()) {
                words.add(t.lower());
                words.add(before + "-" + t.lower());
                before = t.lower();
            }
        }
        return words;
    }

    private static Set<String> mode(String name) {
        return WordList.lines("modes").stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> Set.of(line.substring(name.length() + 2).split(" +", -1)))
                .findFirst()
                .orElseThrow();
    }
}
