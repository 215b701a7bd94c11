package dev.orrery.model.langchain4j;

import dev.langchain4j.model.anthropic.AnthropicChatRequestParameters;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.orrery.message.Json;
import dev.orrery.model.Form;
import dev.orrery.model.Manner;
import dev.orrery.model.Quirk;
import dev.orrery.model.Secret;
import java.util.List;

/** Messages, as Anthropic has them. */
final class AnthropicDialect implements Dialect {
    @Override
    public List<Form> forms() {
        return List.of(Form.SCHEMA, Form.PROMPT);
    }

    @Override
    public void send(Outgoing outgoing, Wire wire, StreamingChatResponseHandler handler) {
        var model = AnthropicStreamingChatModel.builder()
                .httpClientBuilder(wire)
                .baseUrl(outgoing.endpoint().toString())
                // LangChain4j insists on a key; a local server reads none.
                .apiKey(outgoing.key().map(Secret::reveal).orElse("none"))
                .modelName(outgoing.model().name())
                .returnThinking(true)
                .build();
        model.chat(
                ChatRequest.builder()
                        .messages(Messages.of(outgoing.prompt().messages(), outgoing.names()))
                        .parameters(parameters(outgoing))
                        .build(),
                handler);
    }

    private static AnthropicChatRequestParameters parameters(Outgoing outgoing) {
        // A stable prefix is read from the provider's cache, at a tenth of the price.
        var parameters = AnthropicChatRequestParameters.builder()
                .cacheSystemMessages(true)
                .maxOutputTokens(outgoing.replyTokensMax());
        if (!outgoing.manner().quirks().contains(Quirk.FIXED_TEMPERATURE)) {
            parameters.temperature(Math.min(1, outgoing.prompt().temperature()));
        }
        if (!outgoing.prompt().offers().isEmpty()) {
            parameters.toolSpecifications(outgoing.names().specifications());
        }
        outgoing.prompt().shape().ifPresent(shape -> {
            if (outgoing.form() == Form.SCHEMA) parameters.responseFormat(Schemas.format(shape));
        });
        return parameters.build();
    }

    @Override
    public Json rewrite(Json body, Manner manner) {
        return body;
    }
}
