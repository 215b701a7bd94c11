package dev.orrery.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Takes a run over from a process that is gone. What is owed stays owed; only two kinds of debt need a decision: an
 * agent's turn that was in flight is charged in full and asked again, and a call that cannot be repeated and had begun
 * is for a human to find out.
 */
final class Recovery {
    private Recovery() {}

    static Optional<String> recover(Draft d) {
        for (RunState.Debt debt : List.copyOf(d.state().owed().values())) {
            switch (debt.effect()) {
                case Effect.Think think -> thinkAgain(d, debt, think);
                case Effect.UseTool use -> findOut(d, debt, use);
                case Effect.Assemble _, Effect.Wake _, Effect.Deliver _, Effect.Propose _ -> {}
            }
        }
        return Optional.empty();
    }

    private static void thinkAgain(Draft d, RunState.Debt debt, Effect.Think think) {
        d.emit(new Event.EffectLost(
                think.id(),
                "the process was gone before the answer",
                debt.terms().reserved()));
        Replies.think(
                d,
                new Effect.Think(
                        d.nextEffect(),
                        think.step(),
                        think.attempt(),
                        think.turn(),
                        think.agent(),
                        think.window(),
                        think.tokens()));
    }

    private static void findOut(Draft d, RunState.Debt debt, Effect.UseTool use) {
        boolean asked = d.state().questions().values().stream()
                .anyMatch(q -> q.kind() == Question.Kind.OUTCOME && q.about().equals(use.id()));
        if (debt.started() && !use.effect().repeatable() && !asked) {
            Calls.unknown(d, use, "the process was gone before the answer");
        }
    }
}
