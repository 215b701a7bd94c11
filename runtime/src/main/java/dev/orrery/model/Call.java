package dev.orrery.model;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.Optional;

/**
 * A tool call that the model asks for. Nothing is checked: the tool may not exist, the arguments may not be JSON.
 *
 * @param id the provider's name for the call, or one made up by the adapter; unique within a completion
 * @param tool the name as it was offered, or whatever the model wrote when it fits no offer
 * @param arguments as the model wrote them
 */
public record Call(String id, String tool, String arguments) {
    /** Reads the arguments strictly; empty when they are not one JSON object. */
    public Optional<Json.Obj> json() {
        try {
            return JsonText.parse(arguments.isBlank() ? "{}" : arguments) instanceof Json.Obj object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }
}
