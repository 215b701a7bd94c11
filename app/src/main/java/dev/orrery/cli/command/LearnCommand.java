package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "learn",
        description = {
            "See what runs have taught, and decide on it: nothing changes until you accept it.",
            "",
            "An accepted proposal holds for runs that start from then on, and can be rolled back.",
        },
        footer = {"  orrery learn list", "  orrery learn accept l-4f0a9c"})
final class LearnCommand implements Callable<Integer> {
    @Mixin
    final SharedOptions shared;

    LearnCommand(Session session) {
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        throw new OrreryException(
                OrreryException.Kind.USAGE, "say which: learn list, show, accept, reject or rollback");
    }
}
