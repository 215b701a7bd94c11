package dev.orrery.cli.command;

import dev.orrery.cli.live.Progress;
import dev.orrery.cli.session.Session;
import java.util.Optional;

/**
 * What happens when the program is interrupted while a run works: the screen is tidied and the way to go on is named. The
 * run itself needs nothing: what is in the journal is durable, and the rest is done again. The JVM then exits with 130
 * after Ctrl-C by its own rules.
 */
final class Interruption implements AutoCloseable {
    private final Session session;
    private final Progress progress;
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private volatile Optional<String> run;

    private Interruption(Session session, Progress progress, Optional<String> run) {
        this.session = session;
        this.progress = progress;
        this.run = run;
    }

    /** Watches until closed. */
    static Interruption watch(Session session, Progress progress, Optional<String> run) {
        var interruption = new Interruption(session, progress, run);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Lets the message name the run {@code id}. */
    void learn(String id) {
        if (run.isEmpty()) run = Optional.of(id);
    }

    void interrupted() {
        progress.close();
        session.say(run.map(id -> "interrupted; run " + id + " goes on with: " + session.command("resume", id))
                .orElse("interrupted before the run began"));
        session.out().flush();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interruptedAlready) {
            // The hook runs and says what there is to say.
        }
    }
}
