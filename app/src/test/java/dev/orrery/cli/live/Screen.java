package dev.orrery.cli.live;

import dev.orrery.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal, as far as the live tree needs one: rows that scroll, a cursor that goes up, lines that are folded anew when
 * the width changes, as most terminals do. One column per letter.
 */
final class Screen extends ByteArrayOutputStream {
    private static final Pattern PIECE = Pattern.compile("\u001B\\[(\\??)(\\d*)([A-Za-z])|\r|\n|[^\u001B\r\n]+");

    /** Lines as they were written; a screen shows each on as many rows as it needs. */
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));

    private Terminal.Size extent;
    private int line;
    private int column;
    private boolean cursor = true;

    Screen(int columns, int rows) {
        this.extent = new Terminal.Size(columns, rows);
    }

    Terminal.Size extent() {
        return extent;
    }

    void resize(int columns, int rows) {
        extent = new Terminal.Size(columns, rows);
    }

    boolean cursorShown() {
        return cursor;
    }

    /** Returns what stands on the screen and above it. */
    List<String> text() {
        return lines.stream().map(l -> l.toString().stripTrailing()).toList();
    }

    @Override
    public synchronized void flush() {
        Matcher pieces = PIECE.matcher(toString(StandardCharsets.UTF_8));
        reset();
        while (pieces.find()) {
            if (pieces.group(3) != null)
                command(
                        pieces.group(3).charAt(0),
                        pieces.group(2),
                        !pieces.group(1).isEmpty());
            else write(pieces.group());
        }
    }

    private void command(char name, String number, boolean mode) {
        if (mode) cursor = name == 'h';
        else if (name == 'A') up(Integer.parseInt(number));
        else if (name == 'J') erase();
    }

    /** Goes up by rows, of which a line that is wider than the screen has several. */
    private void up(int rows) {
        int left = rows;
        while (left > 0 && line > 0) {
            line--;
            left -= Math.max(1, Math.ceilDiv(lines.get(line).length(), extent.columns()));
        }
        if (left < 0) throw new AssertionError("the cursor stands in the middle of a folded line");
    }

    private void erase() {
        lines.subList(line + 1, lines.size()).clear();
        lines.get(line).setLength(column);
    }

    private void write(String text) {
        if (text.equals("\r")) {
            column = 0;
        } else if (text.equals("\n")) {
            line++;
            column = 0;
            if (line == lines.size()) lines.add(new StringBuilder());
        } else {
            if (column + text.length() > extent.columns()) throw new AssertionError("wider than the screen: " + text);
            lines.get(line).setLength(column);
            lines.get(line).append(text);
            column += text.length();
        }
    }
}
