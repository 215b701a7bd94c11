package dev.orrery.cli.terminal;

import java.util.Map;

/**
 * The terminal that this process was started in. Java cannot ask whether stderr is a screen, so the launcher does: the
 * property {@value #STREAMS} holds the numbers of the streams that are.
 */
public final class ProcessTerminal implements Terminal {
    /** The launcher's word: {@code 12} when stdout and stderr are screens, {@code 2} when only stderr is. */
    public static final String STREAMS = "orrery.screens";

    private final boolean stdout;
    private final boolean stderr;
    private final boolean colour;

    private ProcessTerminal(String screens, Map<String, String> environment) {
        boolean able = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        this.stdout = screens.contains("1");
        this.stderr = screens.contains("2") && able;
        this.colour = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Reads what the launcher said, and {@code TERM} and {@code NO_COLOR} (see no-color.org) from the environment. */
    public static Terminal of(Map<String, String> environment) {
        return new ProcessTerminal(System.getProperty(STREAMS, ""), environment);
    }

    @Override
    public boolean stdout() {
        return stdout;
    }

    @Override
    public boolean stderr() {
        return stderr;
    }

    @Override
    public boolean colour() {
        return colour;
    }

    @Override
    public Size size() {
        if (stderr) return ScreenSize.ask(2);
        return stdout ? ScreenSize.ask(1) : UNKNOWN;
    }
}
