package dev.orrery.cli.command;

import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.Surroundings;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Output;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Prints answers on stdout, and stops when nobody reads on. */
final class Printing {
    private Printing() {}

    /** Prints each value on a line of its own. */
    static void json(Session session, Stream<? extends Json> values) {
        print(session.out(), values.map(JsonText::print).iterator());
    }

    /** Prints lines in full: a terminal may fold them. */
    static void lines(Session session, List<Line> lines) {
        lines(session, lines.stream());
    }

    /** Prints lines in full: a terminal may fold them. */
    static void lines(Session session, Stream<Line> lines) {
        print(
                session.out(),
                lines.map(line -> line.text(session.surroundings().colour())).iterator());
    }

    /** Prints lines of a table: on a screen they are cut to its width. */
    static void cut(Session session, List<Line> lines) {
        Surroundings around = session.surroundings();
        int width = around.terminal().stdout() ? around.terminal().size().columns() : Integer.MAX_VALUE;
        print(
                around.out(),
                lines.stream().map(line -> line.text(width, around.colour())).iterator());
    }

    private static void print(Output out, Iterator<String> lines) {
        while (lines.hasNext() && !out.broken()) out.line(lines.next());
        out.flush();
    }
}
