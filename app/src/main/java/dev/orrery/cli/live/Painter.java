package dev.orrery.cli.live;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Output;
import dev.orrery.cli.terminal.Style;
import dev.orrery.cli.terminal.Terminal;
import java.util.List;

/**
 * Draws lines over the ones it drew before. No line is wider than the screen. When the screen got narrower in between, the
 * old lines have been folded by the terminal; how many rows they take now is reckoned, so that nothing of them
 * stays. Thread-safe.
 */
final class Painter {
    private static final String HIDE_CURSOR = "\u001B[?25l";
    private static final String SHOW_CURSOR = "\u001B[?25h";
    private static final String ERASE_BELOW = "\u001B[J";

    private final Output out;
    private final Style.Colour colour;
    private List<Integer> drawn = List.of();
    private boolean left;

    Painter(Output out, Style.Colour colour) {
        this.out = out;
        this.colour = colour;
    }

    /** Draws {@code lines} in the place of those drawn before. */
    synchronized void paint(List<Line> lines, Terminal.Size size) {
        if (left || lines.isEmpty() && drawn.isEmpty()) return;
        // The last column stays free: a terminal may otherwise go on to the next row by itself.
        int width = Math.max(1, size.columns() - 1);
        var frame = new StringBuilder(HIDE_CURSOR).append(back(size));
        for (Line line : lines) frame.append(line.text(width, colour)).append('\n');
        drawn = lines.stream().map(line -> Math.min(line.columns(), width)).toList();
        out.text(frame.toString());
        out.flush();
    }

    /** Leaves what is drawn as it is and gives the cursor back. */
    synchronized void leave() {
        left = true;
        out.text(SHOW_CURSOR);
        out.flush();
    }

    /** Takes the cursor back to the first line that is drawn, and wipes from there on. */
    private String back(Terminal.Size size) {
        int rows = drawn.stream()
                .mapToInt(columns -> Math.max(1, Math.ceilDiv(columns, size.columns())))
                .sum();
        // What has left the screen at the top cannot be reached.
        rows = Math.min(rows, size.rows() - 1);
        return "\r" + (rows > 0 ? "\u001B[" + rows + "A" : "") + ERASE_BELOW;
    }
}
