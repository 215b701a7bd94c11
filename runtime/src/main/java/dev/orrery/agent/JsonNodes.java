package dev.orrery.agent;

import dev.orrery.message.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows our JSON values to the schema validator, which knows Jackson's. */
final class JsonNodes {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private JsonNodes() {}

    /** Copies {@code value}; a whole number becomes an integer, so that {@code 2.0} counts as one. */
    static JsonNode of(Json value) {
        return switch (value) {
            case Json.Obj o -> {
                ObjectNode node = MAKE.objectNode();
                o.members().forEach((name, member) -> node.set(name, of(member)));
                yield node;
            }
            case Json.Arr a -> {
                ArrayNode node = MAKE.arrayNode(a.items().size());
                a.items().forEach(item -> node.add(of(item)));
                yield node;
            }
            case Json.Str s -> MAKE.stringNode(s.text());
            case Json.Num n -> n.whole() ? MAKE.numberNode((long) n.value()) : MAKE.numberNode(n.value());
            case Json.Bool b -> MAKE.booleanNode(b.value());
            case Json.Null _ -> MAKE.nullNode();
        };
    }
}
