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
import dev.orrery.kernel.Progress;
import dev.orrery.kernel.Question;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import dev.orrery.kernel.StepState;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.plan.Plan;
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
    private final Staffing staffing;

    Decisions(Engine engine, Journal journal, UnaryOperator<String> find, Staffing staffing) {
        this.engine = engine;
        this.journal = journal;
        this.find = find;
        this.staffing = staffing;
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

    /**
     * Allows the call that {@code id} of {@code run} asks about, with {@code arguments} in place of its own, once.
     *
     * @throws OrreryException when nothing waits there, the arguments do not fit the tool, or it was too late
     */
    public void approve(String run, String id, Json arguments) {
        StreamId stream = stream(run);
        RunState state = state(stream);
        Question question = state.questions().get(id);
        if (question != null && question.kind() == Question.Kind.APPROVAL) {
            String tool = state.graph()
                    .step(question.step())
                    .flatMap(StepState::attempt)
                    .map(a -> a.slots().get(Integer.parseInt(question.about())))
                    .map(slot -> slot.call().tool())
                    .orElse("");
            List<String> errors = staffing.argumentErrors(state.pins(), new ToolCall(tool, arguments));
            if (!errors.isEmpty()) {
                throw new OrreryException(
                        Kind.FAILED, "these are no arguments for " + tool + ": " + String.join("; ", errors));
            }
        }
        inTime(id, tell(stream, new Command.ApproveEdited(id, "", arguments), List.of()));
    }

    /**
     * Returns the plan of {@code run}: the one in force, or else the one that waits for leave.
     *
     * @throws OrreryException when there is none yet
     */
    public PlanView plan(String run) {
        StreamId stream = stream(run);
        Progress progress = state(stream).progress();
        Plan plan = progress.plan()
                .or(progress::pending)
                .orElseThrow(() -> new OrreryException(Kind.FAILED, "run " + stream.id() + " has no plan yet"));
        boolean proposed = progress.plan().isEmpty();
        return new PlanView(stream.id(), progress.revision(), proposed, plan.toJson(), PlanText.of(plan));
    }

    /**
     * Replaces the plan of {@code run}. Steps that are done or under way and whose definition and inputs stay as they are
     * survive; the others are dropped.
     *
     * @param basedOn the revision that the change was made to
     * @return the new revision
     * @throws OrreryException when the plan is at another revision by now, does not compile, or the run is over
     */
    public int propose(String run, int basedOn, Json plan) {
        StreamId stream = stream(run);
        tell(stream, new Command.ProposePlan(basedOn, plan, "human"), List.of());
        return basedOn + 1;
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
