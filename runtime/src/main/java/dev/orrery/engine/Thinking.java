package dev.orrery.engine;

import dev.orrery.agent.Agent;
import dev.orrery.agent.AgentException;
import dev.orrery.agent.Answer;
import dev.orrery.agent.Room;
import dev.orrery.context.Tokens;
import dev.orrery.context.WindowStore;
import dev.orrery.journal.Blob;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Command.Again;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.FailureKind;
import dev.orrery.kernel.RunState;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has agents answer their windows, each within what was reserved for the turn. Thread-safe. */
final class Thinking {
    /** The most tokens of a model's output: more than any report has needed. What the model wrote is bounded before. */
    static final long OUTPUT_TOKENS_MAX = 64_000;

    private static final Amount NOBODY_ASKED = new Amount(0, 0, 1);

    private final Deadline deadline;
    private final WindowStore store;
    private final Replies replies;
    private final Set<String> denied;

    Thinking(Deadline deadline, WindowStore store, Replies replies, Set<String> denied) {
        this.deadline = deadline;
        this.store = store;
        this.replies = replies;
        this.denied = Set.copyOf(denied);
    }

    /** One turn of one agent. */
    private record Asked(Effect.Think think, RunState.Debt debt, boolean model, Session session) {
        Amount reserved() {
            return debt.terms().reserved();
        }

        /** Returns what was used where nobody said it: of a model it is not known, of others it is counted. */
        Optional<Amount> counted(long tokens) {
            return model ? Optional.empty() : Optional.of(new Amount(tokens, 0, 1));
        }

        void fail(FailureKind kind, String why, Optional<Amount> used, Again again, Optional<Json> sent) {
            Optional<Blob> kept = kept(sent);
            session.submit(
                    new Command.ReplyFailed(think.id(), kind, why, used, again, kept.map(Blob::hash)),
                    kept.stream().toList());
        }

        void fail(FailureKind kind, String why, Optional<Amount> used) {
            fail(kind, why, used, Again.NO, Optional.empty());
        }
    }

    /** Asks the agent, and tells the session what came of it. */
    void think(Effect.Think think, RunState.Debt debt, Session session) throws InterruptedException {
        boolean model = session.state().pins().modelled(think.agent());
        var asked = new Asked(think, debt, model, session);
        if (denied.contains(think.agent())) {
            asked.fail(FailureKind.ERROR, think.agent() + " is switched off", Optional.of(NOBODY_ASKED));
            return;
        }
        Agent agent = replies.agents().get(think.agent());
        if (agent == null) {
            String why = "no agent answers as " + think.agent() + " here";
            asked.fail(FailureKind.ERROR, why, Optional.of(NOBODY_ASKED));
            return;
        }
        ask(agent, asked);
    }

    /** Interrupts the agent that answers {@code effect}, if one does: nobody wants the answer any more. */
    void drop(String effect) {
        deadline.drop(effect);
    }

    private void ask(Agent agent, Asked asked) throws InterruptedException {
        Effect.Think think = asked.think();
        Window window = store.read(think.window());
        long millis = asked.debt().terms().deadlineMillis();
        var room = new Room(asked.reserved().tokens(), asked.reserved().costMicros(), millis);
        deadline.within(
                new Deadline.Allowed(think.id(), millis),
                () -> agent.answer(window, room),
                asked.session().guarded(done -> {
                    switch (done) {
                        case Scheduler.Done.Gave<Answer>(Answer answer) -> answered(asked, window, answer);
                        case Scheduler.Done.Threw<Answer>(Throwable cause) -> broken(asked, cause);
                        case Scheduler.Done.Late<Answer> _ -> {
                            String why = "no answer within " + Duration.ofMillis(millis);
                            asked.fail(FailureKind.TIMEOUT, why, asked.counted(think.tokens()));
                        }
                    }
                }));
    }

    private static void broken(Asked asked, Throwable cause) {
        if (!(cause instanceof AgentException e)) {
            String why = asked.think().agent() + " broke: " + Deadline.words(cause);
            asked.fail(FailureKind.ERROR, why, asked.counted(asked.think().tokens()));
            return;
        }
        asked.fail(
                e.kind(),
                Deadline.words(e),
                e.used()
                        .map(Thinking::oneTurn)
                        .or(() -> asked.counted(asked.think().tokens())),
                new Again(e.again(), e.retryAfter()),
                e.sent());
    }

    private void answered(Asked asked, Window window, Answer answer) {
        Optional<String> fault = Storable.fault(answer.turn());
        if (fault.isPresent()) {
            String why = "the answer cannot be kept: " + fault.get();
            asked.fail(FailureKind.INVALID, why, usedOf(asked, answer), Again.NO, Optional.empty());
            return;
        }
        String text = content(answer.turn());
        long tokens = asked.think().tokens() + Tokens.of(text);
        Optional<Amount> used = answer.used()
                .map(Thinking::oneTurn)
                .or(() -> asked.counted(Math.min(tokens, asked.reserved().tokens())));
        if (tooLarge(asked, text, tokens)) {
            String why = "the output of " + Tokens.of(text) + " tokens is larger than an answer may be";
            asked.fail(FailureKind.LIMIT, why, used, Again.NO, answer.sent());
            return;
        }
        List<String> errors = errors(window, answer.turn());
        if (!errors.isEmpty()) {
            asked.fail(FailureKind.INVALID, String.join("; ", errors), used, Again.NO, answer.sent());
            return;
        }
        Optional<Blob> sent = kept(answer.sent());
        Optional<Hash> hash = sent.map(Blob::hash);
        asked.session()
                .submit(
                        new Command.Replied(
                                asked.think().id(), answer.turn(), used, answer.repairs(), window.label(), hash),
                        sent.stream().toList());
    }

    /** Returns what an answer used that cannot be kept, and whose size is not looked at. */
    private static Optional<Amount> usedOf(Asked asked, Answer answer) {
        return answer.used()
                .map(Thinking::oneTurn)
                .or(() -> asked.counted(asked.reserved().tokens()));
    }

    /**
     * An answer that is larger than what was reserved for it is refused: a budget is never exceeded. A model's output may
     * be put together from what it wrote in many turns, each paid for, so it has a bound of its own.
     */
    private static boolean tooLarge(Asked asked, String text, long tokens) {
        if (text.length() > Workers.CONTENT_MAX) return true;
        return asked.model()
                ? Tokens.of(text) > OUTPUT_TOKENS_MAX
                : tokens > asked.reserved().tokens();
    }

    private static String content(Turn turn) {
        return switch (turn) {
            case Turn.Final done -> JsonText.print(done.output());
            case Turn.Note note -> JsonText.print(note.content());
            case Turn.ToolCalls _, Turn.Ask _ -> "";
        };
    }

    private List<String> errors(Window window, Turn turn) {
        if (!(turn instanceof Turn.Final done)) return List.of();
        Json schema = window.item(Window.Part.OUTPUT, "schema")
                .map(i -> i.value().content())
                .orElse(Json.object());
        return replies.check().errors(schema, done.output());
    }

    /** Whatever an agent says of it, a turn is one. */
    private static Amount oneTurn(Amount said) {
        return new Amount(said.tokens(), said.costMicros(), 1);
    }

    /** Returns what is kept of the messages that were sent; nothing of those that no window could have led to. */
    private static Optional<Blob> kept(Optional<Json> sent) {
        return sent.map(JsonText::canonical)
                .filter(text -> text.length() <= Workers.CONTENT_MAX)
                .map(Blob::of);
    }
}
