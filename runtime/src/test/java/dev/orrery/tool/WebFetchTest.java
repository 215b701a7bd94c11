package dev.orrery.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fetch gets text from the hosts that are allowed, and from nowhere else, however it is asked. */
class WebFetchTest {
    HttpServer server;
    String host;
    final AtomicInteger requests = new AtomicInteger();
    final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        host = "127.0.0.1:" + server.getAddress().getPort();
        answer(
                "/page",
                exchange ->
                        send(exchange, "text/html; charset=ISO-8859-1", "café".getBytes(StandardCharsets.ISO_8859_1)));
        answer("/missing", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(404, 4);
            exchange.getResponseBody().write("none".getBytes(StandardCharsets.UTF_8));
        });
        answer("/image", exchange -> send(exchange, "image/png", new byte[] {1, 2, 3}));
        answer("/large", WebFetchTest::sendWithoutEnd);
        answer("/zipped", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, "text/plain", new byte[] {1, 2, 3});
        });
        answer("/silent", exchange -> await(over));
        answer("/drip", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            await(over);
        });
        redirect("/moved", "/page");
        redirect("/two", "/moved");
        redirect("/three", "/two");
        redirect("/four", "/three");
        redirect("/loop", "/loop");
        redirect("/away", "http://localhost:" + server.getAddress().getPort() + "/page");
        redirect("/inside", "http://169.254.169.254/latest/meta-data");
        redirect("/file", "file:///etc/passwd");
        redirect("/nonsense", "http://[");
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void getsTheTextAndLabelsItAsFromTheWeb() {
        assertThat(fetch("http://" + host + "/page")).isInstanceOfSatisfying(ToolResult.Returned.class, returned -> {
            Json content = returned.value().content();
            assertThat(content.text("text")).isEqualTo("café");
            assertThat(content.text("type")).isEqualTo("text/html");
            assertThat(content.number("status", 0)).isEqualTo(200);
            assertThat(returned.value().label().integrity()).isEqualTo(Label.Integrity.WEB);
            assertThat(returned.value().label().sources()).containsExactly("web:http://" + host + "/page");
        });
    }

    @Test
    void aMissingPageIsAnAnswer() {
        assertThat(returned(fetch("http://" + host + "/missing")).number("status", 0))
                .isEqualTo(404);
    }

    @Test
    void threeRedirectsAreFollowedAndAFourthIsNot() {
        assertThat(returned(fetch("http://" + host + "/three")).text("url")).isEqualTo("http://" + host + "/page");
        assertThat(reason(fetch("http://" + host + "/four"))).contains("redirects more than 3 times");
        requests.set(0);
        assertThat(reason(fetch("http://" + host + "/loop"))).contains("redirects more than 3 times");
        assertThat(requests).hasValue(4);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("/away", "localhost"),
                arguments("/inside", "169.254.169.254 is not among the hosts"),
                arguments("/file", "only http and https"),
                arguments("/nonsense", "no URL"),
                arguments("/image", "is not text but image/png"),
                arguments("/zipped", "compressed"),
                arguments("/large", "larger than 2048 KiB"),
                arguments("/silent", "within 1 s"),
                arguments("/drip", "within 1 s"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsNotWantedIsRefusedInWords(String path, String words) {
        var tool = new WebFetch(List.of(host), InetAddress::getAllByName, Duration.ofSeconds(1));

        assertThat(reason(tool.call(request("http://" + host + path)))).contains(words);
    }

    @Test
    void withoutHostsItIsOff() {
        assertThat(reason(new WebFetch(List.of()).call(request("http://" + host + "/page"))))
                .contains("is off");
        assertThat(requests).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://%s/page",
                "file:///etc/passwd",
                "gopher://%s/",
                "//%s/page",
                "/page",
                "http:%s/page",
                "http://user@%s/page",
                "http://%s@example.org/",
                "http://example.org/",
                "http://127.0.0.1/page",
                "http://127.0.0.1:1/page",
                "http://localhost/page",
                "http://2130706433/page",
                "http://0177.0.0.1/page",
                "http://0x7f.0.0.1/page",
                "http://0x7f000001/page",
                "http://127.1/page",
                "http://[::1]/page",
                "http://[::ffff:127.0.0.1]/page",
                "http://127.0.0.1.nip.example/page",
                "http://%s\\@example.org/page",
                "http://exam ple.org/",
                "http://example.org:99999/",
                "http:///page",
                "http://",
                ""
            })
    void aUrlThatLeadsElsewhereIsNotFetched(String url) {
        assertThat(fetch(url.replace("%s", host))).isInstanceOf(ToolResult.NotDone.class);
        assertThat(requests).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "127.0.0.1", "169.254.169.254", "::1", "fd00:ec2::254", "::ffff:10.0.0.7"})
    void anAllowedNameThatLeadsInsideIsNotFetched(String inside) {
        InetAddress[] mixed = {InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral(inside)};
        var tool = new WebFetch(List.of("docs.example.org"), _ -> mixed, Duration.ofSeconds(1));

        assertThat(reason(tool.call(request("https://docs.example.org/x"))))
                .contains("docs.example.org leads to")
                .contains("not on the public internet");
    }

    @Test
    void aLoopbackEntryDoesNotOpenOtherNetworks() {
        var tool = new WebFetch(
                List.of("localhost:8080"),
                _ -> new InetAddress[] {InetAddress.ofLiteral("10.0.0.7")},
                Duration.ofSeconds(1));

        assertThat(reason(tool.call(request("http://localhost:8080/")))).contains("not on the public internet");
    }

    @Test
    void aHostThatDoesNotExistIsSaidInWords() {
        var tool = new WebFetch(
                List.of("none.example"),
                name -> {
                    throw new UnknownHostException(name);
                },
                Duration.ofSeconds(1));

        assertThat(reason(tool.call(request("http://none.example/")))).contains("there is no host none.example");
    }

    @Test
    void nobodyListeningIsSaidInWords() {
        server.stop(0);

        assertThat(reason(fetch("http://" + host + "/page"))).contains("could not be fetched");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "http://example.org",
                "example.org/path",
                "example.org:0",
                "example.org:99999",
                "a b",
                "localhost",
                "127.0.0.1",
                "2130706433:80",
                "0x7f.1:80",
                "user@example.org"
            })
    void aMalformedEntryOfTheListIsNamedAtOnce(String entry) {
        assertThatThrownBy(() -> new WebFetch(List.of("example.org", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + entry + "\"");
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            requests.incrementAndGet();
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    private void redirect(String path, String target) {
        answer(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void sendWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        byte[] part = new byte[64 * 1024];
        // Ends when the client hangs up; far beyond the bound otherwise.
        for (int i = 0; i < 1_000; i++) out.write(part);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ToolResult fetch(String url) {
        return new WebFetch(List.of(host)).call(request(url));
    }

    private static Json returned(ToolResult result) {
        return ((ToolResult.Returned) result).value().content();
    }

    private static String reason(ToolResult result) {
        return ((ToolResult.NotDone) result).reason();
    }

    private static ToolRequest request(String url) {
        return new ToolRequest("r", "s", "k", Json.object().with("url", url), List.of(), Path.of("out"));
    }
}
