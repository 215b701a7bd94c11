package dev.orrery.model;

import java.util.Locale;

/** How a server is told which tools there are. */
public enum ToolForm {
    /** In the request, as its wire format has it. */
    API,
    /** In the system message; calls are read out of the reply's text. */
    TEXT;

    /** Returns the stable name. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
