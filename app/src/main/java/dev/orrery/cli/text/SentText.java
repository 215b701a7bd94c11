package dev.orrery.cli.text;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shows the exact messages that were sent to a model. */
public final class SentText {
    private SentText() {}

    /** Returns the messages that {@code sent} holds, in order. */
    public static List<Json> messages(Json sent) {
        return sent instanceof Json.Arr array ? array.items() : List.of(sent);
    }

    static List<Line> of(Json sent) {
        var lines = new ArrayList<Line>();
        lines.add(Line.EMPTY);
        lines.add(Line.EMPTY.and("## messages", Style.STRONG));
        for (Json message : messages(sent)) {
            lines.add(Line.EMPTY.and("[" + Plain.line(message.text("role", "message")) + "]", Style.LIVE));
            content(message).forEach(line -> lines.add(Line.of("  " + Plain.text(line))));
        }
        return lines;
    }

    /** A message with nothing but a text is that text; any other is shown as it is. */
    private static List<String> content(Json message) {
        boolean plain = message instanceof Json.Obj o
                && o.members().keySet().equals(Set.of("role", "text"))
                && message.at("text").flatMap(Json::asText).isPresent();
        return plain ? message.text("text").lines().toList() : PrettyJson.lines(message);
    }
}
