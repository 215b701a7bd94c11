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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            GuidelineLessons.suggestion(key, lessons, otherRuns(state, name)).ifPresent(found::add);
        }
        return found;
    }

    /** An agent has one open proposal at a time; what else is learned of it meanwhile strengthens that one. */
    private static Optional<Suggestion> route(LearningState state, Collection<Lessons> lessons, List<Pair> pairs) {
        for (Pair pair : pairs) {
            if (open(state, pair.key()).isPresent()) {
                return RouteLessons.standing(pair, lessons, otherVerdicts(state, pair.key()));
            }
        }
        return RouteLessons.best(pairs, lessons, pair -> otherVerdicts(state, pair.key()));
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

    /** Evidence that no proposal of the same change was closed with. */
    private static Predicate<Evidence> otherVerdicts(LearningState state, String key) {
        Set<String> used = closed(state, key).map(e -> e.run() + " " + e.seq()).collect(Collectors.toSet());
        return e -> !used.contains(e.run() + " " + e.seq());
    }

    private static Predicate<Evidence> otherRuns(LearningState state, String key) {
        Set<String> used = closed(state, key).map(Evidence::run).collect(Collectors.toSet());
        return e -> !used.contains(e.run());
    }

    private static Stream<Evidence> closed(LearningState state, String key) {
        return state.alike(key).stream()
                .filter(p -> p.status() != Proposal.Status.PROPOSED)
                .flatMap(p -> p.evidence().stream());
    }

    private static Optional<LearningEvent> propose(LearningState state, Suggestion s) {
        List<Proposal> alike = state.alike(s.key());
        Optional<Proposal> open = open(state, s.key());
        if (open.isPresent()) return strengthen(open.get(), s);
        String why = alike.isEmpty()
                ? s.why()
                : s.why() + ", all since " + alike.getLast().id() + " was "
                        + alike.getLast().status().wire();
        Json.Obj change = s.change().with("why", why);
        List<Evidence> evidence = s.evidence().subList(0, Math.min(s.evidence().size(), Proposal.EVIDENCE_MAX));
        return Optional.of(new LearningEvent.ProposalMade(new Proposal(
                id(state, s.key(), alike.size() + 1),
                s.key(),
                s.kind(),
                s.target(),
                change,
                evidence,
                Proposal.Status.PROPOSED,
                0)));
    }

    private static Optional<LearningEvent> strengthen(Proposal open, Suggestion s) {
        Set<Evidence> known = new HashSet<>(open.evidence());
        List<Evidence> more =
                s.evidence().stream().filter(e -> !known.contains(e)).toList();
        boolean full = open.evidence().size() >= Proposal.EVIDENCE_MAX;
        if (more.isEmpty() || full) return Optional.empty();
        return Optional.of(
                new LearningEvent.ProposalStrengthened(open.id(), s.change().with("why", s.why()), more));
    }

    /** Six digits of a hash of what is proposed and for the how-manieth time; more where two would be alike. */
    private static String id(LearningState state, String key, int round) {
        String hex = Hash.of(key + " #" + round).hex();
        int digits = 6;
        while (state.proposal("l-" + hex.substring(0, digits)).isPresent()) digits++;
        return "l-" + hex.substring(0, digits);
    }
}
