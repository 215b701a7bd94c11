package dev.orrery.cli.command;

import picocli.CommandLine.Parameters;

/** The run that a command is about: its first argument. */
final class RunParameter {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            converter = RunId.Converter.class,
            description = "The run's id, or enough of its beginning.")
    RunId id = new RunId("");

    /** Returns the id, or the beginning of one, as it was typed. */
    String text() {
        return id.text();
    }
}
