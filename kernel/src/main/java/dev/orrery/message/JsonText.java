package dev.orrery.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and prints JSON text. Printing has two forms: {@link #print} keeps the order of members, {@link #canonical}
 * sorts them, so that equal values have equal text and thus equal hashes. Thread-safe.
 */
public final class JsonText {
    /** The deepest nesting that is read; deeper text is refused as malformed. */
    public static final int DEPTH_MAX = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private JsonText() {}

    /**
     * Reads one JSON value.
     *
     * @throws IllegalArgumentException when {@code text} is not exactly one JSON value, or nests deeper than
     *     {@link #DEPTH_MAX}; the message says where
     */
    public static Json parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) throw new IllegalArgumentException("not JSON: the text is empty");
            Json value = read(parser);
            if (parser.nextToken() != null) throw new IllegalArgumentException("not JSON: text follows the value");
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Json read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> new Json.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDoubleValue());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            case PROPERTY_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalArgumentException("not JSON: unexpected " + parser.currentToken());
        };
    }

    private static Json readObject(JsonParser parser) {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser));
        }
        return new Json.Obj(members);
    }

    private static Json readArray(JsonParser parser) {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) items.add(read(parser));
        return new Json.Arr(items);
    }

    /** Prints {@code value} on one line, members in their own order. */
    public static String print(Json value) {
        var out = new StringBuilder();
        write(value, out, false);
        return out.toString();
    }

    /** Prints {@code value} on one line, members sorted by name: equal values print equally. */
    public static String canonical(Json value) {
        var out = new StringBuilder();
        write(value, out, true);
        return out.toString();
    }

    private static void write(Json value, StringBuilder out, boolean sorted) {
        switch (value) {
            case Json.Obj o -> writeObject(sorted ? new TreeMap<>(o.members()) : o.members(), out, sorted);
            case Json.Arr a -> {
                out.append('[');
                for (int i = 0; i < a.items().size(); i++) {
                    if (i > 0) out.append(',');
                    write(a.items().get(i), out, sorted);
                }
                out.append(']');
            }
            case Json.Str s -> quote(s.text(), out);
            case Json.Num n -> {
                if (n.whole()) out.append((long) n.value());
                else out.append(n.value());
            }
            case Json.Bool b -> out.append(b.value());
            case Json.Null _ -> out.append("null");
        }
    }

    private static void writeObject(Map<String, Json> members, StringBuilder out, boolean sorted) {
        out.append('{');
        boolean first = true;
        for (var member : members.entrySet()) {
            if (!first) out.append(',');
            first = false;
            quote(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out, sorted);
        }
        out.append('}');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || (Character.isSurrogate(c) && !paired(text, i))) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
