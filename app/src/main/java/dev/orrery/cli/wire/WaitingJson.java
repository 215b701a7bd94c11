package dev.orrery.cli.wire;

import dev.orrery.Waiting;
import dev.orrery.message.Json;

/** The forms of something that waits for a human: within its run, and in the list over all runs. */
public final class WaitingJson {
    private WaitingJson() {}

    /** Returns the form that {@code approvals} prints. */
    public static Json.Obj of(Waiting waiting) {
        return Json.object()
                .with("run", waiting.run())
                .with("id", waiting.id())
                .with("kind", waiting.kind().wire())
                .with("text", waiting.text())
                .with("effect", Members.orNull(waiting.effect()))
                .with("hash", Members.orNull(waiting.hash()))
                .with("expiresAt", Members.at(waiting.expiresAt()));
    }

    static Json brief(Waiting waiting) {
        return Json.object()
                .with("id", waiting.id())
                .with("kind", waiting.kind().wire())
                .with("text", waiting.text())
                .with("effect", Members.orNull(waiting.effect()));
    }
}
