package dev.orrery.plan;

import dev.orrery.message.Json;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What a {@code forEach} list must look like: objects with distinct keys, not too many of them. */
public final class ForEachItems {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private ForEachItems() {}

    /** Returns what is wrong with {@code list}; nothing when a step can be repeated over it. */
    public static List<String> errors(Json list) {
        if (!(list instanceof Json.Arr array)) return List.of("forEach runs over an array");
        if (array.items().size() > Plan.FAN_OUT_MAX) {
            return List.of("forEach runs over at most " + Plan.FAN_OUT_MAX + " values");
        }
        var errors = new Errors();
        var seen = new HashSet<String>();
        for (Json item : array.items()) {
            String key = item.text("key");
            if (!KEY.matcher(key).matches()) {
                errors.add("each forEach value has a key of lower-case letters, digits and hyphens, not "
                        + Errors.quoted(key));
            } else if (!seen.add(key)) {
                errors.add("two forEach values have the key " + key);
            }
        }
        return errors.list();
    }
}
