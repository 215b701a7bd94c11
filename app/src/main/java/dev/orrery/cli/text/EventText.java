package dev.orrery.cli.text;

import dev.orrery.EventView;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Shows an event on one line: its number, its time, its type, the step, and what else is short enough to stand there. */
public final class EventText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    /** The longest member that is shown; {@code --json} has them in full. */
    private static final int MEMBER_MAX = 160;

    /** Members that mean something to programs only. */
    private static final List<String> INTERNAL = List.of("effect", "key", "label", "terms", "window", "hash", "slot");

    private EventText() {}

    /** Returns the line for {@code event}, with its time in {@code zone}. */
    public static Line of(EventView event, ZoneId zone) {
        String step = event.body().text("step");
        return Line.of(String.format(Locale.ROOT, "%5d ", event.seq()))
                .and(TIME.withZone(zone).format(event.at()), Style.FAINT)
                .and("  " + event.type(), style(event.type()))
                .padded(39)
                .and(step.isEmpty() ? "" : "  " + Plain.line(step), Style.STRONG)
                .and(members(event.body()), Style.FAINT);
    }

    private static Style style(String type) {
        return switch (type) {
            case "attempt.failed", "step.gap", "step.stuck", "turn.failed", "budget.refused", "loop.detected" ->
                Style.BAD;
            case "step.completed", "run.ended" -> Style.GOOD;
            case "human.asked" -> Style.NOTICE;
            default -> Style.PLAIN;
        };
    }

    private static String members(Json body) {
        if (!(body instanceof Json.Obj object)) return "";
        var out = new StringBuilder();
        object.members().forEach((name, value) -> {
            if (name.equals("step") || INTERNAL.contains(name)) return;
            String text = value.asText().orElseGet(() -> JsonText.print(value));
            if (!text.isEmpty()) out.append("  ").append(name).append('=').append(brief(text));
        });
        return out.toString();
    }

    private static String brief(String text) {
        String line = Plain.line(text);
        return line.length() <= MEMBER_MAX ? line : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
    }
}
