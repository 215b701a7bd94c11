package dev.orrery.cli.live;

import dev.orrery.EventView;
import dev.orrery.cli.terminal.Output;

/** Says one thing on stderr: the run's id, once, so that whoever reads a log can find the run again. */
public final class Quiet implements Progress {
    private final Output err;
    private boolean said;

    /** Speaks on {@code err}. */
    public Quiet(Output err) {
        this.err = err;
    }

    @Override
    public void event(EventView event) {
        if (said) return;
        said = true;
        err.lineNow("orrery: run " + event.run());
    }

    @Override
    public void close() {}
}
