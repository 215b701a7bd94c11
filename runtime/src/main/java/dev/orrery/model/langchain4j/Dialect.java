package dev.orrery.model.langchain4j;

import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.orrery.message.Json;
import dev.orrery.model.Form;
import dev.orrery.model.Manner;
import dev.orrery.model.ModelName;
import dev.orrery.model.Prompt;
import dev.orrery.model.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What differs between wire formats. Stateless. */
interface Dialect {
    /** Returns the forms that a shape can take. */
    List<Form> forms();

    /** Sends the request and reads the whole stream on this thread. */
    void send(Outgoing outgoing, Wire wire, StreamingChatResponseHandler handler);

    /** Returns the body as this server takes it, where LangChain4j cannot be told. */
    Json rewrite(Json body, Manner manner);

    /** A request, in our terms. */
    record Outgoing(
            ModelName model,
            URI endpoint,
            Optional<Secret> key,
            Prompt prompt,
            Manner manner,
            ToolNames names,
            int replyTokensMax) {
        /** Returns the form of the prompt's shape, if it has one. */
        Form form() {
            return manner.formFor(prompt);
        }
    }
}
