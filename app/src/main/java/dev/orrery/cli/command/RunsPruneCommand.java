package dev.orrery.cli.command;

import dev.orrery.PruneRequest;
import dev.orrery.PruneRequest.Mode;
import dev.orrery.PrunedRuns;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.Quantities;
import dev.orrery.cli.text.RunList;
import dev.orrery.cli.wire.RunJson;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "prune",
        description = {
            "Remove runs that are over, for good, with what only they hold.",
            "",
            "Runs that others are copies of stay, and so do those with a call that is unresolved. Episodes and signals that came from a removed run go with it; accepted entries and learned versions stay. Export what you may want to see again."
        },
        footer = {"  orrery runs prune --older-than 30d --dry-run", "  orrery runs prune --older-than 0d --keep 20"})
final class RunsPruneCommand implements Callable<Integer> {
    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = Age.class,
            description = "Only runs in which nothing has happened for so long: 12h, 30d; 30d when not given.")
    Duration olderThan = Duration.ofDays(30);

    @Option(names = "--keep", paramLabel = "N", description = "Keep the N runs that ended last, however old they are.")
    int keep;

    @Option(names = "--dry-run", description = "List what would be removed, and remove nothing.")
    boolean dryRun;

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    RunsPruneCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        var request = new PruneRequest(olderThan, Math.max(0, keep), dryRun ? Mode.DRY_RUN : Mode.REMOVE);
        try (Library library = session.open()) {
            PrunedRuns pruned = library.prune(request);
            if (json.wanted()) Printing.json(session, pruned.runs().stream().map(RunJson::of));
            else tell(pruned);
            return ExitStatus.DONE.code();
        }
    }

    private void tell(PrunedRuns pruned) {
        Printing.cut(session, RunList.of(pruned.runs(), session.surroundings().zone()));
        String runs = Quantities.count(pruned.runs().size(), "run");
        session.say(
                dryRun
                        ? runs + " would be removed; say it without --dry-run"
                        : "removed " + runs + " and " + Quantities.count(pruned.contents(), "content"));
    }

    /** Reads {@code 30d} and the like. */
    static final class Age implements ITypeConverter<Duration> {
        private static final Pattern AGE = Pattern.compile("([0-9]{1,6})([smhd])");

        @Override
        public Duration convert(String text) {
            Matcher age = AGE.matcher(text);
            if (!age.matches()) {
                throw new TypeConversionException(
                        "an age is a number with s, m, h or d, such as 30d, not '" + text + "'");
            }
            long seconds = switch (age.group(2)) {
                case "s" -> 1;
                case "m" -> 60;
                case "h" -> 3_600;
                default -> 86_400;
            };
            return Duration.ofSeconds(Long.parseLong(age.group(1)) * seconds);
        }
    }
}
