package dev.orrery.learning;

import dev.orrery.kernel.Learned;
import dev.orrery.learning.RouteLessons.Pair;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns the lessons of all runs into proposals, each once: what is open grows by what is new, and what was closed is
 * proposed again only when as much speaks for it as the first time, none of it told before.
 */
final class Proposing {
    private Proposing() {}

    /** Returns what the lessons in {@code state} add to its proposals. */
    static List<LearningEvent> from(LearningState state) {
        var events = new ArrayList<LearningEvent>();
        for (Suggestion suggestion : suggestions(state))
            propose(state, suggestion).ifPresent(events::add);
        return events;
    }

    private static List<Suggestion> suggestions(LearningState state) {
        Collection<Lessons> lessons = state.lessons();
        var found = new ArrayList<Suggestion>();
        RouteLessons.pairs(lessons).stream()
                .filter(pair -> !preferred(state.learned(), pair))
                .collect(Collectors.groupingBy(Pair::target, TreeMap::new, Collectors.toList()))
                .forEach((_, pairs) -> route(state, lessons, pairs).ifPresent(found::add));
        for (String key : GuidelineLessons.keys(lessons)) {
            String name = "guideline " + key;
            boolean inForce = state.inForce().stream().anyMatch(p -> p.key().equals(name));
            if (inForce) continue;
            Threshold threshold = Threshold.ofRuns(state.alike(name));
            GuidelineLessons.suggestion(key, lessons, threshold).ifPresent(found::add);
        }
        return found;
    }

    /** An agent has one open proposal at a time; what else is learned of it meanwhile strengthens that one. */
    private static Optional<Suggestion> route(LearningState state, Collection<Lessons> lessons, List<Pair> pairs) {
        for (Pair pair : pairs) {
            if (open(state, pair.key()).isPresent()) {
                return RouteLessons.standing(pair, lessons, verdicts(state, pair));
            }
        }
        return RouteLessons.best(pairs, lessons, pair -> verdicts(state, pair));
    }

    private static boolean preferred(Learned learned, Pair pair) {
        double mine = learned.routes().getOrDefault(pair.target(), 0.0);
        return learned.routes().getOrDefault(pair.capability() + "/" + pair.other(), 0.0) > mine;
    }

    private static Optional<Proposal> open(LearningState state, String key) {
        return state.alike(key).stream()
                .filter(p -> p.status() == Proposal.Status.PROPOSED)
                .findFirst();
    }

    private static Threshold verdicts(LearningState state, Pair pair) {
        return Threshold.ofVerdicts(state.alike(pair.key()));
    }

    private static Optional<LearningEvent> propose(LearningState state, Suggestion s) {
        Json.Obj change = s.change().with("why", why(state, s));
        Optional<Proposal> open = open(state, s.key());
        if (open.isPresent()) return strengthen(open.get(), s, change);
        List<Evidence> evidence = s.evidence().subList(0, Math.min(s.evidence().size(), Proposal.EVIDENCE_MAX));
        return Optional.of(new LearningEvent.ProposalMade(new Proposal(
                id(state, s.key(), state.alike(s.key()).size() + 1),
                s.key(),
                s.kind(),
                s.target(),
                change,
                evidence,
                Proposal.Status.PROPOSED,
                0)));
    }

    private static String why(LearningState state, Suggestion s) {
        return state.alike(s.key()).stream()
                .filter(p -> p.status() != Proposal.Status.PROPOSED)
                .reduce((_, last) -> last)
                .map(p -> s.why() + ", all since " + p.id() + " was "
                        + p.status().wire().replace('-', ' '))
                .orElse(s.why());
    }

    private static Optional<LearningEvent> strengthen(Proposal open, Suggestion s, Json.Obj change) {
        Set<Evidence> known = new HashSet<>(open.evidence());
        List<Evidence> more =
                s.evidence().stream().filter(e -> !known.contains(e)).toList();
        boolean full = open.evidence().size() >= Proposal.EVIDENCE_MAX;
        if (more.isEmpty() || full) return Optional.empty();
        return Optional.of(new LearningEvent.ProposalStrengthened(open.id(), change, more));
    }

    /** Six digits of a hash of what is proposed and for the how-manieth time; more where two would be alike. */
    private static String id(LearningState state, String key, int round) {
        String hex = Hash.of(key + " #" + round).hex();
        int digits = 6;
        while (state.proposal("l-" + hex.substring(0, digits)).isPresent()) digits++;
        return "l-" + hex.substring(0, digits);
    }
}
