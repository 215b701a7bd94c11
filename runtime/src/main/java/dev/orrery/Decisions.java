package dev.orrery;

import dev.orrery.OrreryException.Kind;
import dev.orrery.engine.Engine;
import dev.orrery.engine.EngineException;
import dev.orrery.journal.Blob;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.WaitList;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.Outcome;
import dev.orrery.kernel.Question;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a human decides while runs are under way. Everything here is durable when it returns and does nothing of the run's
 * work: {@link Orrery#resume} goes on. Run ids may be shortened to a unique beginning. Thread-safe.
 */
public final class Decisions {
    private final Engine engine;
    private final Journal journal;
    private final UnaryOperator<String> find;

    Decisions(Engine engine, Journal journal, UnaryOperator<String> find) {
        this.engine = engine;
        this.journal = journal;
        this.find = find;
    }

    /** Returns everything that waits for a human, over all runs. */
    public List<Waiting> waiting() {
        return new WaitList(journal, StreamId.LOCAL)
                .all().stream().map(Waiting::of).toList();
    }

    /** Answers the question that {@code run} waits with. */
    public void answer(String run, String text) {
        StreamId stream = stream(run);
        String question = state(stream).questions().values().stream()
                .filter(q -> q.kind() == Question.Kind.QUESTION)
                .map(Question::id)
                .sorted()
                .findFirst()
                .orElseThrow(() -> new OrreryException(
                        Kind.FAILED, "run " + stream.id() + " asks nothing; `orrery approvals` lists what waits"));
        tell(stream, new Command.Answer(question, text), List.of());
    }

    /**
     * Allows what {@code id} of {@code run} asks for.
     *
     * @throws OrreryException when nothing waits there, or it was too late: what has expired is refused
     */
    public void approve(String run, String id) {
        inTime(id, tell(stream(run), new Command.Approve(id, ""), List.of()));
    }

    /** Says that leave came too late, when that is what became of it. */
    private static void inTime(String id, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.HumanAnswered(String question, Event.Verdict verdict, String _)
                    && question.equals(id)
                    && verdict == Event.Verdict.EXPIRED) {
                throw new OrreryException(
                        Kind.FAILED, id + " has expired and is refused; its agent is told, and may ask again");
            }
        }
    }

    /** Refuses what {@code id} of {@code run} asks for. */
    public void deny(String run, String id, String why) {
        tell(stream(run), new Command.Deny(id, why), List.of());
    }

    /**
     * Says what became of a call whose outcome is unknown, also after the run's end.
     *
     * @param call the effect's id, or that of the question about it
     * @param result what the call gave; empty when it did not happen
     * @throws OrreryException when nothing of that name is in doubt
     */
    public void resolve(String run, String call, Optional<Json> result) {
        StreamId stream = stream(run);
        engine.takeStock(stream);
        String effect = state(stream).questions().values().stream()
                .filter(q -> q.kind() == Question.Kind.OUTCOME && q.id().equals(call))
                .map(Question::about)
                .findFirst()
                .orElse(call);
        Optional<Blob> content = result.map(r -> Blob.of(JsonText.canonical(r)));
        Outcome found = content.<Outcome>map(c -> new Outcome.Returned(c.hash(), c.size(), Label.user("human")))
                .orElseGet(() -> new Outcome.NotDone("a human says that it did not happen"));
        tell(stream, new Command.Resolve(effect, found), content.map(List::of).orElse(List.of()));
    }

    /** Holds {@code run}: nothing new is begun, what is under way finishes. {@link Orrery#resume} lets it go on. */
    public void pause(String run, String why) {
        tell(stream(run), new Command.Pause(why), List.of());
    }

    /** Lets {@code run} go on when it is paused. */
    void unpause(StreamId stream) {
        if (state(stream).status() != RunStatus.PAUSED) return;
        // Of two that let it go on at once the second finds that it goes on.
        Decision decision = engine.tell(stream, new Command.Resume());
        if (decision instanceof Decision.Rejected rejected && state(stream).status() == RunStatus.PAUSED) {
            throw new OrreryException(Kind.FAILED, rejected.reason());
        }
    }

    /** Tells the agents of {@code run} something: all windows from here on show it. */
    public void steer(String run, String text) {
        tell(stream(run), new Command.Steer(text), List.of());
    }

    /** Ends {@code run}. What is under way elsewhere stops at its next step. */
    public void cancel(String run, String why) {
        StreamId stream = stream(run);
        tell(stream, new Command.Cancel(why), List.of());
        engine.takeStock(stream);
    }

    private StreamId stream(String run) {
        return Orrery.stream(find.apply(run));
    }

    private RunState state(StreamId stream) {
        try {
            return engine.state(stream).orElseThrow(() -> Orrery.noRun(stream.id()));
        } catch (JournalException e) {
            throw Orrery.failed(e);
        }
    }

    /** Returns the events that the command led to. */
    private List<Event> tell(StreamId stream, Command command, List<Blob> contents) {
        try {
            return switch (engine.tell(stream, command, contents)) {
                case Decision.Accepted accepted -> accepted.events();
                case Decision.Rejected rejected -> throw new OrreryException(Kind.FAILED, rejected.reason());
            };
        } catch (JournalException | EngineException e) {
            throw Orrery.failed(e);
        }
    }
}
