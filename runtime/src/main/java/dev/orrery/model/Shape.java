package dev.orrery.model;

import dev.orrery.message.Json;

/**
 * The shape of a reply.
 *
 * @param name what the schema describes: letters, digits, {@code _} and {@code -}, at most 64
 * @param schema a JSON Schema whose root is an object; servers that know only a part of JSON Schema may ignore the rest, so
 *     the reply is still to be validated
 */
public record Shape(String name, Json schema) {
    public Shape {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) throw new IllegalArgumentException("not a schema's name: " + name);
        if (!(schema instanceof Json.Obj)) throw new IllegalArgumentException("a schema is an object");
    }
}
