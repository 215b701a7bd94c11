package dev.orrery.cli.command;

import dev.orrery.cli.session.Session;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands by name, and the picocli model of those that a command line needs. */
public final class CommandTree {
    /** A heading of the overview and what stands under it. */
    record Chapter(String title, List<String> commands) {}

    /** The overview: every command, in the order in which a newcomer meets them. */
    static final List<Chapter> CHAPTERS = List.of(
            new Chapter("Run a goal", List.of("run", "resume", "pause", "steer", "plan", "cancel")),
            new Chapter("See what happened", List.of("runs", "show", "events", "context")),
            new Chapter("Decide", List.of("approvals", "answer", "approve", "deny", "resolve")),
            new Chapter("Teach", List.of("memory", "feedback", "learn")),
            new Chapter(
                    "Keep and check history", List.of("fork", "retry", "replay", "verify-journal", "export", "import")),
            new Chapter("Set up", List.of("agents", "model", "doctor", "completion", "help")));

    private CommandTree() {}

    /** Returns the model for {@code arguments}: the root, and the command that they call or, for help, all of them. */
    public static CommandLine of(Session session, List<String> arguments) {
        var root = new CommandLine(new RootCommand(session));
        Optional<String> called = called(arguments);
        if (called.isPresent()) add(root, called.get(), session);
        else names().forEach(name -> add(root, name, session));
        adorn(root, true);
        return root;
    }

    /** Returns the model of all commands. */
    public static CommandLine whole(Session session) {
        return of(session, List.of());
    }

    /** Returns the first argument that is neither an option nor its value, when it names a command. */
    private static Optional<String> called(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--home")) i++;
            else if (!argument.startsWith("-")) {
                return Optional.of(argument).filter(names()::contains);
            }
        }
        return Optional.empty();
    }

    private static List<String> names() {
        return CHAPTERS.stream().flatMap(chapter -> chapter.commands().stream()).toList();
    }

    private static void add(CommandLine root, String name, Session session) {
        Object command = switch (name) {
            case "run" -> new RunCommand(session);
            case "resume" -> new ResumeCommand(session);
            case "pause" -> new PauseCommand(session);
            case "steer" -> new SteerCommand(session);
            case "plan" -> new PlanCommand(session);
            case "cancel" -> new CancelCommand(session);
            case "runs" -> RunsCommand.line(session);
            case "show" -> new ShowCommand(session);
            case "events" -> new EventsCommand(session);
            case "context" -> new ContextCommand(session);
            case "approvals" -> new ApprovalsCommand(session);
            case "answer" -> new AnswerCommand(session);
            case "approve" -> new ApproveCommand(session);
            case "deny" -> new DenyCommand(session);
            case "resolve" -> new ResolveCommand(session);
            case "memory" -> MemoryCommand.line(session);
            case "feedback" -> FeedbackCommand.line(session);
            case "learn" -> LearnCommand.line(session);
            case "fork" -> new ForkCommand(session);
            case "retry" -> new RetryCommand(session);
            case "verify-journal" -> new VerifyJournalCommand(session);
            case "replay" -> new ReplayCommand(session);
            case "export" -> new ExportCommand(session);
            case "import" -> new ImportCommand(session);
            case "agents" -> AgentsCommand.line(session);
            case "model" -> ModelCommand.line(session);
            case "doctor" -> new DoctorCommand(session);
            case "completion" -> new CompletionCommand(session);
            case "help" -> new HelpCommand(session);
            default -> throw new IllegalArgumentException("no command is called " + name);
        };
        root.addSubcommand(name, command);
    }

    private static void adorn(CommandLine line, boolean outermost) {
        HelpLayout.apply(line, outermost);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.getSubcommands().values().forEach(sub -> adorn(sub, false));
    }
}
