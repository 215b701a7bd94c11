package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The claim's limits lie where those of the cited lines lie: at least stays at least, up to stays up to. */
final class LimitRule implements Rule {
    private static final Set<String> BOUNDED = WordList.stems("bounded");

    @Override
    public void check(Sentence claim, Cited cited, Consumer<String> faults) {
        for (Limit limit : Limit.in(claim)) {
            var there = new ArrayList<Limit>();
            boolean bare = false;
            for (Sentence s : cited.sentences()) {
                List<Limit> set = Limit.in(s).stream()
                        .filter(l -> l.number().same(limit.number()))
                        .toList();
                there.addAll(set);
                boolean stands = s.quantities().stream().anyMatch(limit.number()::same);
                bare |= stands && set.isEmpty() && s.tokens().stream().anyMatch(t -> BOUNDED.contains(t.stem()));
            }
            boolean held = bare || there.stream().anyMatch(l -> limit.side().followsFrom(l.side()));
            boolean stands = cited.quantities().stream().anyMatch(limit.number()::same);
            if (held || !stands) continue;
            faults.accept(
                    there.isEmpty()
                            ? "the claim says “" + limit.words() + "” "
                                    + limit.number().shown() + "; the cited lines set no such limit"
                            : "the cited lines say “" + there.getFirst().words() + "” "
                                    + limit.number().shown() + ", not “" + limit.words() + "”");
        }
    }
}
