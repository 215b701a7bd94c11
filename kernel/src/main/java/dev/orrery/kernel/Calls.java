package dev.orrery.kernel;

import dev.orrery.kernel.Event.Verdict;
import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.message.JsonText;
import dev.orrery.message.ToolCall;
import java.time.Duration;
import java.util.Optional;

/** Tool calls, from the gate to the answer. */
final class Calls {
    /** How long a human has to allow a call. */
    static final Duration APPROVAL_LASTS = Duration.ofDays(7);

    private Calls() {}

    /** Puts the call in {@code slot} before the gate: it is owed, asked about, or refused. */
    static void request(Draft d, String id, int slot) {
        Effect.UseTool use = effect(d, id, slot);
        if (mayHaveHappened(d.state(), use)) {
            refuse(d, use, "once", "an earlier attempt made this call already, and it is not repeated");
            return;
        }
        switch (d.judge(use)) {
            case Judgement.Allow allow -> d.emit(new Event.Requested(use, allow.terms()));
            case Judgement.Ask ask -> askFor(d, use, ask.why());
            case Judgement.Deny deny -> refuse(d, use, deny.rule(), deny.why());
        }
    }

    private static void refuse(Draft d, Effect.UseTool use, String rule, String why) {
        d.emit(new Event.ToolRefused(use.step(), use.slot(), use.call(), rule, why));
    }

    /** Tells whether a call that cannot be repeated was made under the same key, or may still be under way. */
    private static boolean mayHaveHappened(RunState s, Effect.UseTool use) {
        if (use.effect().repeatable()) return false;
        return s.made().contains(use.identity())
                || s.owed().values().stream()
                        .anyMatch(d -> d.effect() instanceof Effect.UseTool other
                                && other.identity().equals(use.identity()));
    }

    private static Effect.UseTool effect(Draft d, String id, int slot) {
        Attempt attempt = d.step(id).attempt().orElseThrow();
        ToolCall call = attempt.slots().get(slot).call();
        // A tool that is not pinned is refused by the gate; until then it counts as the worst class.
        EffectClass effect = d.state().pins().tools().getOrDefault(call.tool(), EffectClass.IRREVERSIBLE);
        return new Effect.UseTool(
                d.nextEffect(),
                id,
                attempt.number(),
                attempt.agent(),
                slot,
                call,
                key(d.state().begun().run(), id, attempt, slot),
                effect);
    }

    /**
     * Returns the idempotency key: run, step and call, where a call is its tool and arguments and how often the attempt
     * had asked for it. Another attempt that makes the same call carries the same key.
     */
    private static String key(String run, String id, Attempt attempt, int slot) {
        Attempt.Slot asked = attempt.slots().get(slot);
        return run + "/" + id + "/" + asked.identity() + "/" + asked.time();
    }

    private static void askFor(Draft d, Effect.UseTool use, String why) {
        var question = new Question(
                d.nextQuestion(),
                use.step(),
                Question.Kind.APPROVAL,
                use.agent() + " wants to call " + use.call().tool() + " with "
                        + JsonText.print(use.call().arguments()) + " (" + why + ")",
                use.fingerprint(d.state()).hex(),
                String.valueOf(use.slot()),
                Optional.of(d.world().now().plus(APPROVAL_LASTS)));
        d.emit(new Event.HumanAsked(question));
        Humans.wakeAtExpiry(d, question);
    }

    /** The call is about to be made. One that cannot be repeated begins once, whoever asks for it again. */
    static Optional<String> started(Draft d, Command.ToolStarted c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.UseTool use)) return RunDecider.late(c.effect());
        if (!debt.started()) {
            d.emit(new Event.ToolStarted(c.effect()));
        } else if (!use.effect().repeatable()) {
            return Optional.of("effect " + c.effect() + " has begun before; it is not begun again");
        }
        return Optional.empty();
    }

    /** The call was answered. An unknown outcome of a call that cannot be repeated is for a human to find out. */
    static Optional<String> answered(Draft d, Command.ToolAnswered c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.UseTool use)) return RunDecider.late(c.effect());
        boolean careful = !use.effect().repeatable();
        if (careful && !debt.started() && !(c.outcome() instanceof Outcome.NotDone)) {
            return Optional.of("effect " + c.effect() + " cannot be repeated; say that it begins before it is done");
        }
        Optional<Question> asked = d.state().outcomeQuestion(c.effect());
        if (careful && c.outcome() instanceof Outcome.Unknown unknown) {
            if (asked.isPresent()) return Optional.of(asked.get().id() + " asks a human about this already");
            unknown(d, use, unknown.reason());
            return Optional.empty();
        }
        asked.ifPresent(q -> d.emit(new Event.HumanAnswered(q.id(), Verdict.EXPIRED, "the call was answered")));
        if (!c.flags().isEmpty() && !d.state().ended()) d.emit(new Event.ContentFlagged(use.step(), c.flags()));
        returned(d, use, c.outcome());
        return Optional.empty();
    }

    /** The call came to something. What an earlier attempt asked for does not move the one under way. */
    static void returned(Draft d, Effect.UseTool use, Outcome outcome) {
        boolean current = d.step(use.step()).tries(use.attempt());
        d.emit(new Event.ToolReturned(use.id(), use.step(), outcome));
        if (current) goOn(d, use.step());
    }

    static void unknown(Draft d, Effect.UseTool use, String reason) {
        d.emit(new Event.HumanAsked(new Question(
                d.nextQuestion(),
                use.step(),
                Question.Kind.OUTCOME,
                "Did " + use.call().tool() + " with "
                        + JsonText.print(use.call().arguments()) + " happen? (" + reason + ")",
                use.fingerprint(d.state()).hex(),
                use.id(),
                Optional.empty())));
    }

    /** Goes to the next turn once no call of this one is open. */
    static void goOn(Draft d, String id) {
        if (!d.step(id).attempt().orElseThrow().waitsForCalls()) Turns.next(d, id);
    }
}
