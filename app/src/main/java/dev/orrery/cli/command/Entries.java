package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.memory.Entry;
import dev.orrery.memory.Memory;

/** Finds entries of memory, and says what became of a decision about one. */
final class Entries {
    private Entries() {}

    static Entry find(Session session, Library library, String id) {
        return library.memory()
                .entry(id)
                .orElseThrow(() -> new OrreryException(
                        OrreryException.Kind.FAILED,
                        "there is no one entry whose id begins with '" + id + "'; '" + session.command("memory", "list")
                                + "' lists them"));
    }

    /** Says what became of it and returns the exit status, {@code refusal}'s when it was refused. */
    static int tell(Session session, Memory.Outcome outcome, ExitStatus refusal) {
        return switch (outcome) {
            case Memory.Outcome.Done done -> {
                Entry entry = done.entry();
                session.say(entry.source() + " is " + entry.status().wire());
                yield ExitStatus.DONE.code();
            }
            case Memory.Outcome.Known known -> {
                session.say("there already: " + known.entry().source() + " is "
                        + known.entry().status().wire());
                yield ExitStatus.DONE.code();
            }
            case Memory.Outcome.Refused refused -> {
                session.say(Plain.line(refused.reason()));
                yield refusal.code();
            }
        };
    }
}
