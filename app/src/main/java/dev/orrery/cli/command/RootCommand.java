package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "orrery",
        description = {
            "Give it a goal and a folder of documents; get a report in which every line is",
            "quoted and cited.",
        },
        footer = {
            "  orrery run \"Compare Tarnwick and Copper Finch on scaling\" --knowledge docs",
            "  orrery runs",
            "",
            "'orrery help COMMAND' tells more about a command.",
        })
final class RootCommand implements Callable<Integer> {
    @Option(names = "--version", description = "Print the version and exit.")
    boolean version;

    @Mixin
    final SharedOptions shared;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Session session;

    RootCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        if (version) session.out().line(Version.line());
        else session.out().text(spec.commandLine().getUsageMessage());
        return ExitStatus.DONE.code();
    }
}
