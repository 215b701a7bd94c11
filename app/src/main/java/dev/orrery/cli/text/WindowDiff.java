package dev.orrery.cli.text;

import dev.orrery.WindowView;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.context.Tokens;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How two windows differ, section by section. */
public record WindowDiff(WindowView left, WindowView right, List<Section> sections) {
    /**
     * How one section differs.
     *
     * @param lines the difference, see {@link LineDiff#of}; empty when the section is the same in both
     */
    public record Section(String name, long leftTokens, long rightTokens, List<String> lines) {}

    public WindowDiff {
        sections = List.copyOf(sections);
    }

    /** Compares two windows. A section that neither has is left out. */
    public static WindowDiff of(WindowView left, WindowView right) {
        List<Section> sections = Arrays.stream(Window.Part.values())
                .filter(part -> has(left, part) || has(right, part))
                .map(part -> section(part, left.window(), right.window()))
                .toList();
        return new WindowDiff(left, right, sections);
    }

    private static boolean has(WindowView view, Window.Part part) {
        return !view.window().items(part).isEmpty();
    }

    private static Section section(Window.Part part, Window left, Window right) {
        return new Section(
                part.wire(),
                tokens(part, left),
                tokens(part, right),
                LineDiff.of(lines(left.items(part)), lines(right.items(part))));
    }

    private static long tokens(Window.Part part, Window window) {
        return Tokens.of(new Window.Section(part, window.items(part)));
    }

    private static List<String> lines(List<Window.Item> items) {
        var lines = new ArrayList<String>();
        for (Window.Item item : items) {
            lines.add(WindowText.title(item));
            lines.addAll(WindowText.content(item));
        }
        return lines;
    }

    /** Returns the difference for people. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(Line.of("--- " + WindowText.place(left.window())));
        lines.add(Line.of("+++ " + WindowText.place(right.window())));
        for (Section section : sections) {
            String tokens = section.leftTokens() == section.rightTokens()
                    ? Quantities.count(section.leftTokens(), "token")
                    : Quantities.number(section.leftTokens()) + " → "
                            + Quantities.count(section.rightTokens(), "token");
            lines.add(Line.EMPTY);
            lines.add(Line.EMPTY
                    .and("## " + section.name(), Style.STRONG)
                    .and("  " + tokens, Style.FAINT)
                    .and(section.lines().isEmpty() ? ", the same" : "", Style.FAINT));
            section.lines().forEach(line -> lines.add(Line.EMPTY.and(Plain.text(line), style(line))));
        }
        return lines;
    }

    private static Style style(String line) {
        return switch (line.charAt(0)) {
            case '-' -> Style.BAD;
            case '+' -> Style.GOOD;
            case '@' -> Style.LIVE;
            default -> Style.PLAIN;
        };
    }
}
