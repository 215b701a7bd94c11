package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds up what all claims say about each name. */
final class Tally {
    /**
     * What is said about one name.
     *
     * @param member the name with its place and evidence
     * @param pro the strongest claim that it belongs; 0 without one
     * @param contra the strongest claim that it does not; 0 without one
     * @param traits the most traits of the group that a claim says along with it
     * @param denial the passage that makes it
     */
    record Standing(Member member, double pro, double contra, int traits, Optional<Passage> denial) {
        /** Tells whether it belongs. A denial outweighs: who once belonged is often still spoken of. */
        boolean in() {
            return pro > 0 && contra <= 0;
        }

        boolean out() {
            return contra > 0;
        }
    }

    private static final int EVIDENCE_MAX = 4;

    private Tally() {}

    /** Returns one standing for each name, in the order in which the names were met. */
    static List<Standing> of(List<Claim> claims) {
        Map<String, List<Claim>> byName = new LinkedHashMap<>();
        for (Claim claim : claims)
            byName.computeIfAbsent(identity(claim, claims), k -> new ArrayList<>())
                    .add(claim);
        return byName.values().stream().map(Tally::standing).toList();
    }

    /** A name without a place is the same as one whose name begins with it: "Velmora" for "Velmora Relay". */
    private static String identity(Claim claim, List<Claim> claims) {
        Mention who = claim.who();
        if (who.mapped()) return who.identity();
        Set<String> longer = new LinkedHashSet<>();
        for (Claim other : claims) {
            boolean same = Spelling.begins(Spelling.telling(other.who().name()), Spelling.telling(who.name()));
            if (same) longer.add(other.who().identity());
        }
        longer.remove(who.identity());
        return longer.size() == 1 ? longer.iterator().next() : who.identity();
    }

    private static Standing standing(List<Claim> claims) {
        double pro = 0;
        double contra = 0;
        int traits = 0;
        Optional<Passage> denial = Optional.empty();
        var evidence = new LinkedHashMap<String, Passage>();
        var names = new LinkedHashSet<String>();
        Optional<Place> place = Optional.empty();
        for (Claim claim : claims) {
            names.add(claim.who().name());
            if (place.isEmpty()) place = claim.who().place();
            if (claim.member()) {
                pro = Math.max(pro, claim.strength());
                traits = Math.max(traits, claim.traits());
                if (evidence.size() < EVIDENCE_MAX)
                    evidence.putIfAbsent(claim.passage().at(), claim.passage());
            } else if (claim.strength() > contra) {
                contra = claim.strength();
                denial = Optional.of(claim.passage());
            }
        }
        String name = names.iterator().next();
        List<String> aliases = names.stream().filter(n -> !n.equals(name)).toList();
        return new Standing(
                new Member(name, place, aliases, List.copyOf(evidence.values())), pro, contra, traits, denial);
    }
}
