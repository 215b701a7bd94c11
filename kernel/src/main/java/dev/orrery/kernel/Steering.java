package dev.orrery.kernel;

import java.util.List;
import java.util.Optional;

/** A human holds the run, lets it go on, or tells its agents something. */
final class Steering {
    private Steering() {}

    /** From here on nothing new is begun; what is under way finishes and is settled. */
    static Optional<String> pause(Draft d, Command.Pause c) {
        if (d.state().progress().guidance().pause().isPresent()) {
            return Optional.of("run " + d.state().begun().run() + " is paused already");
        }
        d.emit(new Event.RunPaused(c.why()));
        return Optional.empty();
    }

    /** What was held back is done. */
    static Optional<String> resume(Draft d) {
        if (d.state().progress().guidance().pause().isEmpty()) {
            return Optional.of("run " + d.state().begun().run() + " is not paused");
        }
        d.emit(new Event.RunResumed());
        return Optional.empty();
    }

    /** All windows from here on show the note; those that are built and that no agent has seen are built anew. */
    static Optional<String> steer(Draft d, Command.Steer c) {
        String text = c.text().strip();
        if (text.isEmpty()) return Optional.of("a note has text");
        if (text.length() > Guidance.NOTE_LENGTH_MAX) {
            return Optional.of("a note has at most " + Guidance.NOTE_LENGTH_MAX + " characters, and this one has "
                    + text.length() + "; shorten it");
        }
        if (d.state().progress().guidance().notes().size() >= Guidance.NOTES_MAX) {
            return Optional.of("the run has " + Guidance.NOTES_MAX + " notes already, which is all that it takes");
        }
        d.emit(new Event.RunSteered(text));
        for (RunState.Debt debt : List.copyOf(d.state().owed().values())) {
            if (debt.effect() instanceof Effect.Assemble assemble) {
                StepEndings.drop(d, debt, "a human steers");
                Turns.next(d, assemble.step());
            }
        }
        for (String id : List.copyOf(d.state().graph().unasked())) Turns.next(d, id);
        return Optional.empty();
    }
}
