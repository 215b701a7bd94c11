package dev.orrery.testing;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.List;

/**
 * A rule of {@link FakeModelServer}: which requests it fits, and how they are answered. Begin with {@link #user}, {@link
 * #system} or {@link #anything}, narrow it down, then say the answer. Immutable.
 */
public final class ScriptedReply {
    private final Json.Obj match;
    private final Json.Obj response;
    private final Json.Obj manner;

    private ScriptedReply(Json.Obj match, Json.Obj response, Json.Obj manner) {
        this.match = match;
        this.response = response;
        this.manner = manner;
    }

    private static ScriptedReply to(Json.Obj match) {
        return new ScriptedReply(match, Json.object(), Json.object());
    }

    /** Fits requests whose last user message holds {@code words}. */
    public static ScriptedReply user(String words) {
        return to(Json.object().with("userMessage", words));
    }

    /** Fits requests whose system messages hold {@code words}. */
    public static ScriptedReply system(String words) {
        return to(Json.object().with("systemMessage", words));
    }

    /** Fits every request. */
    public static ScriptedReply anything() {
        return to(Json.object());
    }

    /** Fits only requests whose last user message also holds {@code words}. */
    public ScriptedReply andUser(String words) {
        return matching(match.with("userMessage", words));
    }

    /** Fits only requests whose model is {@code name}. */
    public ScriptedReply forModel(String name) {
        return matching(match.with("model", name));
    }

    /** Fits only the first request that would fit. */
    public ScriptedReply first() {
        return nth(0);
    }

    /** Fits only the request number {@code index}, from 0, of those that would fit. */
    public ScriptedReply nth(int index) {
        return matching(match.with("sequenceIndex", index));
    }

    /** Fits only requests in which a tool's result follows the last user message. */
    public ScriptedReply withToolResult() {
        return matching(match.with("hasToolResult", Json.of(true)));
    }

    /** Answers with text. */
    public ScriptedReply says(String text) {
        return answering(response.with("content", text));
    }

    /** Answers with JSON and nothing around it. */
    public ScriptedReply says(Json value) {
        return says(JsonText.print(value));
    }

    /** Answers with a call of one tool, in the API's form; dots in its name are written as on the wire. */
    public ScriptedReply calls(String tool, Json arguments) {
        return callsWith(tool, JsonText.print(arguments));
    }

    /** Answers with a call whose arguments are this text, which need not be JSON. */
    public ScriptedReply callsWith(String tool, String arguments) {
        Json call = Json.object()
                .with("name", tool.replaceAll("[^A-Za-z0-9_-]", "_"))
                .with("arguments", arguments);
        return answering(response.with("toolCalls", Json.of(List.of(call))));
    }

    /** Says that the request used so many tokens; without it the server estimates, or says nothing. */
    public ScriptedReply using(long inputTokens, long outputTokens) {
        return answering(response.with(
                "usage",
                Json.object()
                        .with("prompt_tokens", inputTokens)
                        .with("completion_tokens", outputTokens)
                        .with("input_tokens", inputTokens)
                        .with("output_tokens", outputTokens)));
    }

    /** Ends the reply for {@code reason}, by OpenAI's names: stop, length, tool_calls, content_filter. */
    public ScriptedReply ending(String reason) {
        return answering(response.with("finishReason", reason));
    }

    /** Refuses with a status and a message. */
    public ScriptedReply refuses(int status, String message) {
        return answering(Json.object()
                .with("error", Json.object().with("message", message))
                .with("status", status));
    }

    /** Tells a client that is refused with 429 how many seconds to wait. */
    public ScriptedReply after(int seconds) {
        return answering(response.with("retryAfter", seconds));
    }

    /** Cuts the connection after so many chunks of the stream; a chunk has 20 characters. */
    public ScriptedReply cutAfterChunks(int chunks) {
        return in(manner.with("truncateAfterChunks", chunks));
    }

    /** Falls silent for {@code millis} before the stream begins. */
    public ScriptedReply hangsBefore(long millis) {
        return in(manner.with("streamingProfile", Json.object().with("ttft", millis)));
    }

    /** Falls silent for {@code millis} before each chunk. */
    public ScriptedReply hangsBetween(long millis) {
        return in(manner.with("latency", millis));
    }

    Json.Obj toJson() {
        Json.Obj rule = Json.object().with("match", match).with("response", response);
        for (var member : manner.members().entrySet()) rule = rule.with(member.getKey(), member.getValue());
        return rule;
    }

    private ScriptedReply matching(Json.Obj other) {
        return new ScriptedReply(other, response, manner);
    }

    private ScriptedReply answering(Json.Obj other) {
        return new ScriptedReply(match, other, manner);
    }

    private ScriptedReply in(Json.Obj other) {
        return new ScriptedReply(match, response, other);
    }
}
