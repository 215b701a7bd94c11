package dev.orrery.cli.command;

import dev.orrery.EventView;
import dev.orrery.RunOutcome;
import dev.orrery.Waiting;
import dev.orrery.cli.live.JsonEvents;
import dev.orrery.cli.live.LiveTree;
import dev.orrery.cli.live.Progress;
import dev.orrery.cli.live.Quiet;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.Surroundings;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.text.Answering;
import dev.orrery.cli.text.Report;
import dev.orrery.plan.Plan;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stays with a run until it ends or waits: shows how it gets on, prints the report, says what is to be done. */
final class Follower {
    /** What is printed on stdout. */
    enum Answer {
        /** The report. */
        REPORT,
        /** The events. */
        EVENTS
    }

    private final Session session;
    private final Answer answer;
    private volatile Progress progress = Progress.UNSEEN;

    Follower(Session session, Answer answer) {
        this.session = session;
        this.answer = answer;
    }

    /** Lets {@code work} run to its end; {@code run} is the id when it is known beforehand. */
    ExitStatus follow(Optional<String> run, Function<Consumer<EventView>, RunOutcome> work) {
        Progress shown = shown();
        progress = shown;
        try (Interruption interruption = Interruption.watch(session, shown, run)) {
            RunOutcome outcome = work.apply(event -> {
                interruption.learn(event.run());
                shown.event(event);
            });
            shown.close();
            return tell(outcome);
        } finally {
            shown.close();
        }
    }

    /** Shows how far the reading of documents has got. */
    void reading(int files, int of) {
        progress.reading(files, of);
    }

    private Progress shown() {
        Surroundings around = session.surroundings();
        return switch (answer) {
            case EVENTS -> new JsonEvents(around.out());
            case REPORT ->
                around.terminal().stderr()
                        ? LiveTree.start(around.err(), around.terminal(), around.clock())
                        : new Quiet(around.err());
        };
    }

    private ExitStatus tell(RunOutcome outcome) {
        boolean onScreen = session.surroundings().terminal().stderr()
                && session.surroundings().terminal().stdout();
        if (answer == Answer.REPORT && !outcome.report().isEmpty()) {
            if (onScreen) session.err().lineNow("");
            session.out().text(Report.text(outcome.report()));
        }
        session.out().flush();
        String run = "run " + outcome.run();
        String reason = outcome.reason().isEmpty() ? "" : ": " + Plain.line(outcome.reason());
        switch (outcome.status()) {
            case DONE -> {}
            case GAPS -> outcome.gaps().forEach(this::lacks);
            case FAILED -> session.say(run + " failed" + reason);
            case CANCELLED -> session.say(run + " was cancelled" + reason);
            case RUNNING -> session.say(run + " is under way; go on with: " + session.command("resume", outcome.run()));
            case PAUSED -> session.say(run + " is paused; go on with: " + session.command("resume", outcome.run()));
            case WAITING -> outcome.waiting().forEach(this::waits);
        }
        return ExitStatus.of(outcome.status());
    }

    private void lacks(Plan.Gap gap) {
        session.say("gap in " + Plain.line(gap.step()) + ": " + Plain.line(gap.text()));
    }

    private void waits(Waiting waiting) {
        session.say("run " + waiting.run() + " waits for you. " + Answering.question(waiting));
        Answering.commands(waiting, session::command).forEach(command -> session.say("  " + command));
    }
}
