package dev.orrery.model;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a model is asked.
 *
 * @param messages the conversation so far, oldest first; system messages come first
 * @param offers the tools that the model may call; empty for none
 * @param shape the schema that the reply has to fit; empty for free text. With offers as well, the model may call a tool
 *     or answer in this shape.
 * @param temperature 0 for the likeliest reply, up to 2
 */
public record Prompt(List<Message> messages, List<Offer> offers, Optional<Shape> shape, double temperature) {
    /** The most messages that are sent at once. */
    public static final int MESSAGES_MAX = 1_000;

    public Prompt {
        messages = List.copyOf(messages);
        offers = List.copyOf(offers);
        if (messages.isEmpty() || messages.size() > MESSAGES_MAX) {
            throw new IllegalArgumentException(
                    "a prompt has 1 to " + MESSAGES_MAX + " messages, not " + messages.size());
        }
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("a temperature is between 0 and 2, not " + temperature);
        }
    }

    /** Makes a prompt for free text without tools, at temperature 0. */
    public static Prompt of(Message... messages) {
        return new Prompt(List.of(messages), List.of(), Optional.empty(), 0);
    }

    /** Returns this prompt with other messages. */
    public Prompt withMessages(List<Message> others) {
        return new Prompt(others, offers, shape, temperature);
    }

    /** Returns this prompt with these tools offered, and no others. */
    public Prompt offering(List<Offer> tools) {
        return new Prompt(messages, tools, shape, temperature);
    }

    /** Returns this prompt with a reply that has to fit {@code schema}; {@code name} is what the schema describes. */
    public Prompt shaped(String name, Json schema) {
        return new Prompt(messages, offers, Optional.of(new Shape(name, schema)), temperature);
    }

    /** Returns this prompt with the reply in free text. */
    public Prompt unshaped() {
        return new Prompt(messages, offers, Optional.empty(), temperature);
    }

    /** Returns this prompt at another temperature. */
    public Prompt at(double other) {
        return new Prompt(messages, offers, shape, other);
    }
}
