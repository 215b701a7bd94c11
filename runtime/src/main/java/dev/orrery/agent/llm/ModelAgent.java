package dev.orrery.agent.llm;

import dev.orrery.agent.Agent;
import dev.orrery.agent.AgentException;
import dev.orrery.agent.Answer;
import dev.orrery.agent.Room;
import dev.orrery.agent.SchemaCheck;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.FailureKind;
import dev.orrery.kernel.ModelPin;
import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import dev.orrery.model.Bounds;
import dev.orrery.model.Completion;
import dev.orrery.model.Message;
import dev.orrery.model.Model;
import dev.orrery.model.ModelException;
import dev.orrery.model.Prompt;
import dev.orrery.model.Stop;
import dev.orrery.model.Usage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An agent whose turns a language model takes: its definition says how, a form puts the window to the model as one small
 * question, and the reply becomes a turn. It asks once a turn; asking again, waiting and giving up are the kernel's.
 * Thread-safe.
 */
public final class ModelAgent implements Agent {
    private static final Room UNBOUNDED = new Room(Long.MAX_VALUE, Long.MAX_VALUE, Bounds.USUAL.totalMillis());

    private final AgentCard card;
    private final ModelPin pin;
    private final Supplier<Model> model;
    private final Forms forms;
    private final SchemaCheck check;

    /**
     * Makes the agent of {@code card}, which names a model.
     *
     * @param model opens the model with the first turn that needs one
     */
    public ModelAgent(AgentCard card, Supplier<Model> model, SchemaCheck check) {
        this.card = card;
        this.pin = card.model()
                .orElseThrow(() -> new IllegalArgumentException("agent " + card.name() + " names no model"));
        this.model = model;
        this.forms = Forms.of(card);
        this.check = check;
    }

    @Override
    public Turn reply(Window window) {
        return answer(window, UNBOUNDED).turn();
    }

    @Override
    public Answer answer(Window window, Room room) {
        return switch (forms.of(window).next(window)) {
            case Move.Settled settled -> Answer.of(settled.turn()).withUsed(new Amount(0, 0, 1));
            case Move.Asked asked -> asked(asked.question(), window, room);
        };
    }

    private Answer asked(Question question, Window window, Room room) {
        Prompt prompt = prompt(question, window);
        Json sent = Sent.of(prompt);
        try {
            Completion reply = model.get().complete(prompt, bounds(question, room));
            Optional<Amount> used = reply.usage().map(this::amount);
            try {
                return read(question, reply, used).withSent(sent);
            } catch (UnusableReply unusable) {
                AgentException invalid = new AgentException(unusable.critique()).withKind(FailureKind.INVALID);
                throw used.map(invalid::withUsed).orElse(invalid).withSent(sent);
            }
        } catch (ModelException failed) {
            AgentException said = Failure.of(card, failed).withSent(sent);
            throw failed.usage().map(this::amount).map(said::withUsed).orElse(said);
        }
    }

    private Prompt prompt(Question question, Window window) {
        String text = question.text() + objection(window);
        var messages = List.<Message>of(new Message.Instruction(card.role()), new Message.User(text));
        return new Prompt(messages, question.offers(), Optional.of(question.shape()), 0);
    }

    /** What was wrong with the last reply stands at the end, where it is read last and no prefix changes. */
    private static String objection(Window window) {
        List<Exchange> past = window.exchanges();
        return !past.isEmpty() && past.getLast() instanceof Exchange.Objected objected
                ? "\n\nYour last reply could not be used: " + objected.critique() + "\nReply again."
                : "";
    }

    private static Bounds bounds(Question question, Room room) {
        Bounds usual = Bounds.USUAL;
        long reply = Math.max(1, Math.min(question.replyTokensMax(), room.tokensMax()));
        long total = Math.max(1, Math.min(usual.totalMillis(), room.millisMax()));
        return new Bounds(reply, Math.min(usual.firstTokenMillis(), total), Math.min(usual.idleMillis(), total), total);
    }

    private Amount amount(Usage usage) {
        return new Amount(usage.tokens(), pin.costMicros(usage.inputTokens(), usage.outputTokens()), 1);
    }

    private Answer read(Question question, Completion reply, Optional<Amount> used) {
        if (!reply.calls().isEmpty()) return answer(Calls.turn(reply.calls(), question.offers()), used, 0);
        if (reply.stop() == Stop.REFUSED) {
            throw new UnusableReply("the model declined to answer: " + Texts.brief(reply.text(), 200));
        }
        ReplyText.Parsed parsed = ReplyText.read(reply.text(), question.shape())
                .orElseThrow(() -> new UnusableReply(
                        reply.stop() == Stop.LENGTH
                                ? "it was cut after " + question.replyTokensMax() + " tokens; answer shorter"
                                : "it is not one JSON object"));
        List<String> errors = check.errors(question.accepted(), parsed.object());
        if (!errors.isEmpty()) throw new UnusableReply(String.join("; ", errors));
        return answer(question.reading().apply(parsed.object()), used, parsed.repairs());
    }

    private static Answer answer(Turn turn, Optional<Amount> used, int repairs) {
        return new Answer(turn, used, repairs, Optional.empty());
    }
}
