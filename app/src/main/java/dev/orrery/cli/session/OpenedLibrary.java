package dev.orrery.cli.session;

import dev.orrery.EventView;
import dev.orrery.Orrery;
import dev.orrery.RunOutcome;
import dev.orrery.RunRequest;
import dev.orrery.RunSummary;
import dev.orrery.RunView;
import dev.orrery.Waiting;
import dev.orrery.WindowView;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The real library. */
final class OpenedLibrary implements Library {
    /** Opens {@link Orrery}. */
    static final Source SOURCE = config -> new OpenedLibrary(Orrery.open(config));

    private final Orrery orrery;

    private OpenedLibrary(Orrery orrery) {
        this.orrery = orrery;
    }

    @Override
    public RunOutcome run(RunRequest request, Consumer<EventView> listener) {
        return orrery.run(request, listener);
    }

    @Override
    public RunOutcome resume(String run, Consumer<EventView> listener) {
        return orrery.resume(run, listener);
    }

    @Override
    public List<RunSummary> runs() {
        return orrery.runs();
    }

    @Override
    public String find(String prefix) {
        return orrery.find(prefix);
    }

    @Override
    public RunView show(String run) {
        return orrery.show(run);
    }

    @Override
    public List<EventView> events(String run) {
        return orrery.events(run);
    }

    @Override
    public WindowView context(String run, String step, Optional<Integer> attempt, Optional<Integer> turn) {
        return orrery.context(run, step, attempt, turn);
    }

    @Override
    public void answer(String run, String text) {
        orrery.answer(run, text);
    }

    @Override
    public List<Waiting> waiting() {
        return orrery.waiting();
    }

    @Override
    public void approve(String run, String id) {
        orrery.approve(run, id);
    }

    @Override
    public void deny(String run, String id, String why) {
        orrery.deny(run, id, why);
    }

    @Override
    public void cancel(String run, String why) {
        orrery.cancel(run, why);
    }

    @Override
    public void close() {
        orrery.close();
    }
}
