package dev.orrery.agent.llm;

import dev.orrery.message.Json;
import dev.orrery.model.Message;
import dev.orrery.model.Offer;
import dev.orrery.model.Prompt;
import java.util.ArrayList;
import java.util.List;

/** The form in which a prompt is kept, so that {@code orrery context} can show what was sent: a list of messages. */
final class Sent {
    private Sent() {}

    static Json of(Prompt prompt) {
        List<Json> messages = new ArrayList<>();
        prompt.messages().forEach(m -> messages.add(message(m)));
        prompt.shape()
                .ifPresent(shape ->
                        messages.add(Json.object().with("role", "reply-schema").with("schema", shape.schema())));
        if (!prompt.offers().isEmpty()) {
            List<String> tools = prompt.offers().stream().map(Offer::name).toList();
            messages.add(Json.object().with("role", "tools").with("names", Json.texts(tools)));
        }
        return Json.of(messages);
    }

    private static Json.Obj message(Message message) {
        return switch (message) {
            case Message.Instruction m -> said("system", m.text());
            case Message.User m -> said("user", m.text());
            case Message.Assistant m -> said("assistant", m.text());
            case Message.ToolResult m -> said("tool", m.text()).with("tool", m.tool());
        };
    }

    private static Json.Obj said(String role, String text) {
        return Json.object().with("role", role).with("text", text);
    }
}
