package dev.orrery.cli.wire;

import dev.orrery.PlanView;
import dev.orrery.message.Json;

/** The form of a run's plan, which {@code plan --edit} takes back. */
public final class PlanJson {
    private PlanJson() {}

    /** Returns the form that {@code plan} prints. */
    public static Json.Obj of(PlanView plan) {
        return Json.object()
                .with("run", plan.run())
                .with("revision", plan.revision())
                .with("proposed", Json.of(plan.proposed()))
                .with("plan", plan.plan());
    }
}
