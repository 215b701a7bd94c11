package dev.orrery.cli.command;

import dev.orrery.Config.ModelWish;
import dev.orrery.OrreryException;
import dev.orrery.RunRequest;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.ModelOptions;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.kernel.Budget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {
            "Run a goal to its end: plan, research, review, write.",
            "",
            "The report goes to stdout, everything else to stderr. The run is kept in the journal; whatever ends this "
                    + "program, 'orrery resume RUN' goes on where it was.",
        },
        footer = {
            "  orrery run \"Compare Tarnwick and Copper Finch on scaling\" --knowledge docs",
            "  orrery run \"Summarise what these documents say about retries\" \\",
            "      --knowledge docs > report.md",
            "  orrery run \"List every open risk\" --knowledge docs --json | jq .type",
            "  orrery run \"Compare X and Y\" --knowledge docs --model openai:gpt-5-mini",
            "",
            "Exit status: 0 done, 1 failed, 2 malformed, 3 done with gaps, 4 waits for",
            "you, 130 cancelled or interrupted.",
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GOAL", description = "What is wanted, in words. Put it in quotes.")
    String goal = "";

    @Option(
            names = "--knowledge",
            paramLabel = "DIR",
            description = "Read the documents in this folder; may be given several times.")
    List<Path> knowledge = new ArrayList<>();

    @Option(
            names = "--id",
            paramLabel = "ID",
            converter = RunId.Converter.class,
            description = "Name the run. The same id again never starts a second run: it joins the run, resumes it, or "
                    + "prints its report.")
    @Nullable
    RunId id;

    @Option(
            names = "--agents",
            paramLabel = "DIR",
            description = "Use the agent definitions in this folder beside or in place of the built-in ones.")
    @Nullable
    Path agents;

    @Option(
            names = "--budget",
            paramLabel = "LIST",
            converter = BudgetConverter.class,
            description = "Spend at most this: tokens=N,cost=N,turns=N,time=N, any of them. Cost is in units such as "
                    + "0.50, time such as 90s, 10m or 2h.")
    Budget budget = Budget.DEFAULT;

    @Option(names = "--plan-only", description = "Print the plan and do nothing else.")
    boolean planOnly;

    @Option(names = "--approve-plan", description = "Wait for approval before the plan runs.")
    boolean approvePlan;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the report and what agents make to this folder, too.")
    @Nullable
    Path out;

    @Mixin
    final ModelOptions model;

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    RunCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
        this.model = new ModelOptions(session);
    }

    @Override
    public Integer call() {
        check();
        Optional<String> name = Optional.ofNullable(id).map(RunId::text);
        RunRequest request = new RunRequest(
                        goal, name, knowledge, budget, planOnly, approvePlan, Optional.ofNullable(out))
                .withFreshId();
        var follower = new Follower(session, json.wanted() ? Follower.Answer.EVENTS : Follower.Answer.REPORT);
        Optional<ModelOptions.Setting> set = model.setting();
        Optional<ModelWish> wish = set.map(ModelOptions.Setting::wish);
        try (Library library = session.open(Optional.ofNullable(agents), wish, follower::reading)) {
            ModelNote.say(session, library, name, set);
            return follower.follow(request.id(), listener -> library.run(request, listener))
                    .code();
        }
    }

    private void check() {
        if (goal.isBlank()) throw usage("the goal is empty; say in words what is wanted");
        knowledge.forEach(folder -> checkFolder("--knowledge", folder));
        if (agents != null) checkFolder("--agents", agents);
        if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
            throw usage("--out " + out + " is a file; name a folder");
        }
    }

    private static void checkFolder(String option, Path folder) {
        if (!Files.exists(folder)) throw usage(option + " " + folder + ": there is no such folder");
        if (!Files.isDirectory(folder)) throw usage(option + " " + folder + " is a file; name the folder it is in");
        if (!Files.isReadable(folder))
            throw usage(option + " " + folder + " cannot be read; give yourself access to it");
    }

    private static OrreryException usage(String message) {
        return new OrreryException(OrreryException.Kind.USAGE, message);
    }
}
