package dev.orrery.kernel;

import dev.orrery.kernel.Event.Verdict;
import dev.orrery.message.ToolCall;
import dev.orrery.plan.Plan;
import java.util.Optional;

/** What humans are asked, and what their answers lead to. */
final class Humans {
    private Humans() {}

    /** An agent cannot go on without an answer. */
    static void ask(Draft d, String id, String text) {
        d.emit(new Event.HumanAsked(
                new Question(d.nextQuestion(), id, Question.Kind.QUESTION, text, "", "", Optional.empty())));
    }

    /** Sets the timer that closes an expiring question. */
    static void wakeAtExpiry(Draft d, Question question) {
        question.expiresAt()
                .ifPresent(at -> d.emit(new Event.Requested(
                        new Effect.Wake(d.nextEffect(), question.step(), question.id(), at), Terms.free(0))));
    }

    static Optional<String> answer(Draft d, Command.Answer c) {
        Question question = d.state().questions().get(c.question());
        if (question == null) return closed(c.question());
        if (question.kind() != Question.Kind.QUESTION) {
            return Optional.of(question.id() + " waits for approve or deny, not for an answer");
        }
        if (c.text().isBlank()) return Optional.of("an answer has text");
        d.emit(new Event.HumanAnswered(question.id(), Verdict.ANSWERED, c.text()));
        Turns.next(d, question.step());
        return Optional.empty();
    }

    static Optional<String> approve(Draft d, Command.Approve c) {
        Question question = d.state().questions().get(c.question());
        if (question == null) return closed(c.question());
        if (question.expired(d.world().now())) {
            expire(d, question);
            return Optional.empty();
        }
        if (!c.hash().isEmpty() && !c.hash().equals(question.hash())) {
            return otherwise(question);
        }
        switch (question.kind()) {
            case QUESTION -> {
                return Optional.of(question.id() + " is a question; give it an answer");
            }
            case APPROVAL -> {
                d.emit(new Event.HumanAnswered(question.id(), Verdict.APPROVED, ""));
                Calls.request(d, question.step(), Integer.parseInt(question.about()));
                Calls.goOn(d, question.step());
            }
            case PLAN -> {
                Plan plan = d.state().progress().pending().orElseThrow();
                d.emit(new Event.HumanAnswered(question.id(), Verdict.APPROVED, ""));
                Revisions.accept(d, plan, question.step());
            }
            case OUTCOME -> settle(d, question, new Outcome.Unknown("a human says that it happened"));
        }
        return Optional.empty();
    }

    /** A human changes a call before allowing it: the leave is bound to the arguments as they now are. */
    static Optional<String> approveEdited(Draft d, Command.ApproveEdited c) {
        Question question = d.state().questions().get(c.question());
        if (question == null) return closed(c.question());
        if (question.kind() != Question.Kind.APPROVAL) {
            return Optional.of(question.id() + " is no call to approve; only a call's arguments can be edited");
        }
        if (question.expired(d.world().now())) {
            expire(d, question);
            return Optional.empty();
        }
        if (!c.hash().isEmpty() && !c.hash().equals(question.hash())) return otherwise(question);
        int slot = Integer.parseInt(question.about());
        Attempt attempt = d.step(question.step()).attempt().orElseThrow();
        var call = new ToolCall(attempt.slots().get(slot).call().tool(), c.arguments());
        d.emit(new Event.HumanAnswered(question.id(), Verdict.EDITED, ""));
        d.emit(new Event.CallEdited(question.id(), question.step(), slot, call));
        Calls.request(d, question.step(), slot);
        Calls.goOn(d, question.step());
        return Optional.empty();
    }

    private static Optional<String> otherwise(Question question) {
        return Optional.of(question.id() + " asks for something else than what was approved; look at it again");
    }

    static Optional<String> deny(Draft d, Command.Deny c) {
        Question question = d.state().questions().get(c.question());
        if (question == null) return closed(c.question());
        switch (question.kind()) {
            case QUESTION -> {
                return Optional.of(question.id() + " is a question; give it an answer, or cancel the run");
            }
            case APPROVAL -> refuse(d, question, Verdict.DENIED, c.why());
            case PLAN -> {
                d.emit(new Event.HumanAnswered(question.id(), Verdict.DENIED, c.why()));
                d.emit(new Event.RunEnded(RunStatus.CANCELLED, "the plan was denied: " + c.why()));
            }
            case OUTCOME -> settle(d, question, new Outcome.NotDone("a human says that it did not happen"));
        }
        return Optional.empty();
    }

    /** A human says what became of a call whose outcome is unknown. */
    static Optional<String> resolve(Draft d, Command.Resolve c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        Optional<Question> question = d.state().outcomeQuestion(c.effect());
        if (question.isPresent() && debt != null && debt.effect() instanceof Effect.UseTool use) {
            boolean happened = !(c.found() instanceof Outcome.NotDone);
            d.emit(new Event.HumanAnswered(question.get().id(), happened ? Verdict.APPROVED : Verdict.DENIED, ""));
            Calls.returned(d, use, c.found());
            return Optional.empty();
        }
        return Optional.of(
                debt == null
                        ? "no call " + c.effect() + " waits to be resolved; `orrery approvals` lists those that do"
                        : "what became of " + c.effect() + " is not in doubt: it waits for its answer");
    }

    static Optional<String> woke(Draft d, Command.Woke c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        if (debt != null && debt.effect() instanceof Effect.Retry retry) return Retries.woke(d, retry);
        if (debt == null || !(debt.effect() instanceof Effect.Wake wake)) return RunDecider.late(c.effect());
        if (d.world().now().isBefore(wake.at())) return Optional.of("it is not yet " + wake.at());
        d.emit(new Event.TimerFired(c.effect()));
        Question question = d.state().questions().get(wake.question());
        if (question != null) expire(d, question);
        return Optional.empty();
    }

    private static void expire(Draft d, Question question) {
        switch (question.kind()) {
            case APPROVAL -> refuse(d, question, Verdict.EXPIRED, "nobody allowed it in time");
            case PLAN -> {
                d.emit(new Event.HumanAnswered(question.id(), Verdict.EXPIRED, ""));
                d.emit(new Event.RunEnded(RunStatus.CANCELLED, "nobody approved the plan in time"));
            }
            case QUESTION, OUTCOME -> {}
        }
    }

    private static void refuse(Draft d, Question question, Verdict verdict, String why) {
        int slot = Integer.parseInt(question.about());
        var call = d.step(question.step())
                .attempt()
                .orElseThrow()
                .slots()
                .get(slot)
                .call();
        d.emit(new Event.HumanAnswered(question.id(), verdict, why));
        d.emit(new Event.ToolRefused(question.step(), slot, call, "approval", "not allowed: " + why));
        Calls.goOn(d, question.step());
    }

    /** A human found out what became of a call: the agent is told, and the call is never made again by itself. */
    private static void settle(Draft d, Question question, Outcome found) {
        boolean happened = found instanceof Outcome.Unknown;
        d.emit(new Event.HumanAnswered(question.id(), happened ? Verdict.APPROVED : Verdict.DENIED, ""));
        RunState.Debt debt = d.state().owed().get(question.about());
        if (debt != null && debt.effect() instanceof Effect.UseTool use) Calls.returned(d, use, found);
    }

    private static Optional<String> closed(String question) {
        return Optional.of("nothing waits under " + question + "; it was answered, or never asked");
    }
}
