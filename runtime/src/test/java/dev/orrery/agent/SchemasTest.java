package dev.orrery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in schemas are schemas, take what the agents return, and refuse nonsense. */
class SchemasTest {
    static final SchemaCheck CHECK = new SchemaCheck();

    static final String STATEMENT = "{\"text\":\"It scales.\",\"headings\":[],\"kind\":\"sentence\",\"score\":0.5,"
            + "\"cites\":[{\"at\":\"a/b.md:3-4\",\"path\":\"a/b.md\",\"first\":3,\"last\":4}]}";

    @Test
    void everySchemaIsOne() {
        assertThat(Stream.concat(Schemas.outputs().values().stream(), Schemas.inputs().values().stream()))
                .hasSize(10)
                .allSatisfy(schema -> assertThat(CHECK.schemaErrors(schema)).isEmpty());
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("plan", "{\"unplannable\":\"It is a joke.\"}"),
                Arguments.of(
                        "plan",
                        "{\"kind\":\"find\",\"deliver\":\"write\",\"gaps\":[],\"remarks\":[],\"facts\":{},\"steps\":["
                                + "{\"id\":\"research\",\"capability\":\"research\",\"instructions\":\"Find it.\","
                                + "\"forEach\":{\"over\":{\"value\":[]},\"as\":\"subject\"},\"scope\":[\"\"],"
                                + "\"inputs\":{\"goal\":{\"goal\":true},\"subject\":{\"item\":true}},\"rubric\":[]},"
                                + "{\"id\":\"write\",\"capability\":\"write\",\"instructions\":\"Write.\","
                                + "\"inputs\":{\"research\":{\"step\":\"research\"},\"x\":{\"value\":null}}}]}"),
                Arguments.of("research", "{\"topics\":[],\"conflicts\":[],\"names\":[\"A\"],\"searches\":0}"),
                Arguments.of(
                        "research",
                        "{\"subject\":\"A\",\"definition\":[" + STATEMENT + "],\"topics\":[{\"topic\":\"scale\","
                                + "\"statements\":[" + STATEMENT + "],\"none\":false,\"searched\":[\"scale\"]}],"
                                + "\"conflicts\":[{\"topic\":\"v\",\"statements\":[" + STATEMENT + "," + STATEMENT
                                + "]}]}"),
                Arguments.of("research", topic("{\"text\":\"A\",\"cites\":[{\"at\":\"a.pdf:p3\"}]}")),
                Arguments.of("research", topic("{\"text\":\"A\",\"cites\":[{\"at\":\"a.docx:¶12\"}]}")),
                Arguments.of("qa", "{\"pass\":true,\"critique\":[],\"checked\":4,\"faults\":[]}"),
                Arguments.of("qa", "{\"pass\":false,\"critique\":[\"Cite it.\"]}"),
                Arguments.of(
                        "write",
                        "{\"title\":\"T\",\"lines\":[{\"text\":\"\",\"kind\":\"blank\"}],\"sources\":"
                                + "[{\"n\":1,\"at\":\"memory:m1@2\"}],\"applied\":[],\"notApplied\":[]}"),
                Arguments.of("memory", "{\"proposals\":[]}"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void takesWhatTheAgentsReturn(String capability, String output) {
        assertThat(CHECK.errors(schema(capability), JsonText.parse(output))).isEmpty();
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("plan", "{}", "steps"),
                Arguments.of("plan", "{\"steps\":[],\"deliver\":\"write\"}", "steps"),
                Arguments.of(
                        "plan",
                        "{\"steps\":[{\"id\":\"A b\",\"capability\":\"fly\"}],\"deliver\":\"x\"}",
                        "capability"),
                Arguments.of("plan", "{\"unplannable\":\"\"}", "unplannable"),
                Arguments.of("research", "{\"topics\":\"none\"}", "topics"),
                Arguments.of("research", topic("{\"text\":\"Uncited.\"}"), "cites"),
                Arguments.of("research", topic("{\"text\":\"A\",\"cites\":[]}"), "cites"),
                Arguments.of("research", topic("{\"text\":\"A\",\"cites\":[{\"at\":\"somewhere\"}]}"), "at"),
                Arguments.of("qa", "{\"pass\":\"yes\",\"critique\":[]}", "pass"),
                Arguments.of("qa", "{\"pass\":false,\"critique\":[]}", "critique"),
                Arguments.of("write", "{\"title\":\"T\",\"lines\":[],\"sources\":[]}", "lines"),
                Arguments.of("write", "{\"title\":\"T\",\"lines\":[\"text\"],\"sources\":[]}", "lines[0]"),
                Arguments.of("memory", "{\"proposals\":[{\"text\":\"a fact without a source\"}]}", "sources"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesNonsenseAndNamesThePlace(String capability, String output, String place) {
        assertThat(CHECK.errors(schema(capability), JsonText.parse(output))).anyMatch(e -> e.contains(place));
    }

    private static String topic(String statement) {
        return "{\"topics\":[{\"topic\":\"t\",\"statements\":[" + statement + "]}]}";
    }

    private static Json schema(String capability) {
        return Objects.requireNonNull(
                Schemas.outputs().get(Capability.of(capability).orElseThrow()));
    }
}
