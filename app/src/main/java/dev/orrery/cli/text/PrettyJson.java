package dev.orrery.cli.text;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Lays JSON out over several lines, two blanks deeper at each level; what fits on a short line stays on one. */
public final class PrettyJson {
    /** The longest value that stays on one line. */
    private static final int SHORT_MAX = 88;

    private final List<String> lines = new ArrayList<>();

    private PrettyJson() {}

    /** Returns the lines of {@code value}. */
    public static List<String> lines(Json value) {
        var pretty = new PrettyJson();
        pretty.add("", "", value, "");
        return List.copyOf(pretty.lines);
    }

    private void add(String indent, String before, Json value, String after) {
        String flat = JsonText.print(value);
        if (indent.length() + before.length() + flat.length() <= SHORT_MAX) {
            lines.add(indent + before + flat + after);
            return;
        }
        switch (value) {
            case Json.Obj object -> {
                lines.add(indent + before + "{");
                int left = object.members().size();
                for (var member : object.members().entrySet()) {
                    String name = JsonText.print(Json.of(member.getKey())) + ": ";
                    add(indent + "  ", name, member.getValue(), --left > 0 ? "," : "");
                }
                lines.add(indent + "}" + after);
            }
            case Json.Arr array -> {
                lines.add(indent + before + "[");
                int left = array.items().size();
                for (Json item : array.items()) add(indent + "  ", "", item, --left > 0 ? "," : "");
                lines.add(indent + "]" + after);
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> lines.add(indent + before + flat + after);
        }
    }
}
