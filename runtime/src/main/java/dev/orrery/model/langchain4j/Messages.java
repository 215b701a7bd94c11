package dev.orrery.model.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.model.Call;
import dev.orrery.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our messages in LangChain4j's terms. */
final class Messages {
    /** Some servers refuse a message without text. */
    private static final String NOTHING = "(nothing)";

    private final ToolNames names;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> latest = new HashMap<>();

    private Messages(ToolNames names) {
        this.names = names;
    }

    static List<ChatMessage> of(List<Message> messages, ToolNames names) {
        var mapping = new Messages(names);
        var all = new ArrayList<ChatMessage>();
        for (Message message : messages) all.add(mapping.of(message));
        return all;
    }

    private ChatMessage of(Message message) {
        return switch (message) {
            case Message.Instruction instruction -> SystemMessage.from(filled(instruction.text()));
            case Message.User user -> UserMessage.from(filled(user.text()));
            case Message.Assistant assistant
            when assistant.calls().isEmpty() -> AiMessage.from(filled(assistant.text()));
            case Message.Assistant assistant -> withCalls(assistant);
            case Message.ToolResult result ->
                ToolExecutionResultMessage.from(
                        latest.getOrDefault(result.callId(), result.callId()),
                        names.toWire(result.tool()),
                        filled(result.text()));
        };
    }

    private AiMessage withCalls(Message.Assistant assistant) {
        List<ToolExecutionRequest> requests = assistant.calls().stream()
                .map(call -> ToolExecutionRequest.builder()
                        .id(unique(call.id()))
                        .name(names.toWire(call.tool()))
                        .arguments(arguments(call))
                        .build())
                .toList();
        return assistant.text().isBlank() ? AiMessage.from(requests) : AiMessage.from(assistant.text(), requests);
    }

    /** Calls read out of texts are numbered anew in each, while a conversation needs an id for each call. */
    private String unique(String id) {
        String free = id.isBlank() ? "call" : id;
        for (int n = 2; !ids.add(free); n++) free = id + "-" + n;
        latest.put(id, free);
        return free;
    }

    private static String arguments(Call call) {
        return call.json()
                .map(JsonText::print)
                .orElseGet(() -> JsonText.print(Json.object().with("malformed", call.arguments())));
    }

    private static String filled(String text) {
        return text.isBlank() ? NOTHING : text;
    }
}
