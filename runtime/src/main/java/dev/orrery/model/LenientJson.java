package dev.orrery.model;

import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON as models write it: prose around it, single quotes, names without quotes, trailing commas, comments, Python's
 * {@code None}, line breaks inside strings, brackets that are never closed. What it cannot make sense of it leaves out.
 * Nesting is read to {@value #DEPTH_MAX} levels, and at most {@value #STARTS_MAX} brackets are tried.
 */
public final class LenientJson {
    private static final int DEPTH_MAX = 100;
    private static final int STARTS_MAX = 1_000;

    private final String text;
    private int at;
    private boolean closed = true;
    private int depth;

    private LenientJson(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * A value that was found.
     *
     * @param value what was read
     * @param start the index of its first character
     * @param end the index after its last
     * @param closed false when the text ended before its brackets and quotes were closed
     */
    public record Found(Json value, int start, int end, boolean closed) {}

    /** Returns the first object or array in {@code text} at or after {@code from}; empty when there is none. */
    public static Optional<Found> find(String text, int from) {
        int starts = 0;
        for (int i = from; i < text.length() && starts < STARTS_MAX; i++) {
            char c = text.charAt(i);
            if (c != '{' && c != '[') continue;
            starts++;
            var reader = new LenientJson(text, i);
            Json value = reader.value();
            boolean empty = value instanceof Json.Obj o && o.members().isEmpty()
                    || value.items().isEmpty() && c == '[';
            // Prose has brackets, too: what holds nothing and was not written as empty is none.
            if (empty && !text.substring(i, reader.at).matches("(?s)[\\[{]\\s*[\\]}]")) continue;
            return Optional.of(new Found(value, i, reader.at, reader.closed));
        }
        return Optional.empty();
    }

    /** Returns all objects and arrays in {@code text} that stand in no other, in order; at most 100. */
    public static List<Found> findAll(String text) {
        var all = new ArrayList<Found>();
        Optional<Found> next = find(text, 0);
        while (next.isPresent() && all.size() < 100) {
            all.add(next.get());
            next = find(text, Math.max(next.get().end(), next.get().start() + 1));
        }
        return all;
    }

    /** Returns the longest object in {@code text}: what a reply in words around JSON was meant to be. */
    public static Optional<Found> object(String text) {
        return findAll(text).stream()
                .filter(found -> found.value() instanceof Json.Obj)
                .max(Comparator.comparingInt(found -> found.end() - found.start()));
    }

    private Json value() {
        space();
        if (end()) return broken();
        char c = text.charAt(at);
        if (c == '{' || c == '[') {
            if (++depth > DEPTH_MAX) {
                at = text.length();
                return broken();
            }
            Json nested = c == '{' ? object() : array();
            depth--;
            return nested;
        }
        if (quote(c) != 0) return new Json.Str(string());
        return bare();
    }

    private Json object() {
        at++;
        var members = new LinkedHashMap<String, Json>();
        while (true) {
            skip(',');
            if (end()) return brokenOff(new Json.Obj(members));
            if (text.charAt(at) == '}') {
                at++;
                return new Json.Obj(members);
            }
            int before = at;
            String name = quote(text.charAt(at)) != 0 ? string() : word(":}],");
            space();
            if (end()) return brokenOff(new Json.Obj(members));
            char c = text.charAt(at);
            if (c == ':' || c == '=') {
                at++;
                members.put(name, value());
            } else if (at == before || c == ']') {
                at++;
            }
        }
    }

    private Json array() {
        at++;
        var items = new ArrayList<Json>();
        while (true) {
            skip(',');
            if (end()) return brokenOff(new Json.Arr(items));
            char c = text.charAt(at);
            if (c == ']') {
                at++;
                return new Json.Arr(items);
            }
            // The bracket was forgotten: what encloses this array ends here.
            if (c == '}') return brokenOff(new Json.Arr(items));
            int before = at;
            items.add(value());
            if (at == before) at++;
        }
    }

    private String string() {
        char closing = quote(text.charAt(at++));
        var out = new StringBuilder();
        while (!end()) {
            char c = text.charAt(at++);
            if (c == closing && endsHere()) return out.toString();
            if (c == '\\' && !end()) escaped(out);
            else out.append(c);
        }
        closed = false;
        return out.toString();
    }

    /** A quote inside a string that the model forgot to escape is followed by neither a separator nor the end. */
    private boolean endsHere() {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) next++;
        return next == text.length() || ",:}]/#".indexOf(text.charAt(next)) >= 0 || text.charAt(next) == '"';
    }

    private void escaped(StringBuilder out) {
        char c = text.charAt(at++);
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'u' -> {
                if (at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
            }
            default -> out.append(c);
        }
    }

    private Json bare() {
        String word = word(",}]");
        return switch (word) {
            case "true", "True" -> new Json.Bool(true);
            case "false", "False" -> new Json.Bool(false);
            case "null", "None", "undefined", "" -> new Json.Null();
            default -> word.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?") ? number(word) : new Json.Str(word);
        };
    }

    private static Json number(String word) {
        double value = Double.parseDouble(word);
        return Double.isFinite(value) ? new Json.Num(value) : new Json.Str(word);
    }

    private String word(String enders) {
        int start = at;
        while (!end() && enders.indexOf(text.charAt(at)) < 0 && text.charAt(at) != '\n') at++;
        return text.substring(start, at).strip();
    }

    private void skip(char separator) {
        space();
        while (!end() && text.charAt(at) == separator) {
            at++;
            space();
        }
    }

    private void space() {
        while (!end()) {
            if (Character.isWhitespace(text.charAt(at))) at++;
            else if (text.startsWith("//", at)) at = after("\n");
            else if (text.startsWith("/*", at)) at = after("*/");
            else return;
        }
    }

    private int after(String mark) {
        int found = text.indexOf(mark, at);
        return found < 0 ? text.length() : found + mark.length();
    }

    private boolean end() {
        return at >= text.length();
    }

    private Json broken() {
        closed = false;
        return new Json.Null();
    }

    private Json brokenOff(Json soFar) {
        closed = false;
        return soFar;
    }

    private static char quote(char c) {
        return switch (c) {
            case '"', '\'', '`' -> c;
            case '“' -> '”';
            case '‘' -> '’';
            default -> 0;
        };
    }
}
