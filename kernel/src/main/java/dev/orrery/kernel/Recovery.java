package dev.orrery.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Takes a run over from a process that is gone. What is owed stays owed; only two kinds of debt need a decision: an
 * agent's turn that was in flight is charged in full and asked for again, and a call that cannot be repeated and had begun
 * is for a human to find out.
 */
final class Recovery {
    private static final String GONE = "the process was gone before the answer";

    private Recovery() {}

    static Optional<String> recover(Draft d) {
        for (RunState.Debt debt : List.copyOf(d.state().owed().values())) {
            switch (debt.effect()) {
                case Effect.Think think ->
                    d.emit(new Event.EffectLost(think.id(), GONE, debt.terms().reserved()));
                case Effect.UseTool use -> findOut(d, debt, use);
                case Effect.Assemble _, Effect.Wake _, Effect.Retry _, Effect.Deliver _, Effect.Propose _ -> {}
            }
        }
        return Optional.empty();
    }

    private static void findOut(Draft d, RunState.Debt debt, Effect.UseTool use) {
        boolean lost = debt.started() && !use.effect().repeatable();
        if (lost && d.state().outcomeQuestion(use.id()).isEmpty()) Calls.unknown(d, use, GONE);
    }
}
