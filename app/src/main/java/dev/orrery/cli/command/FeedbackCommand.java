package dev.orrery.cli.command;

import dev.orrery.FeedbackTaken;
import dev.orrery.OrreryException;
import dev.orrery.OrreryException.Kind;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.ProposalText;
import dev.orrery.learning.Feedback;
import dev.orrery.learning.Proposal;
import dev.orrery.learning.edit.EditedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "feedback",
        description = {
            "Say what you think of a report: rate it, approve it, reject it, or hand back an edited copy.",
            "",
            "What differs in an edited copy is recorded against the step and agent that wrote each line. What",
            "several runs have in common becomes a proposal; see 'orrery learn'.",
        },
        footer = {
            "  orrery feedback r-20261124 --rating 4",
            "  orrery show r-20261124 --json | jq -r .report > report.md   # edit it, then",
            "  orrery feedback r-20261124 --edited report.md",
            "  orrery feedback list",
        })
final class FeedbackCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            converter = RunId.Converter.class,
            description = "The run's id, or enough of its beginning.")
    RunId run = new RunId("");

    @Option(names = "--rating", paramLabel = "1..5", description = "From 1, useless, to 5, as wanted.")
    @Nullable
    Integer rating;

    @Option(names = "--approve", description = "It is good as it stands.")
    boolean approve;

    @Option(
            names = "--reject",
            paramLabel = "WHY",
            description = "It is not good. What of memory fed it is marked for review.")
    @Nullable
    String reject;

    @Option(names = "--edited", paramLabel = "FILE", description = "The report as you would have it.")
    @Nullable
    Path edited;

    @Mixin
    final SharedOptions shared;

    private final Session session;

    FeedbackCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    /** Returns the command with its subcommands. */
    static CommandLine line(Session session) {
        return new CommandLine(new FeedbackCommand(session)).addSubcommand(new FeedbackListCommand(session));
    }

    @Override
    public Integer call() {
        if (run.text().isEmpty()) throw usage("missing: RUN, or say 'feedback list'");
        Feedback feedback = feedback();
        try (Library library = session.open()) {
            FeedbackTaken taken = library.feedback(library.find(run.text()), feedback);
            session.say(taken.run() + ": " + taken.said());
            for (Proposal proposal : taken.proposals()) {
                session.say("this led to " + proposal.id() + ": " + ProposalText.change(proposal) + " To take it: "
                        + session.command("learn", "accept", proposal.id()));
            }
            return ExitStatus.DONE.code();
        }
    }

    private Feedback feedback() {
        List<Feedback> given = new ArrayList<>();
        try {
            if (rating != null) given.add(new Feedback.Rating(rating));
            if (approve) given.add(new Feedback.Approval());
            if (reject != null) given.add(new Feedback.Rejection(reject));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        if (edited != null) given.add(copy(edited));
        if (given.size() == 1) return given.getFirst();
        throw usage("say one of --rating, --approve, --reject and --edited");
    }

    private static Feedback copy(Path file) {
        return switch (EditedFile.read(file)) {
            case EditedFile.Reading.Text text -> new Feedback.EditedCopy(text.text());
            case EditedFile.Reading.Refused refused -> throw usage(refused.why());
        };
    }

    private static OrreryException usage(String why) {
        return new OrreryException(Kind.USAGE, why);
    }
}
