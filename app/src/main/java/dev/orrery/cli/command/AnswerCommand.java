package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "answer",
        description = {"Answer the question that a run waits with."},
        footer = {"  orrery answer r-20261124 \"Tarnwick and Copper Finch\" --wait"})
final class AnswerCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Parameters(index = "1", paramLabel = "TEXT", description = "The answer. Put it in quotes.")
    String text = "";

    @Option(names = "--wait", description = "Then go on with the run, and stay with it until it ends or waits again.")
    boolean wait;

    @Mixin
    final SharedOptions shared;

    private final Session session;

    AnswerCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        if (text.isBlank()) throw new OrreryException(OrreryException.Kind.USAGE, "the answer is empty; give it text");
        try (Library library = session.open()) {
            String id = library.find(run.text());
            library.answer(id, text);
            return Waits.goOn(session, library, id, "answered", wait);
        }
    }
}
