package dev.orrery.cli.session;

import picocli.CommandLine.Option;

/** The switch that every reading command has. */
public final class JsonOption {
    @Option(names = "--json", description = "Print JSON for programs: a list is one object per line.")
    boolean json;

    /** Tells whether JSON is wanted. */
    public boolean wanted() {
        return json;
    }
}
