package dev.orrery.cli.text;

import dev.orrery.cli.terminal.Plain;

/** The report as it stands on stdout. */
public final class Report {
    private Report() {}

    /** Returns {@code report} with a line end behind its last line and nothing in it that commands a screen; the
     * empty text when there is no report. */
    public static String text(String report) {
        String plain = Plain.text(report);
        return plain.isEmpty() || plain.endsWith("\n") ? plain : plain + "\n";
    }
}
