package dev.orrery.kernel;

import dev.orrery.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How runs end: with all, with gaps, without a report, or at a human's word. A stream ends once. */
final class Endings {
    /** The most gaps that the end names; the state has them all. */
    static final int NAMED_MAX = 20;

    private Endings() {}

    /** Nothing is left to do. */
    static void end(Draft d) {
        Progress progress = d.state().progress();
        boolean delivered = progress.plan()
                .flatMap(p -> d.state().graph().step(p.deliver()))
                .map(s -> s.phase() == StepState.Phase.DONE)
                .orElse(false);
        if (!delivered) {
            d.emit(new Event.RunEnded(RunStatus.FAILED, reason(progress)));
        } else if (progress.gaps().isEmpty()) {
            d.emit(new Event.RunEnded(RunStatus.DONE, ""));
        } else {
            d.emit(new Event.RunEnded(RunStatus.GAPS, reason(progress)));
        }
    }

    private static String reason(Progress progress) {
        List<Plan.Gap> gaps = progress.gaps();
        if (gaps.isEmpty()) return "nothing could be delivered";
        String named = gaps.stream()
                .limit(NAMED_MAX)
                .map(gap -> gap.step() + ": " + gap.text())
                .collect(Collectors.joining("; "));
        return gaps.size() <= NAMED_MAX ? named : named + "; and " + (gaps.size() - NAMED_MAX) + " more";
    }

    /** A human wants the run to end: what can be dropped is, and charged in full. */
    static Optional<String> cancel(Draft d, Command.Cancel c) {
        d.emit(new Event.CancelRequested(c.why()));
        String why = "the run was cancelled";
        List.copyOf(d.state().questions().values()).forEach(question -> StepEndings.withdraw(d, question, why));
        List.copyOf(d.state().owed().values()).forEach(debt -> StepEndings.drop(d, debt, why));
        return Optional.empty();
    }

    /** Ends a cancelled run once no call is open whose outcome may still come. */
    static void afterCancel(Draft d) {
        if (d.state().idle()) {
            String unresolved = unresolved(d.state());
            String why = d.state().progress().cancelling().orElse("");
            d.emit(new Event.RunEnded(
                    RunStatus.CANCELLED,
                    unresolved.isEmpty() ? why : why + " (unresolved: what became of " + unresolved + ")"));
        }
    }

    private static String unresolved(RunState s) {
        return s.owed().values().stream()
                .flatMap(debt -> debt.effect() instanceof Effect.UseTool use ? Stream.of(use) : Stream.empty())
                .limit(NAMED_MAX)
                .map(use -> "call " + use.id() + " of " + use.call().tool())
                .collect(Collectors.joining(", "));
    }
}
