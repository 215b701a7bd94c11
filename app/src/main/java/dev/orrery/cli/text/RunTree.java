package dev.orrery.cli.text;

import dev.orrery.RunView;
import dev.orrery.StepView;
import dev.orrery.Waiting;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.RunStatus;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows a run as a tree: its steps with agents, attempts, verdicts and costs, what is missing, and how to go on. */
public final class RunTree {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** What the mark says well enough. */
    private static final Set<String> QUIET = Set.of("expanded", "done");

    private final RunView run;
    private final CommandLines program;
    private final List<Line> lines = new ArrayList<>();

    private RunTree(RunView run, CommandLines program) {
        this.run = run;
        this.program = program;
    }

    /** Returns the lines for {@code run}, with times in {@code zone} and commands for {@code program}. */
    public static List<Line> of(RunView run, ZoneId zone, CommandLines program) {
        var tree = new RunTree(run, program);
        tree.head(zone);
        tree.steps();
        tree.standIns();
        tree.gaps();
        tree.flags();
        tree.goingOn();
        return List.copyOf(tree.lines);
    }

    private void head(ZoneId zone) {
        Mark mark = Mark.of(run.status());
        lines.add(Line.EMPTY
                .and(mark.sign() + " ", mark.style())
                .and(run.run(), Style.STRONG)
                .and(" " + StatusWords.of(run.status()), mark.style()));
        field("goal", Plain.line(run.goal()));
        // The reason for gaps is the gaps, and the gap of a failed run is the reason.
        if (!run.reason().isEmpty() && run.status() != RunStatus.GAPS) field("reason", Plain.line(run.reason()));
        if (!run.fork().isEmpty()) field("copy of", run.fork());
        field("started", TIME.withZone(zone).format(run.started()));
        field("spent", spent(run));
        lines.add(Line.EMPTY);
    }

    private static String spent(RunView run) {
        Budget budget = run.budget();
        return Quantities.count(run.spent().turns(), "turn") + " of "
                + Quantities.number(budget.cap().turns()) + ", "
                + Quantities.count(run.spent().tokens(), "token") + " of "
                + Quantities.number(budget.cap().tokens()) + ", cost "
                + Quantities.cost(run.spent().costMicros())
                + " of " + Quantities.cost(budget.cap().costMicros());
    }

    private void field(String name, String value) {
        lines.add(Line.EMPTY.and("  " + name, Style.FAINT).padded(11).and(value));
    }

    private void steps() {
        Set<String> known = run.steps().stream().map(StepView::step).collect(Collectors.toSet());
        Map<String, List<StepView>> children = run.steps().stream().collect(Collectors.groupingBy(StepView::parent));
        var rows = new ArrayList<Row>();
        for (StepView step : run.steps()) {
            // A child whose parent a revision of the plan left out stands by itself.
            if (!known.contains(step.parent())) grow(step, 0, children, rows);
        }
        int first = rows.stream().mapToInt(r -> r.name().columns()).max().orElse(0) + 2;
        int second =
                rows.stream().mapToInt(r -> r.step().agent().length()).max().orElse(0) + 2;
        for (Row row : rows) {
            lines.add(row.name()
                    .padded(first)
                    .and(row.step().agent())
                    .padded(first + second)
                    .and(details(row.step()), Style.FAINT));
            notes(row);
        }
    }

    private record Row(StepView step, int depth, Line name) {}

    private static void grow(StepView step, int depth, Map<String, List<StepView>> children, List<Row> rows) {
        Mark mark = Mark.ofStep(step.status());
        Line name =
                Line.of("  ".repeat(depth)).and(mark.sign() + " ", mark.style()).and(Plain.line(step.step()));
        rows.add(new Row(step, depth, name));
        children.getOrDefault(step.step(), List.of()).forEach(child -> grow(child, depth + 1, children, rows));
    }

    private static String details(StepView step) {
        var parts = new ArrayList<String>();
        if (step.attempts() > 1) parts.add(Quantities.count(step.attempts(), "attempt"));
        if (step.spent().turns() > 0) parts.add(Quantities.spent(step.spent()));
        // What a program answers at once says nothing about it.
        if (step.millis() >= 1_000) parts.add(Quantities.time(Duration.ofMillis(step.millis())));
        if (step.repairs() > 0) parts.add(Quantities.count(step.repairs(), "repair"));
        if (step.fallback()) parts.add("stand-in");
        if (parts.isEmpty() && !QUIET.contains(step.status())) parts.add(step.status());
        return String.join(", ", parts);
    }

    private void notes(Row row) {
        String indent = "  ".repeat(row.depth() + 2);
        boolean failed = false;
        for (StepView.Try attempt : row.step().tries()) {
            failed = !attempt.failure().isEmpty();
            if (!failed) continue;
            lines.add(Line.of(indent + "attempt " + attempt.attempt() + " by " + attempt.agent() + ": ")
                    .and(Plain.line(attempt.failure()), Style.BAD));
        }
        // A failed attempt has said already what the review found.
        if (!failed && !row.step().verdict().isEmpty()) {
            lines.add(Line.of(indent + "review: " + Plain.line(row.step().verdict())));
        }
        if (!row.step().gap().isEmpty()) {
            lines.add(Line.of(indent).and("gap: " + Plain.line(row.step().gap()), Style.BAD));
        }
    }

    private void standIns() {
        List<Line> named = StandIns.of(run);
        if (named.isEmpty()) return;
        title("What the models did not manage");
        lines.addAll(named);
    }

    private void gaps() {
        if (run.gaps().isEmpty() || run.status() == RunStatus.FAILED) return;
        title("Gaps");
        run.gaps().forEach(gap -> lines.add(Line.of("  " + Plain.line(gap.step()) + ": " + Plain.line(gap.text()))));
    }

    private void flags() {
        if (run.flags().isEmpty()) return;
        title("Flags");
        run.flags()
                .forEach(flag -> lines.add(Line.of(
                        "  " + flag.kind() + ", " + Plain.line(flag.source()) + ": " + Plain.line(flag.text()))));
    }

    private void goingOn() {
        switch (run.status()) {
            case RUNNING -> next("Goes on with", program.of("resume", run.run()));
            case WAITING -> run.waiting().forEach(this::waiting);
            case PAUSED -> {
                run.waiting().forEach(this::waiting);
                next("Goes on with", program.of("resume", run.run()));
            }
            case DONE, GAPS -> next("The report again", program.of("resume", run.run()));
            case FAILED, CANCELLED -> {
                // A call whose outcome is unknown is still to be resolved.
                run.waiting().forEach(this::waiting);
                next("What happened", program.of("events", run.run()));
            }
        }
    }

    private void waiting(Waiting waiting) {
        title("Waits for you");
        lines.add(Line.of("  " + Answering.question(waiting)));
        Answering.commands(waiting, program)
                .forEach(command -> lines.add(Line.of("    ").and(command, Style.LIVE)));
    }

    private void next(String title, String command) {
        title(title);
        lines.add(Line.of("  ").and(command, Style.LIVE));
    }

    private void title(String text) {
        lines.add(Line.EMPTY);
        lines.add(Line.EMPTY.and(text, Style.STRONG));
    }
}
