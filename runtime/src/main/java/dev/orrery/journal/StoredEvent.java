package dev.orrery.journal;

import dev.orrery.message.Json;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An event as the journal keeps it. Names and versions are stable: renaming a class never changes what is stored.
 *
 * @param type what happened, in lower case with dots, such as {@code run.started}
 * @param version which shape {@code body} has, from 1
 * @param at when it happened
 * @param body what else is to be known; nests at most {@value #DEPTH_MAX} deep
 */
public record StoredEvent(String type, int version, Instant at, Json body) {
    /** The deepest nesting of a body: the record around it needs two levels of what a reader accepts. */
    public static final int DEPTH_MAX = 96;

    /** The longest member name in a body, in characters: JSON readers refuse longer ones than 50,000. */
    public static final int MEMBER_NAME_MAX = 10_000;

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");

    public StoredEvent {
        if (!TYPE.matcher(type).matches()) throw new IllegalArgumentException("'" + type + "' is no event type");
        if (version < 1) throw new IllegalArgumentException("event versions start at 1: " + type + " " + version);
        requireReadable(type, body, 1);
    }

    /** Refuses now what would be written and could then never be read back. */
    private static void requireReadable(String type, Json value, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("the body of " + type + " nests deeper than " + DEPTH_MAX);
        }
        switch (value) {
            case Json.Obj o ->
                o.members().forEach((name, member) -> {
                    if (name.length() > MEMBER_NAME_MAX) {
                        throw new IllegalArgumentException("a member name in the body of " + type + " is longer than "
                                + MEMBER_NAME_MAX + " characters");
                    }
                    requireReadable(type, member, depth + 1);
                });
            case Json.Arr a -> a.items().forEach(item -> requireReadable(type, item, depth + 1));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }
}
