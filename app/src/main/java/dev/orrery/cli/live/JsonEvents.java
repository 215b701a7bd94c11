package dev.orrery.cli.live;

import dev.orrery.EventView;
import dev.orrery.cli.terminal.Output;
import dev.orrery.cli.wire.EventJson;
import dev.orrery.message.JsonText;

/** Prints each event as it happens, one JSON object per line. */
public final class JsonEvents implements Progress {
    private final Output out;

    /** Prints to {@code out}. */
    public JsonEvents(Output out) {
        this.out = out;
    }

    @Override
    public void event(EventView event) {
        out.lineNow(JsonText.print(EventJson.of(event)));
    }

    @Override
    public void close() {
        out.flush();
    }
}
