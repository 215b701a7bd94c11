package dev.orrery.model.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.orrery.message.Json;
import dev.orrery.model.Form;
import dev.orrery.model.Manner;
import dev.orrery.model.Provider;
import dev.orrery.model.Quirk;
import dev.orrery.model.Secret;
import dev.orrery.model.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chat completions, as OpenAI has them and most servers imitate. */
final class OpenAiDialect implements Dialect {
    @Override
    public List<Form> forms() {
        return List.of(Form.values());
    }

    @Override
    public void send(Outgoing outgoing, Wire wire, StreamingChatResponseHandler handler) {
        boolean strict = outgoing.prompt()
                .shape()
                .map(Shape::schema)
                .map(Schemas::isStrict)
                .orElse(false);
        var model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(wire)
                .baseUrl(outgoing.endpoint().toString())
                .apiKey(outgoing.key().map(Secret::reveal).orElse(null))
                .modelName(outgoing.model().name())
                .returnThinking(true)
                .accumulateToolCallId(false)
                .strictJsonSchema(strict)
                .build();
        model.chat(
                ChatRequest.builder()
                        .messages(Messages.of(outgoing.prompt().messages(), outgoing.names()))
                        .parameters(parameters(outgoing))
                        .build(),
                handler);
    }

    private static OpenAiChatRequestParameters parameters(Outgoing outgoing) {
        var parameters = OpenAiChatRequestParameters.builder();
        if (takesCompletionTokens(outgoing)) parameters.maxCompletionTokens(outgoing.replyTokensMax());
        else parameters.maxOutputTokens(outgoing.replyTokensMax());
        if (!outgoing.manner().quirks().contains(Quirk.FIXED_TEMPERATURE)) {
            parameters.temperature(outgoing.prompt().temperature());
        }
        if (!outgoing.prompt().offers().isEmpty()) {
            parameters.toolSpecifications(outgoing.names().specifications());
        }
        outgoing.prompt().shape().ifPresent(shape -> {
            ResponseFormat object =
                    ResponseFormat.builder().type(ResponseFormatType.JSON).build();
            switch (outgoing.form()) {
                case SCHEMA -> parameters.responseFormat(Schemas.format(shape));
                case OBJECT -> parameters.responseFormat(object);
                case OBJECT_WITH_SCHEMA ->
                    parameters.customParameters(Map.of(
                            "response_format", Map.of("type", "json_object", "schema", Schemas.plain(shape.schema()))));
                case PROMPT -> {}
            }
        });
        return parameters.build();
    }

    /** OpenAI's own models take the newer name; most other servers only the older one. */
    private static boolean takesCompletionTokens(Outgoing outgoing) {
        boolean theirs = outgoing.endpoint().equals(Provider.OPENAI.baseUrl());
        return theirs != outgoing.manner().quirks().contains(Quirk.COMPLETION_TOKENS);
    }

    @Override
    public Json rewrite(Json body, Manner manner) {
        if (!manner.quirks().contains(Quirk.NO_STREAM_OPTIONS) || !(body instanceof Json.Obj object)) return body;
        var members = new LinkedHashMap<>(object.members());
        members.remove("stream_options");
        return new Json.Obj(members);
    }
}
