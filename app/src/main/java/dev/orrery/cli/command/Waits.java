package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import java.util.Optional;

/** What comes after a human's word. */
final class Waits {
    private Waits() {}

    /** Goes on with {@code run} when {@code wait} is wanted, else says how to; returns the exit status. */
    static int goOn(Session session, Library library, String run, String done, boolean wait) {
        if (!wait) {
            session.say(done + "; run " + run + " goes on with: " + session.command("resume", run));
            return ExitStatus.DONE.code();
        }
        return new Follower(session, Follower.Answer.REPORT)
                .follow(Optional.of(run), listener -> library.resume(run, listener))
                .code();
    }
}
