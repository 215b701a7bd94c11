package dev.orrery.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on this machine that answers as a test writes it, for what no fake server does: silence, endless replies, events
 * that are none. Thread-safe; close it after the test.
 */
public final class HandmadeServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Json> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch left = new CountDownLatch(1);

    /** Answers one request. */
    public interface Answer {
        /** Writes to {@code exchange}, whose body has been read as {@code request}. */
        void to(Json request, Reply exchange) throws IOException;
    }

    private HandmadeServer(Answer answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, answer));
        server.start();
    }

    /** Starts a server on a free port. */
    public static HandmadeServer answering(Answer answer) {
        return new HandmadeServer(answer);
    }

    /** Returns its base URL. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Returns the bodies of all requests so far. */
    public List<Json> requests() {
        return List.copyOf(requests);
    }

    /** Opens when a client has closed its connection while it was written to. */
    public CountDownLatch clientLeft() {
        return left;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            Json request = JsonText.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            answer.to(request, new Reply(exchange));
        } catch (IOException gone) {
            left.countDown();
            throw gone;
        }
    }

    /** Where an answer is written to. */
    public static final class Reply {
        private final HttpExchange exchange;

        private Reply(HttpExchange exchange) {
            this.exchange = exchange;
        }

        /** Answers with a status and JSON. */
        public void refuse(int status, String json) throws IOException {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, 0);
            write(json);
        }

        /** Begins a stream of events. */
        public void begin() throws IOException {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
        }

        /** Sends text of the stream at once. */
        public void write(String events) throws IOException {
            OutputStream out = exchange.getResponseBody();
            out.write(events.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Says nothing more, until the server is closed. */
        public void hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
