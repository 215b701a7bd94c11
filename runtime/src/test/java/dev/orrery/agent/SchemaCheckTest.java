package dev.orrery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A check names what is wrong, and nothing that a schema says can make it throw, hang or reach out. */
class SchemaCheckTest {
    final SchemaCheck check = new SchemaCheck();

    static Stream<Arguments> values() {
        String schema = """
                {"type":"object","required":["topic"],"properties":{
                 "topic":{"type":"string","minLength":1},"count":{"type":"integer"},
                 "items":{"type":"array","items":{"type":"object","required":["text"]}}}}""";
        return Stream.of(
                Arguments.of(schema, "{\"topic\":\"a\",\"count\":2.0,\"other\":null}", List.of()),
                Arguments.of(schema, "{}", List.of("required property 'topic' not found")),
                Arguments.of(schema, "7", List.of("integer found, object expected")),
                Arguments.of(
                        schema,
                        "{\"topic\":\"a\",\"items\":[{\"text\":\"x\"},{}]}",
                        List.of("items[1]: required property 'text' not found")),
                Arguments.of(
                        schema,
                        "{\"topic\":\"a\",\"count\":\"two\"}",
                        List.of("count: string found, integer expected")),
                Arguments.of("{}", "[1,null,{\"a\":true}]", List.of()),
                Arguments.of("true", "1", List.of()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void saysWhereAndWhatInOneShortLine(String schema, String value, List<String> errors) {
        assertThat(check.errors(JsonText.parse(schema), JsonText.parse(value))).isEqualTo(errors);
    }

    @ParameterizedTest
    @MethodSource("brokenSchemas")
    void aBrokenSchemaIsReportedAndNeverThrown(String schema, String word) {
        Json json = JsonText.parse(schema);

        assertThat(check.schemaErrors(json)).isNotEmpty().anyMatch(e -> e.contains(word));
        assertThat(check.errors(json, Json.object())).isNotEmpty().allMatch(e -> e.contains("the schema is wrong"));
    }

    static Stream<Arguments> brokenSchemas() {
        return Stream.of(
                Arguments.of("{\"type\":\"strnig\"}", "type"),
                Arguments.of("{\"required\":\"topic\"}", "required"),
                Arguments.of("{\"properties\":{\"a\":{\"type\":7}}}", "properties.a.type"),
                Arguments.of("{\"pattern\":\"(\"}", "pattern"),
                Arguments.of("{\"$ref\":\"#/$defs/none\"}", "none"),
                Arguments.of("{\"$schema\":\"http://json-schema.org/draft-04/schema#\"}", "draft-04"),
                Arguments.of("[]", "object"),
                Arguments.of("\"string\"", "object"));
    }

    @Test
    void aSchemaThatRefersToItselfEndsInWords() {
        Json endless = JsonText.parse("{\"$ref\":\"#\"}");

        assertThat(check.errors(endless, Json.object())).isNotEmpty();
    }

    @Test
    void aPatternThatBacktracksWithoutEndEndsInWords() {
        Json schema = JsonText.parse("{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}");

        List<String> errors = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> check.errors(schema, Json.of("a".repeat(5_000) + "b")));

        assertThat(errors).containsExactly("the pattern ^(a+)+$ is too costly to match");
    }

    @Test
    void nothingIsFetchedForASchema() throws Exception {
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/schema.json";
            for (String word : List.of("$ref", "$dynamicRef", "$schema")) {
                assertThat(check.errors(Json.object().with(word, url), Json.object()))
                        .isNotEmpty();
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void manyErrorsAreBoundedAndCounted() {
        Json schema = JsonText.parse("{\"items\":{\"type\":\"string\"}}");

        List<String> errors = check.errors(schema, Json.of(Collections.nCopies(1_000, Json.of(1))));

        assertThat(errors).hasSize(SchemaCheck.ERRORS_MAX).last().isEqualTo("and 981 more");
    }

    @Test
    void twoSchemasWithTheSameIdAreNotTakenForEachOther() {
        Json text = JsonText.parse("{\"$id\":\"https://example.org/x\",\"type\":\"string\"}");
        Json number = JsonText.parse("{\"$id\":\"https://example.org/x\",\"type\":\"number\"}");

        assertThat(check.errors(text, Json.of("a"))).isEmpty();
        assertThat(check.errors(number, Json.of(1))).isEmpty();
        assertThat(check.errors(number, Json.of("a"))).isNotEmpty();
    }
}
