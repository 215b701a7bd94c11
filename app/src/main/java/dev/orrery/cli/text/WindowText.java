package dev.orrery.cli.text;

import dev.orrery.WindowView;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.context.Tokens;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.List;

/** Shows what an agent saw: each section with its size, each piece with where it comes from, and what was left out. */
public final class WindowText {
    private WindowText() {}

    /** Returns the lines of {@code view}. */
    public static List<Line> of(WindowView view) {
        Window window = view.window();
        long tokens = window.sections().stream().mapToLong(Tokens::of).sum();
        var lines = new ArrayList<Line>();
        lines.add(Line.EMPTY
                .and(place(window), Style.STRONG)
                .and(
                        "  " + Quantities.count(tokens, "token") + ", window "
                                + view.hash().brief(),
                        Style.FAINT));
        for (Window.Section section : window.sections()) {
            lines.add(Line.EMPTY);
            lines.add(Line.EMPTY
                    .and("## " + section.part().wire(), Style.STRONG)
                    .and("  " + Quantities.count(Tokens.of(section), "token"), Style.FAINT));
            section.items().forEach(item -> add(item, lines));
        }
        lines.add(Line.EMPTY);
        lines.add(Line.EMPTY.and("## left out", Style.STRONG));
        if (window.excluded().isEmpty()) lines.add(Line.of("nothing"));
        window.excluded()
                .forEach(excluded ->
                        lines.add(Line.of(Plain.line(excluded.what()) + ": " + Plain.line(excluded.reason()))));
        view.sent().ifPresent(sent -> lines.addAll(SentText.of(sent)));
        return lines;
    }

    private static void add(Window.Item item, List<Line> lines) {
        lines.add(Line.EMPTY.and(title(item), Style.LIVE));
        content(item).forEach(line -> lines.add(Line.of("  " + Plain.text(line))));
    }

    static String place(Window window) {
        return window.run() + " " + window.step() + ", attempt " + window.attempt() + ", turn " + window.turn() + ", "
                + window.agent();
    }

    static String title(Window.Item item) {
        return "[" + Plain.line(item.name()) + "] from " + Plain.line(item.source());
    }

    static List<String> content(Window.Item item) {
        return item.value().content() instanceof Json.Str text
                ? text.text().lines().toList()
                : PrettyJson.lines(item.value().content());
    }
}
