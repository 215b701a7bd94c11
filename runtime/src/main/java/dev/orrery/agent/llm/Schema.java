package dev.orrery.agent.llm;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Map;

/** The few JSON Schemas that questions need. Kept plain, since servers know different parts of JSON Schema. */
final class Schema {
    private Schema() {}

    /** An object with exactly these members. */
    static Json.Obj object(Map<String, Json> members) {
        Json.Obj properties = Json.object();
        for (var member : members.entrySet()) properties = properties.with(member.getKey(), member.getValue());
        return Json.object()
                .with("type", "object")
                .with("properties", properties)
                .with("required", Json.texts(List.copyOf(members.keySet())))
                .with("additionalProperties", Json.of(false));
    }

    static Json.Obj text(int lengthMax) {
        return Json.object().with("type", "string").with("maxLength", lengthMax);
    }

    /** One of {@code values}. */
    static Json.Obj oneOf(List<String> values) {
        return Json.object().with("type", "string").with("enum", Json.texts(values));
    }

    static Json.Obj listOf(Json items, int most) {
        return Json.object().with("type", "array").with("items", items).with("maxItems", most);
    }
}
