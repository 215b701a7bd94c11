package dev.orrery.engine;

import dev.orrery.agent.Agent;
import dev.orrery.agent.AgentException;
import dev.orrery.agent.Room;
import dev.orrery.context.Built;
import dev.orrery.context.Tokens;
import dev.orrery.context.WindowBuilder;
import dev.orrery.context.WindowStore;
import dev.orrery.journal.Blob;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.FailureKind;
import dev.orrery.kernel.Outcome;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.StepState;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Performs effects on virtual threads, each within its deadline. Thread-safe. */
final class Workers implements Performer {
    /** The most characters of an agent's output, or a tool's result, as JSON text. */
    static final int CONTENT_MAX = 8_000_000;

    private final ExecutorService threads;
    private final Timers timers;
    private final WindowBuilder windows;
    private final WindowStore store;
    private final Replies replies;
    private final Map<String, Tool> tools;
    private final Offices offices;
    private final Set<String> denied;
    private final Path outputs;

    Workers(ExecutorService threads, Timers timers, WindowStore store, Engine.Staff staff, Engine.World world) {
        this.threads = threads;
        this.timers = timers;
        this.store = store;
        this.windows = staff.windows();
        this.replies = staff.replies();
        this.tools = staff.tools();
        this.offices = world.offices();
        this.denied = world.denied();
        this.outputs = world.outputs();
    }

    @Override
    public void perform(RunState.Debt debt, Session session) {
        try {
            threads.execute(() -> guarded(debt, session));
        } catch (RejectedExecutionException e) {
            session.breakOff(new EngineException("this process is closing; the run can be resumed", e));
        }
    }

    private void guarded(RunState.Debt debt, Session session) {
        try {
            switch (debt.effect()) {
                case Effect.Assemble assemble -> assemble(assemble, session);
                case Effect.Think think -> think(think, debt, session);
                case Effect.UseTool use -> use(use, debt, session);
                case Effect.Wake wake -> timers.at(wake.at(), () -> session.submit(new Command.Woke(wake.id())));
                case Effect.Deliver deliver -> deliver(deliver, session);
                case Effect.Propose propose -> propose(propose, session);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            session.breakOff(e);
        }
    }

    private void assemble(Effect.Assemble assemble, Session session) {
        Built built = windows.build(session.state(), assemble, store::json);
        session.submit(
                new Command.Assembled(assemble.id(), built.hash(), built.tokens(), built.memory()), built.blobs());
    }

    private void think(Effect.Think think, RunState.Debt debt, Session session) throws InterruptedException {
        if (denied.contains(think.agent())) {
            failed(think, session, FailureKind.ERROR, think.agent() + " is switched off", think.tokens());
            return;
        }
        Agent agent = replies.agents().get(think.agent());
        if (agent == null) {
            failed(think, session, FailureKind.ERROR, "no agent answers as " + think.agent() + " here", 0);
            return;
        }
        Window window = store.read(think.window());
        try {
            var room = new Room(
                    debt.terms().reserved().tokens(),
                    debt.terms().reserved().costMicros(),
                    debt.terms().deadlineMillis());
            Turn turn = within(
                    debt.terms().deadlineMillis(),
                    () -> agent.answer(window, room).turn());
            answered(think, debt.terms().reserved().tokens(), new Answer(window, turn), session);
        } catch (TimeoutException e) {
            String after = Duration.ofMillis(debt.terms().deadlineMillis()).toString();
            failed(think, session, FailureKind.TIMEOUT, "no answer within " + after, think.tokens());
        } catch (ExecutionException e) {
            failed(think, session, FailureKind.ERROR, words(e, think.agent()), think.tokens());
        }
    }

    /** What an agent was shown, and what it said. */
    private record Answer(Window window, Turn turn) {}

    /** An answer that is larger than what was reserved for it is refused: a budget is never exceeded. */
    private void answered(Effect.Think think, long reserved, Answer answer, Session session) {
        String text = answer.turn() instanceof Turn.Final done ? JsonText.print(done.output()) : "";
        long tokens = think.tokens() + Tokens.of(text);
        if (tokens > reserved || text.length() > CONTENT_MAX) {
            String why = "the output of " + Tokens.of(text) + " tokens is larger than an answer may be";
            failed(think, session, FailureKind.LIMIT, why, Math.min(tokens, reserved));
            return;
        }
        List<String> errors = errors(answer.window(), answer.turn());
        if (errors.isEmpty()) {
            var used = new Amount(tokens, 0, 1);
            session.submit(new Command.Replied(
                    think.id(), answer.turn(), used, 0, answer.window().label()));
        } else {
            failed(think, session, FailureKind.INVALID, String.join("; ", errors), tokens);
        }
    }

    private List<String> errors(Window window, Turn turn) {
        if (!(turn instanceof Turn.Final done)) return List.of();
        Json schema = window.item(Window.Part.OUTPUT, "schema")
                .map(i -> i.value().content())
                .orElse(Json.object());
        return replies.check().errors(schema, done.output());
    }

    private static void failed(Effect.Think think, Session session, FailureKind kind, String why, long tokens) {
        session.submit(new Command.ReplyFailed(think.id(), kind, why, new Amount(tokens, 0, 1)));
    }

    private static String words(ExecutionException e, String who) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return cause instanceof AgentException ? message : who + " broke: " + message;
    }

    private void use(Effect.UseTool use, RunState.Debt debt, Session session) throws InterruptedException {
        boolean careful = !use.effect().repeatable();
        // A call that began before this process took over is for a human to find out about, never for another try.
        if (careful && debt.started()) return;
        Tool tool = tools.get(use.call().tool());
        if (tool == null || denied.contains(use.call().tool())) {
            String why = tool == null ? "there is no tool " + use.call().tool() + " here" : "it is switched off";
            session.submit(new Command.ToolAnswered(use.id(), new Outcome.NotDone(why)));
            return;
        }
        List<String> errors =
                replies.check().errors(tool.spec().arguments(), use.call().arguments());
        if (!errors.isEmpty()) {
            String why = "wrong arguments: " + String.join("; ", errors);
            session.submit(new Command.ToolAnswered(use.id(), new Outcome.NotDone(why)));
            return;
        }
        if (careful && session.submit(new Command.ToolStarted(use.id())) instanceof Decision.Rejected) return;
        call(use, tool, debt, session);
    }

    private void call(Effect.UseTool use, Tool tool, RunState.Debt debt, Session session) throws InterruptedException {
        RunState state = session.state();
        List<String> scope = state.graph()
                .step(use.step())
                .map(StepState::step)
                .map(s -> s.scope())
                .orElse(List.of());
        String out = state.begun().options().out();
        Path folder = out.isEmpty() ? outputs.resolve(state.begun().run()) : Path.of(out);
        var request = new ToolRequest(
                state.begun().run(), use.step(), use.key(), use.call().arguments(), scope, folder);
        Outcome outcome;
        List<Blob> blobs = List.of();
        try {
            ToolResult result = within(debt.terms().deadlineMillis(), () -> tool.call(request));
            switch (result) {
                case ToolResult.Returned returned -> {
                    Blob blob = Blob.of(JsonText.canonical(returned.value().content()));
                    outcome = new Outcome.Returned(
                            blob.hash(), blob.size(), returned.value().label());
                    blobs = List.of(blob);
                    if (blob.size() > CONTENT_MAX) {
                        outcome = new Outcome.NotDone("the result is longer than " + CONTENT_MAX + " bytes");
                        blobs = List.of();
                    }
                }
                case ToolResult.NotDone notDone -> outcome = new Outcome.NotDone(notDone.reason());
                case ToolResult.Unknown unknown -> outcome = new Outcome.Unknown(unknown.reason());
            }
        } catch (TimeoutException e) {
            outcome = new Outcome.Unknown("no answer within " + debt.terms().deadlineMillis() + " ms");
        } catch (ExecutionException e) {
            outcome = new Outcome.Unknown(words(e, use.call().tool()));
        }
        session.submit(new Command.ToolAnswered(use.id(), outcome), blobs);
    }

    private <T> T within(long millis, Callable<T> work)
            throws InterruptedException, TimeoutException, ExecutionException {
        Future<T> future = threads.submit(work);
        try {
            return future.get(Math.max(1, millis), TimeUnit.MILLISECONDS);
        } finally {
            future.cancel(true);
        }
    }

    private void deliver(Effect.Deliver deliver, Session session) {
        RunState state = session.state();
        Json output =
                state.graph().step(deliver.step()).flatMap(StepState::output).orElse(Json.object());
        List<String> files =
                offices.deliver(state.begun().run(), state.begun().options().out(), output);
        session.submit(new Command.Delivered(deliver.id(), files));
    }

    private void propose(Effect.Propose propose, Session session) {
        RunState state = session.state();
        StepState step = state.graph().step(propose.step()).orElseThrow();
        List<String> entries =
                offices.propose(state.begun().run(), step.id(), step.output().orElse(Json.object()), step.label());
        session.submit(new Command.Proposed(propose.id(), entries));
    }
}
