package dev.orrery.model.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.orrery.model.Bounds;
import dev.orrery.model.Call;
import dev.orrery.model.Completion;
import dev.orrery.model.ModelException;
import dev.orrery.model.Stop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One call: a virtual thread reads the stream, the caller's thread waits for what it finds and keeps the bounds. Whatever
 * ends the call interrupts the reader, which closes the connection.
 */
final class StreamedCall implements StreamingChatResponseHandler {
    /** Where a server sends many tokens at once, characters tell more than events: words rarely have more a token. */
    private static final int CHARACTERS_PER_TOKEN_MAX = 8;

    private static final String REASONING = "<think>";
    private static final String REASONING_END = "</think>";

    private final Dialect dialect;
    private final Dialect.Outgoing outgoing;
    private final Wire wire;
    private final Tap tap;
    private final Failures failures;

    // What the reader may find is bounded by Wire, so this queue is, too.
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Call> calls = new ArrayList<>();
    private long tokens;
    private long characters;

    /** What the reader found. */
    private sealed interface Signal {
        record Token(String text, boolean shown) implements Signal {}

        record Called(Call call) implements Signal {}

        record Done(ChatResponse response) implements Signal {}

        record Failed(ModelException why) implements Signal {}
    }

    StreamedCall(Dialect dialect, Dialect.Outgoing outgoing, Wire wire, Tap tap, Failures failures) {
        this.dialect = dialect;
        this.outgoing = outgoing;
        this.wire = wire;
        this.tap = tap;
        this.failures = failures;
    }

    Completion within(Bounds bounds, LongSupplier nanos) {
        long deadline = nanos.getAsLong() + TimeUnit.MILLISECONDS.toNanos(bounds.totalMillis());
        Thread reader = Thread.ofVirtual().name("model-stream").start(this::read);
        try {
            long waitMillis = bounds.firstTokenMillis();
            while (true) {
                long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadline - nanos.getAsLong());
                Signal signal =
                        leftMillis < 1 ? null : signals.poll(Math.min(waitMillis, leftMillis), TimeUnit.MILLISECONDS);
                switch (signal) {
                    case null -> throw failures.late(bounds, waitMillis >= leftMillis, tokens);
                    case Signal.Failed failed -> throw failed.why();
                    case Signal.Done done -> {
                        return completion(done.response(), bounds);
                    }
                    case Signal.Called called -> calls.add(called.call());
                    case Signal.Token token -> {
                        count(token);
                        if (seen() > bounds.replyTokensMax()) return cut();
                    }
                }
                waitMillis = bounds.idleMillis();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failures.stopped();
        } finally {
            tap.stop();
            reader.interrupt();
        }
    }

    private void count(Signal.Token token) {
        tokens++;
        characters += token.text().length();
        if (token.shown()) text.append(token.text());
    }

    private long seen() {
        return Math.max(tokens, characters / CHARACTERS_PER_TOKEN_MAX);
    }

    /** A reply that the server should have ended is ended here; what it used, nobody says. */
    private Completion cut() {
        return new Completion(text.toString(), calls, Stop.LENGTH, Optional.empty());
    }

    private Completion completion(ChatResponse response, Bounds bounds) {
        List<Call> asked = new ArrayList<>();
        for (ToolExecutionRequest request : response.aiMessage().toolExecutionRequests()) {
            asked.add(call(request, asked.size() + 1));
        }
        String whole = response.aiMessage().text();
        String said = whole == null ? "" : answer(whole);
        long replyBytes = said.getBytes(StandardCharsets.UTF_8).length
                + asked.stream().mapToLong(call -> call.arguments().length()).sum();
        var usage = StreamedUsage.read(tap.usage(), wire.sentBytes(), bounds.replyTokensMax(), replyBytes);
        return new Completion(said, asked, stop(asked), usage);
    }

    /** Some servers leave the model's reasoning in its text; it is no part of the answer. */
    private static String answer(String said) {
        int end = said.indexOf(REASONING_END);
        boolean reasoned = end >= 0 && said.stripLeading().startsWith(REASONING);
        return reasoned ? said.substring(end + REASONING_END.length()).stripLeading() : said;
    }

    private Stop stop(List<Call> asked) {
        return switch (tap.ending()) {
            case "length", "max_tokens", "model_context_window_exceeded" -> Stop.LENGTH;
            case "content_filter", "refusal" -> Stop.REFUSED;
            default -> asked.isEmpty() ? Stop.END : Stop.CALLS;
        };
    }

    private Call call(ToolExecutionRequest request, int number) {
        String id = request.id() == null || request.id().isBlank() ? "call-" + number : request.id();
        String arguments = request.arguments() == null ? "" : request.arguments();
        return new Call(id, outgoing.names().fromWire(String.valueOf(request.name())), arguments);
    }

    private void read() {
        try {
            dialect.send(outgoing, wire, this);
            // Reached without an end only when the stream ended early or held something else.
            signals.add(new Signal.Failed(failures.broken(wire, tap)));
        } catch (RuntimeException unexpected) {
            signals.add(new Signal.Failed(failures.of(unexpected, wire, tap)));
        }
    }

    @Override
    public void onPartialResponse(String partial) {
        signals.add(new Signal.Token(partial, true));
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        signals.add(new Signal.Token(String.valueOf(thinking.text()), false));
    }

    @Override
    public void onPartialToolCall(PartialToolCall partial) {
        signals.add(new Signal.Token(partial.partialArguments(), false));
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall complete) {
        signals.add(new Signal.Called(call(complete.toolExecutionRequest(), complete.index() + 1)));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        boolean whole = tap.trouble().isEmpty() && tap.finished();
        signals.add(whole ? new Signal.Done(response) : new Signal.Failed(failures.broken(wire, tap)));
    }

    @Override
    public void onError(Throwable broken) {
        signals.add(new Signal.Failed(failures.of(broken, wire, tap)));
    }
}
