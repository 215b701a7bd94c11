package dev.orrery.cli.text;

import dev.orrery.TriedModel;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.model.Form;
import dev.orrery.model.Manner;
import dev.orrery.model.ModelException;
import dev.orrery.model.ModelProbe;
import dev.orrery.model.Price;
import dev.orrery.model.Quirk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what was found out about a model. */
public final class ModelText {
    private ModelText() {}

    /** Returns the questions with their answers, what follows from them, and whether agents can use the model. */
    public static List<Line> of(TriedModel tried) {
        ModelProbe.Found found = tried.found();
        var lines = new ArrayList<Line>();
        lines.add(Line.EMPTY.and(tried.name().toString(), Style.STRONG).and(" at " + tried.endpoint(), Style.FAINT));
        found.answers().forEach(answer -> lines.add(line(answer)));
        if (found.usable()) {
            lines.add(field("schemas", schemas(found.manner().form())));
            lines.add(field("tools", tools(found)));
            lines.add(field("differs", quirks(found.manner())));
        }
        lines.add(field("price", price(tried)));
        lines.add(
                found.usable()
                        ? Line.EMPTY.and("Agents can use this model.", Style.GOOD)
                        : Line.EMPTY.and("Agents cannot use this model. " + todo(tried), Style.BAD));
        return lines;
    }

    private static Line line(ModelProbe.Answer answer) {
        String usage = answer.usage()
                .map(used -> Quantities.number(used.inputTokens()) + " tokens in, "
                        + Quantities.number(used.outputTokens()) + " out")
                .orElse(answer.failure().isPresent() ? "" : "no usage told");
        return Line.EMPTY
                .and("  " + answer.question(), Style.FAINT)
                .padded(12)
                .and(answer.good() ? "ok" : "no", answer.good() ? Style.GOOD : Style.BAD)
                .padded(16)
                .and(Quantities.time(Duration.ofMillis(answer.millis())))
                .padded(24)
                .and(Plain.line(answer.text().isEmpty() ? "nothing was said" : answer.text()))
                .and(usage.isEmpty() ? "" : " (" + usage + ")", Style.FAINT);
    }

    private static Line field(String name, String value) {
        return Line.EMPTY.and("  " + name, Style.FAINT).padded(12).and(value);
    }

    private static String schemas(Form form) {
        return switch (form) {
            case SCHEMA -> "the server is given the schema of a reply";
            case OBJECT_WITH_SCHEMA -> "the server is asked for a JSON object, with the schema beside it";
            case OBJECT -> "the server is asked for a JSON object; the schema stands in the message";
            case PROMPT -> "the schema stands in the message, and nothing holds the model to it";
        };
    }

    private static String tools(ModelProbe.Found found) {
        boolean called = found.answers().stream().anyMatch(a -> a.question().equals("tool") && a.good());
        String offered = switch (found.manner().tools()) {
            case API -> "offered in the request";
            case TEXT -> "described in the message";
        };
        if (!called) return offered + "; the model called none, which agents of the main job do not need";
        return offered + (found.callsInText() ? "; the model writes its calls as text, where they are found" : "");
    }

    private static String quirks(Manner manner) {
        if (manner.quirks().isEmpty()) return "in nothing else";
        return manner.quirks().stream().sorted().map(ModelText::quirk).collect(Collectors.joining("; "));
    }

    private static String quirk(Quirk quirk) {
        return switch (quirk) {
            case COMPLETION_TOKENS -> "takes max_completion_tokens, not max_tokens";
            case FIXED_TEMPERATURE -> "takes no temperature";
            case NO_STREAM_OPTIONS -> "takes no stream_options, so it may not say what was used";
        };
    }

    private static String price(TriedModel tried) {
        Price price = tried.price();
        if (price.equals(Price.FREE)) return "nothing; tokens count all the same";
        String amounts = Quantities.cost(price.inputMicros()) + " in, " + Quantities.cost(price.cachedInputMicros())
                + " in from a cache, " + Quantities.cost(price.outputMicros()) + " out, for a million tokens";
        return price.known()
                ? amounts
                : amounts + "; no table has this model, so the dearest of its provider is taken: add it to prices.yaml";
    }

    /** Returns what to do when agents cannot use the model; empty when they can. */
    public static String todo(TriedModel tried) {
        if (tried.found().usable()) return "";
        Optional<ModelException.Kind> failure = tried.found().answers().stream()
                .filter(answer -> !answer.good())
                .findFirst()
                .flatMap(ModelProbe.Answer::failure);
        if (failure.isEmpty()) return "It does not answer in the shape that is asked for: try a larger one.";
        return switch (failure.get()) {
            case TRANSIENT -> "See that a server runs at " + tried.endpoint() + ", and test again.";
            case OVERLOADED -> "Wait, or raise the rate limit of your account, and test again.";
            case REFUSED -> "See that the server has a model of this name, and that the base URL ends as it should.";
            case INVALID ->
                "See that the server speaks the wire format of "
                        + tried.name().provider().wire() + ".";
            case TOO_LONG -> "Serve the model with a longer context; 8,000 tokens are enough.";
            case AUTH -> "See that " + tried.name().provider().keyVariable() + " holds a key of this server.";
            case TIMEOUT -> "See whether the server is busy or still loads the model, and test again.";
            case STOPPED -> "It was interrupted; test again.";
        };
    }
}
