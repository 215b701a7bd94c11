package dev.orrery.agent;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found about one file while it is read, so that all of it is reported and not only the first. */
final class Findings {
    final String file;
    final List<Problem> problems = new ArrayList<>();
    final List<Problem> notes = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /** Adds something that keeps the definition from being used. */
    void problem(int line, String message) {
        problems.add(new Problem(file, line, message));
    }

    /** Adds something that its author should know, and that keeps nothing from working. */
    void note(int line, String message) {
        notes.add(new Problem(file, line, message));
    }
}
