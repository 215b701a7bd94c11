package dev.orrery.agent.llm;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.model.LenientJson;
import dev.orrery.model.Shape;
import java.util.Optional;

/** Reads the JSON object out of what a model wrote, and says whether it had to be mended for that. */
final class ReplyText {
    private ReplyText() {}

    /** An object, and how often the text had to be mended to give it: 0 or 1. */
    record Parsed(Json.Obj object, int repairs) {}

    /** Returns the object in {@code text}; empty when there is none. */
    static Optional<Parsed> read(String text, Shape shape) {
        return strict(text)
                .map(o -> unwrapped(o, shape, 0))
                .or(() -> LenientJson.find(text, 0)
                        .map(LenientJson.Found::value)
                        .flatMap(v -> v instanceof Json.Obj o ? Optional.of(o) : Optional.empty())
                        .map(o -> unwrapped(o, shape, 1)));
    }

    private static Optional<Json.Obj> strict(String text) {
        try {
            return JsonText.parse(text.strip()) instanceof Json.Obj o ? Optional.of(o) : Optional.empty();
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    /** Models that are shown a named schema like to put the answer under its name. */
    private static Parsed unwrapped(Json.Obj object, Shape shape, int repairs) {
        boolean wrapped = object.members().size() == 1
                && object.at(shape.name()).orElse(new Json.Null()) instanceof Json.Obj
                && shape.schema()
                        .at("properties")
                        .flatMap(p -> p.at(shape.name()))
                        .isEmpty();
        return wrapped && object.at(shape.name()).orElseThrow() instanceof Json.Obj inner
                ? new Parsed(inner, 1)
                : new Parsed(object, repairs);
    }
}
