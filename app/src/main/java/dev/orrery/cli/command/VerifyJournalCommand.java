package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.CheckText;
import dev.orrery.cli.wire.CheckJson;
import dev.orrery.journal.JournalCheck;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify-journal",
        description = {
            "Check that everything stored is as it was written.",
            "",
            "Reads every record, its checksum and its place in the chain of its stream, the number of the last commit, the lists, and every content that an event names. Damage is named with its place and what to do; nothing is repaired. A journal that does not open any more is checked too."
        },
        footer = {"  orrery verify-journal", "", "Exit status: 0 when all is whole, 1 when anything is not."})
final class VerifyJournalCommand implements Callable<Integer> {
    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    VerifyJournalCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        JournalCheck check = session.surroundings().source().verifyJournal(session.home());
        if (json.wanted()) Printing.json(session, Stream.of(CheckJson.of(check)));
        else Printing.lines(session, CheckText.of(check));
        return (check.whole() ? ExitStatus.DONE : ExitStatus.FAILED).code();
    }
}
