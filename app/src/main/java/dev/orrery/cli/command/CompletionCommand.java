package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = "Print a script that lets your shell complete commands and options.",
        footer = {
            "  source <(orrery completion bash)     # in ~/.bashrc",
            "  source <(orrery completion zsh)      # in ~/.zshrc",
        })
final class CompletionCommand implements Callable<Integer> {
    /** The shells that the script works in; it is the same for both. */
    enum Shell {
        /** GNU Bash. */
        bash,
        /** Z shell, through its bashcompinit. */
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    Shell shell = Shell.bash;

    @Mixin
    final SharedOptions shared;

    private final Session session;

    CompletionCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        session.out().text(AutoComplete.bash("orrery", CommandTree.whole(session)));
        return ExitStatus.DONE.code();
    }
}
