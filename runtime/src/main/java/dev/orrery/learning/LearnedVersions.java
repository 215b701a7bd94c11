package dev.orrery.learning;

import dev.orrery.kernel.Learned;
import dev.orrery.kernel.Learned.Guideline;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the proposals in force amount to. */
final class LearnedVersions {
    private LearnedVersions() {}

    /**
     * Returns the learned version {@code version}, in which {@code inForce} holds and nothing else.
     *
     * @param inForce in the order of acceptance: a preferred agent is put before all that were preferred earlier
     */
    static Learned of(long version, List<Proposal> inForce) {
        Map<String, Double> routes = new HashMap<>();
        List<Guideline> guidelines = new ArrayList<>();
        for (Proposal p : inForce) {
            switch (p.kind()) {
                case ROUTE -> prefer(p, routes);
                case GUIDELINE ->
                    guidelines.add(new Guideline(
                            p.id(),
                            p.change().text("text"),
                            p.change().at("rule").orElse(Json.object())));
            }
        }
        return new Learned(version, routes, guidelines);
    }

    /**
     * Raises the preferred agent rather than lowering the other: the evidence says that it does well, and nothing of
     * agents that stand between the two.
     */
    private static void prefer(Proposal p, Map<String, Double> routes) {
        String capability = p.target().substring(0, p.target().indexOf('/') + 1);
        double highest = routes.entrySet().stream()
                .filter(r -> r.getKey().startsWith(capability))
                .mapToDouble(Map.Entry::getValue)
                .reduce(0, Math::max);
        routes.put(capability + p.change().text("prefer"), highest + p.change().number("weight", 1));
    }
}
