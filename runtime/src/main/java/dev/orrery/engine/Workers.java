package dev.orrery.engine;

import dev.orrery.context.Built;
import dev.orrery.context.WindowBuilder;
import dev.orrery.context.WindowStore;
import dev.orrery.journal.Blob;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Flag;
import dev.orrery.kernel.Outcome;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.StepState;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;

/** Performs effects, each within its deadline. Thread-safe. */
final class Workers implements Performer {
    /** The most characters of an agent's output, or a tool's result, as JSON text. */
    static final int CONTENT_MAX = 8_000_000;

    private final Scheduler scheduler;
    private final WakeUps wakeUps;
    private final WindowBuilder windows;
    private final WindowStore store;
    private final Replies replies;
    private final Thinking thinking;
    private final Deadline deadline;
    private final Screen screen;
    private final Map<String, Tool> tools;
    private final Offices offices;
    private final Set<String> denied;
    private final Path outputs;

    Workers(Scheduler scheduler, WindowStore store, Engine.Staff staff, Engine.World world) {
        this.scheduler = scheduler;
        this.wakeUps = new WakeUps(scheduler);
        this.store = store;
        this.windows = staff.windows();
        this.replies = staff.replies();
        this.deadline = new Deadline(scheduler);
        this.thinking = new Thinking(new Deadline(scheduler), store, staff.replies(), world.denied());
        this.screen = staff.screen();
        this.tools = staff.tools();
        this.offices = world.offices();
        this.denied = world.denied();
        this.outputs = world.outputs();
    }

    @Override
    public void perform(RunState.Debt debt, Session session) {
        try {
            scheduler.execute(() -> guarded(debt, session));
        } catch (RejectedExecutionException e) {
            session.breakOff(new EngineException("this process is closing; the run can be resumed", e));
        }
    }

    @Override
    public void drop(String effect) {
        // A tool is let be: it may write, and an interrupt can close what other calls read from.
        thinking.drop(effect);
    }

    @Override
    public void end() {
        wakeUps.callOff();
    }

    private void guarded(RunState.Debt debt, Session session) {
        try {
            switch (debt.effect()) {
                case Effect.Assemble assemble -> assemble(assemble, session);
                case Effect.Think think -> thinking.think(think, debt, session);
                case Effect.UseTool use -> use(use, debt, session);
                case Effect.Wake wake -> wakeUps.wake(wake.id(), wake.at(), session);
                case Effect.Retry retry -> wakeUps.wake(retry.id(), retry.at(), session);
                case Effect.Deliver deliver -> deliver(deliver, session);
                case Effect.Propose propose -> propose(propose, session);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException dropped) {
            // The run does not want the answer any more, and has said so in the journal.
        } catch (RuntimeException e) {
            session.breakOff(e);
        }
    }

    private void assemble(Effect.Assemble assemble, Session session) {
        Built built = windows.build(session.state(), assemble, store::json);
        store.hand(built);
        session.submit(
                new Command.Assembled(assemble.id(), built.hash(), built.tokens(), built.memory()), built.blobs());
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
        var allowed = new Deadline.Allowed(use.id(), debt.terms().deadlineMillis());
        deadline.within(allowed, () -> tool.call(request), done -> {
            Answered answered = answered(use, allowed, done);
            session.submit(new Command.ToolAnswered(use.id(), answered.outcome(), answered.flags()), answered.blobs());
        });
    }

    /** What a call came to, as the run is told. */
    private record Answered(Outcome outcome, List<Blob> blobs, List<Flag> flags) {
        static Answered of(Outcome outcome) {
            return new Answered(outcome, List.of(), List.of());
        }
    }

    private Answered answered(Effect.UseTool use, Deadline.Allowed allowed, Scheduler.Done<ToolResult> done) {
        return switch (done) {
            case Scheduler.Done.Gave<ToolResult>(ToolResult result) ->
                switch (result) {
                    case ToolResult.Returned returned -> returned(returned, use);
                    case ToolResult.NotDone notDone ->
                        Answered.of(new Outcome.NotDone(Deadline.brief(notDone.reason())));
                    case ToolResult.Unknown unknown ->
                        Answered.of(new Outcome.Unknown(Deadline.brief(unknown.reason())));
                };
            case Scheduler.Done.Threw<ToolResult>(Throwable cause) ->
                Answered.of(new Outcome.Unknown(use.call().tool() + " broke: " + Deadline.words(cause)));
            case Scheduler.Done.Late<ToolResult> _ ->
                Answered.of(new Outcome.Unknown("no answer within " + allowed.millis() + " ms"));
        };
    }

    private Answered returned(ToolResult.Returned returned, Effect.UseTool use) {
        Json content = returned.value().content();
        Optional<String> fault = Storable.fault(content);
        String text = fault.isPresent() ? "" : JsonText.canonical(content);
        if (text.length() > CONTENT_MAX) fault = Optional.of("it is longer than " + CONTENT_MAX + " characters");
        if (fault.isPresent()) return unkept(use, fault.get(), returned.value().label());
        return kept(
                Blob.of(text),
                returned.value().label(),
                look(returned.value(), use.call().tool()));
    }

    private static Answered kept(Blob blob, Label label, List<Flag> flags) {
        return new Answered(new Outcome.Returned(blob.hash(), blob.size(), label), List.of(blob), flags);
    }

    /** A call that cannot be repeated has happened, whatever becomes of its result: it is never said not to be done. */
    private static Answered unkept(Effect.UseTool use, String fault, Label label) {
        String why = "the result cannot be kept: " + fault;
        if (use.effect().repeatable()) return Answered.of(new Outcome.NotDone(why));
        return kept(Blob.of(JsonText.canonical(Json.object().with("done", why))), label, List.of());
    }

    /** A screen that breaks holds nothing up, and the run says so. */
    private List<Flag> look(Value result, String tool) {
        try {
            return screen.look(result);
        } catch (RuntimeException e) {
            return List.of(new Flag("unscreened", tool, Deadline.words(e)));
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
