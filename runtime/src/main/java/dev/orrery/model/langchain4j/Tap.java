package dev.orrery.model.langchain4j;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Sees each event of a stream before LangChain4j does. It takes usage out, because a server's numbers may not even fit an
 * integer; it notes why the reply ended; and it ends the reading at an event that reports an error or is not JSON, which
 * LangChain4j would pass over. One thread writes; others may read.
 */
final class Tap {
    private volatile Optional<Trouble> trouble = Optional.empty();
    private volatile String ending = "";
    private volatile Json.Obj usage = Json.object();
    private volatile boolean finished;
    private volatile boolean stopped;

    /** Why the reading ended early. */
    sealed interface Trouble {
        /** The server reported an error inside the stream. */
        record Reported(Json error) implements Trouble {}

        /** An event was not JSON. */
        record Malformed() implements Trouble {}
    }

    /** Returns why the reading ended early. */
    Optional<Trouble> trouble() {
        return trouble;
    }

    /** Returns the server's word for why the reply ended; the empty text when it gave none. */
    String ending() {
        return ending;
    }

    /** Returns whatever the server said of usage, members of later events over those of earlier ones. */
    Json.Obj usage() {
        return usage;
    }

    /** Tells whether the server marked the end of the stream. */
    boolean finished() {
        return finished || !ending.isEmpty();
    }

    /** Has the next event close the stream. */
    void stop() {
        stopped = true;
    }

    /** Returns a listener that looks first and then hands on. */
    ServerSentEventListener before(ServerSentEventListener next) {
        return new ServerSentEventListener() {
            @Override
            public void onOpen(SuccessfulHttpResponse response) {
                next.onOpen(response);
            }

            @Override
            public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
                Optional<ServerSentEvent> kept = stopped ? Optional.empty() : look(event);
                kept.ifPresent(one -> next.onEvent(one, context));
                if (stopped || trouble.isPresent()) context.parsingHandle().cancel();
            }

            @Override
            public void onError(Throwable broken) {
                // Some servers reset the connection once they have said everything.
                if (!finished()) next.onError(broken);
            }
        };
    }

    private Optional<ServerSentEvent> look(ServerSentEvent event) {
        String data = event.data().strip();
        if (data.equals("[DONE]")) {
            finished = true;
            return Optional.of(event);
        }
        Json value;
        try {
            value = JsonText.parse(data);
        } catch (IllegalArgumentException notJson) {
            trouble = Optional.of(new Trouble.Malformed());
            return Optional.empty();
        }
        Optional<Json> error = value.at("error");
        if (error.isPresent()) {
            trouble = Optional.of(new Trouble.Reported(error.get()));
            return Optional.empty();
        }
        note(value);
        return Optional.of(new ServerSentEvent(event.event(), JsonText.print(withoutUsage(value))));
    }

    private void note(Json value) {
        finished |= value.text("type").equals("message_stop");
        value.list("choices").stream()
                .map(choice -> choice.text("finish_reason"))
                .filter(reason -> !reason.isEmpty())
                .forEach(reason -> ending = reason);
        value.at("delta")
                .map(delta -> delta.text("stop_reason"))
                .filter(r -> !r.isEmpty())
                .ifPresent(r -> ending = r);
        value.at("message").flatMap(message -> message.at("usage")).ifPresent(this::add);
        value.at("usage").ifPresent(this::add);
    }

    private void add(Json more) {
        if (!(more instanceof Json.Obj members)) return;
        Json.Obj all = usage;
        for (var member : members.members().entrySet()) all = all.with(member.getKey(), member.getValue());
        usage = all;
    }

    private static Json withoutUsage(Json value) {
        if (!(value instanceof Json.Obj object)) return value;
        var members = new LinkedHashMap<>(object.members());
        members.remove("usage");
        members.computeIfPresent("message", (_, message) -> withoutUsage(message));
        return new Json.Obj(members);
    }
}
