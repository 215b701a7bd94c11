package dev.orrery.model;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads tool calls out of text, where models that make none in the API's form write them: {@code {"name": …, "arguments":
 * {…}}} in a code fence, in {@code <tool_call>} tags, or bare. A name that was not offered counts only where fence or tags
 * say that a call was meant and both members are there, so that the agent can be told of its mistake. At most {@value
 * #CALLS_MAX} calls.
 */
public final class TextCalls {
    private static final int CALLS_MAX = 32;
    private static final Pattern MARKED = Pattern.compile(
            "```[a-zA-Z_]*[ \\t]*\\R?(?<fence>.*?)(```|\\z)|<tool_call>(?<tag>.*?)(</tool_call>|\\z)", Pattern.DOTALL);
    private static final List<String> NAMES = List.of("name", "tool", "tool_name", "function", "action");
    private static final List<String> ARGUMENTS =
            List.of("arguments", "args", "parameters", "input", "tool_input", "action_input");

    private TextCalls() {}

    /** Returns the calls in {@code text}; brackets that are never closed are taken as closed at its end. */
    public static List<Call> read(String text, List<Offer> offers) {
        return read(text, offers, Ending.ANY);
    }

    /** Returns the calls in a text that was cut: what was not closed is none, since its arguments may be half of them. */
    public static List<Call> readCut(String text, List<Offer> offers) {
        return read(text, offers, Ending.CLOSED);
    }

    private enum Ending {
        ANY,
        CLOSED
    }

    private static List<Call> read(String text, List<Offer> offers, Ending ending) {
        var calls = new ArrayList<Call>();
        Matcher marked = MARKED.matcher(text);
        while (marked.find()) {
            String inside = marked.group("fence") == null ? marked.group("tag") : marked.group("fence");
            collect(inside, offers, ending, Place.MARKED, calls);
        }
        if (calls.isEmpty()) collect(text, offers, ending, Place.BARE, calls);
        return List.copyOf(calls);
    }

    private enum Place {
        MARKED,
        BARE
    }

    private static void collect(String text, List<Offer> offers, Ending ending, Place place, List<Call> calls) {
        for (LenientJson.Found found : LenientJson.findAll(text)) {
            if (ending == Ending.CLOSED && !found.closed()) continue;
            for (Json candidate : candidates(found.value())) {
                call(candidate, offers, place, calls.size() + 1).ifPresent(calls::add);
                if (calls.size() == CALLS_MAX) return;
            }
        }
    }

    private static List<Json> candidates(Json value) {
        if (value instanceof Json.Arr array) return array.items();
        for (String wrapper : List.of("tool_calls", "calls")) {
            List<Json> inside = value.list(wrapper);
            if (!inside.isEmpty()) return inside;
        }
        return List.of(value);
    }

    private static Optional<Call> call(Json value, List<Offer> offers, Place place, int number) {
        // As in the API: {"type": "function", "function": {"name": …, "arguments": "…"}}
        Json inner = value.at("function").filter(Json.Obj.class::isInstance).orElse(value);
        Optional<String> name =
                NAMES.stream().map(inner::text).filter(n -> !n.isBlank()).findFirst();
        if (name.isEmpty()) return Optional.empty();
        Optional<Json> arguments =
                ARGUMENTS.stream().flatMap(n -> inner.at(n).stream()).findFirst();
        Optional<String> offered = offers.stream()
                .map(Offer::name)
                .filter(offer -> same(offer, name.get()))
                .findFirst();
        boolean meant = place == Place.MARKED
                && arguments.filter(Json.Obj.class::isInstance).isPresent();
        if (offered.isEmpty() && !meant) return Optional.empty();
        return Optional.of(new Call("text-" + number, offered.orElse(name.get()), written(arguments)));
    }

    private static String written(Optional<Json> arguments) {
        Json value = arguments.orElseGet(Json::object);
        return value instanceof Json.Str text ? text.text() : JsonText.print(value);
    }

    /** Dots become underscores on some wires, and models remember those names. */
    private static boolean same(String offered, String written) {
        return offered.equalsIgnoreCase(written.strip())
                || offered.replaceAll("[^A-Za-z0-9_-]", "_").equalsIgnoreCase(written.strip());
    }
}
