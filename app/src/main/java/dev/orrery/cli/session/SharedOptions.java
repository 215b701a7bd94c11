package dev.orrery.cli.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command. */
public final class SharedOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Keep state in DIR, not in $ORRERY_HOME or .orrery in the current folder.")
    @Nullable
    Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    /** Makes the options part of {@code session}. */
    public SharedOptions(Session session) {
        session.add(this);
    }

    @Nullable
    Path folder() {
        return home;
    }
}
