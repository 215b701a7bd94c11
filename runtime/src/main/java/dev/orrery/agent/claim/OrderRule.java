package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What comes before, after or above another thing in the cited lines does so in the claim. */
final class OrderRule implements Rule {
    private static final Set<String> CUES = Set.of("before", "after", "than", "instead", "until");

    /** How many words on either side of the cue are compared. */
    private static final int REACH = 4;

    private record Order(String cue, Set<String> first, Set<String> second) {}

    @Override
    public void check(Sentence claim, Cited cited, Consumer<String> faults) {
        List<Order> there =
                cited.about(claim).stream().flatMap(s -> in(s).stream()).toList();
        for (Order order : in(claim)) {
            List<Order> same =
                    there.stream().filter(o -> o.cue().equals(order.cue())).toList();
            boolean swapped = same.stream().anyMatch(o -> swapped(order, o))
                    && same.stream().noneMatch(o -> straight(order, o));
            if (swapped) {
                faults.accept("what stands before and behind “" + order.cue() + "” has changed places");
                return;
            }
        }
    }

    private static boolean swapped(Order a, Order b) {
        return !Collections.disjoint(a.first(), b.second())
                && !Collections.disjoint(a.second(), b.first())
                && Collections.disjoint(a.second(), b.second());
    }

    private static boolean straight(Order a, Order b) {
        return !Collections.disjoint(a.first(), b.first()) && !Collections.disjoint(a.second(), b.second());
    }

    private static List<Order> in(Sentence sentence) {
        var orders = new ArrayList<Order>();
        List<Token> tokens = sentence.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            String cue = tokens.get(i).lower();
            if (!CUES.contains(cue)) continue;
            orders.add(new Order(cue, around(tokens, i - 1, -1), around(tokens, i + 1, 1)));
        }
        return orders;
    }

    private static Set<String> around(List<Token> tokens, int from, int step) {
        var stems = new HashSet<String>();
        for (int i = from; i >= 0 && i < tokens.size() && stems.size() < REACH; i += step) {
            Token t = tokens.get(i);
            if (step > 0 && t.breaks()) break;
            if (t.content() && Opposites.of(t.stem()).isEmpty()) stems.add(t.stem());
            if (step < 0 && t.breaks()) break;
        }
        return stems;
    }
}
