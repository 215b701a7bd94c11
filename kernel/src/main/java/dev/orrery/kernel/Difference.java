package dev.orrery.kernel;

import dev.orrery.plan.Plan;
import dev.orrery.plan.Ref;
import dev.orrery.plan.Step;
import java.util.HashMap;
import java.util.Map;

/** Which steps of a plan stand unchanged, inputs included, in the plan that follows it. Lives within one decision. */
final class Difference {
    private final Plan before;
    private final Plan after;
    private final Map<String, Boolean> known = new HashMap<>();

    Difference(Plan before, Plan after) {
        this.before = before;
        this.after = after;
    }

    /** Tells whether what {@code old} gave, or will give, is what the new plan wants. */
    boolean outputStands(Step old) {
        Boolean decided = known.get(old.id());
        if (decided != null) return decided;
        boolean stands = childrenStand(old) && listStands(old);
        known.put(old.id(), stands);
        return stands;
    }

    /** Tells whether the work of {@code old} is the same, whatever list it is repeated over. */
    boolean childrenStand(Step old) {
        boolean same = after.step(old.id())
                .map(s -> s.definition().equals(old.definition()))
                .orElse(false);
        return same && old.before().stream().allMatch(this::stands);
    }

    private boolean listStands(Step old) {
        if (old.forEach().isEmpty()) return true;
        Ref over = old.forEach().get().over();
        boolean same = after.step(old.id())
                .flatMap(Step::forEach)
                .map(f -> f.over().equals(over))
                .orElse(false);
        return same && old.needs().stream().allMatch(this::stands);
    }

    private boolean stands(String need) {
        return before.step(need).map(this::outputStands).orElse(true);
    }
}
