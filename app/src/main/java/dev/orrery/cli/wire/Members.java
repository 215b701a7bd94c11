package dev.orrery.cli.wire;

import dev.orrery.kernel.Amount;
import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The pieces that several forms have in common. */
final class Members {
    static final Json NONE = new Json.Null();

    private Members() {}

    /** Returns {@code text}, or null where the library says "none" with an empty text. */
    static Json orNull(String text) {
        return text.isEmpty() ? NONE : Json.of(text);
    }

    static Json at(Optional<Instant> time) {
        return time.<Json>map(t -> Json.of(t.toString())).orElse(NONE);
    }

    static Json spent(Amount amount) {
        return Json.object()
                .with("tokens", amount.tokens())
                .with("costMicros", amount.costMicros())
                .with("turns", amount.turns());
    }

    static Json gaps(List<Plan.Gap> gaps) {
        return Json.of(gaps.stream()
                .map(g -> Json.object().with("step", g.step()).with("text", g.text()))
                .toList());
    }
}
