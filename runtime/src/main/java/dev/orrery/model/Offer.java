package dev.orrery.model;

import dev.orrery.message.Json;

/**
 * A tool that the model may call.
 *
 * @param name as Orrery knows it, dots included; an adapter writes it as its wire format allows and reads it back
 * @param description one sentence for the model
 * @param arguments a JSON Schema of the arguments object
 */
public record Offer(String name, String description, Json arguments) {
    public Offer {
        if (name.isBlank()) throw new IllegalArgumentException("a tool has a name");
    }
}
