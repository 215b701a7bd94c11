package dev.orrery.cli.text;

import dev.orrery.agent.Problem;
import dev.orrery.agent.Roster;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.ModelPin;
import dev.orrery.message.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows agent definitions. */
public final class AgentText {
    private AgentText() {}

    /** Returns one line for each agent. */
    public static List<Line> list(List<Roster.Member> agents) {
        int first = 2
                + agents.stream().mapToInt(a -> a.card().name().length()).max().orElse(0);
        int second = 2
                + agents.stream()
                        .mapToInt(a -> capabilities(a.card()).length())
                        .max()
                        .orElse(0);
        int third =
                2 + agents.stream().mapToInt(a -> mind(a.card()).length()).max().orElse(0);
        return agents.stream()
                .map(agent -> Line.EMPTY
                        .and(agent.card().name(), Style.STRONG)
                        .padded(first)
                        .and(capabilities(agent.card()))
                        .padded(first + second)
                        .and(mind(agent.card()))
                        .padded(first + second + third)
                        .and(Plain.line(agent.source()), Style.FAINT))
                .toList();
    }

    /** Returns what answers in an agent's name, in a word. */
    private static String mind(AgentCard card) {
        return switch (card.mind()) {
            case NATIVE -> "native";
            case CODE -> "code";
            case MODEL -> card.model().map(ModelPin::name).orElse("");
        };
    }

    private static String answers(AgentCard card) {
        return switch (card.mind()) {
            case NATIVE -> card.standsIn() ? "native code, when the model does not manage" : "native code";
            case CODE -> "a class of the program";
            case MODEL -> card.model().map(AgentText::model).orElse("");
        };
    }

    private static String model(ModelPin pin) {
        String at = pin.baseUrl().isEmpty() ? "" : " at " + pin.baseUrl();
        boolean free = pin.inputMicrosPerMillion() == 0 && pin.outputMicrosPerMillion() == 0;
        String price = free
                ? "free"
                : Quantities.cost(pin.inputMicrosPerMillion()) + " in, " + Quantities.cost(pin.outputMicrosPerMillion())
                        + " out, for a million tokens";
        return pin.name() + at + " (" + price + ")";
    }

    /** Returns the lines of one definition. */
    public static List<Line> of(Roster.Member agent) {
        AgentCard card = agent.card();
        Limits limits = card.limits();
        var lines = new ArrayList<Line>();
        lines.add(Line.EMPTY.and(card.name(), Style.STRONG).and("  " + Plain.line(agent.source()), Style.FAINT));
        if (!agent.description().isEmpty()) lines.add(field("for", Plain.line(agent.description())));
        lines.add(field("can", capabilities(card)));
        lines.add(field("answers", answers(card)));
        lines.add(field("tools", card.tools().isEmpty() ? "none" : String.join(" ", card.tools())));
        lines.add(field("memory", card.memory().isEmpty() ? "none" : String.join(" ", card.memory())));
        lines.add(field(
                "limits",
                Quantities.count(limits.turns(), "turn") + ", "
                        + Quantities.count(limits.tokens(), "token") + ", cost " + Quantities.cost(limits.costMicros())
                        + " an attempt; " + Quantities.time(Duration.ofMillis(limits.timeMillis())) + " a turn"));
        if (!card.role().isBlank()) {
            lines.add(Line.EMPTY);
            card.role().lines().forEach(line -> lines.add(Line.of(Plain.text(line))));
        }
        card.output().ifPresent(schema -> {
            lines.add(Line.EMPTY);
            lines.add(Line.EMPTY.and("output", Style.FAINT));
            PrettyJson.lines(schema).forEach(line -> lines.add(Line.of("  " + line)));
        });
        return lines;
    }

    /** Returns the line for a fault, in the form that editors jump to. */
    public static Line of(Problem problem) {
        return Line.of(Plain.line(problem.toString()));
    }

    private static Line field(String name, String value) {
        return Line.EMPTY.and("  " + name, Style.FAINT).padded(11).and(value);
    }

    private static String capabilities(AgentCard card) {
        return card.capabilities().stream().map(Capability::wire).collect(Collectors.joining(" "));
    }
}
