package dev.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.cli.session.Surroundings;
import dev.orrery.cli.terminal.Output;
import dev.orrery.cli.terminal.Terminal;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.testing.FakeModelServer;
import dev.orrery.testing.HandmadeServer;
import dev.orrery.testing.ScriptedReply;
import dev.orrery.testing.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which model is set, and what {@code orrery model test} says of it: the real library against a fake of model servers. */
class ModelCommandTest {
    @RegisterExtension
    static final FakeModelServer SERVER = new FakeModelServer();

    private static final Map<String, String> KEYS = Map.of("OPENAI_API_KEY", "k", "ANTHROPIC_API_KEY", "k");

    @TempDir
    Path folder;

    private record Result(int status, String out, String err) {}

    @ParameterizedTest
    @ValueSource(strings = {"openai:gpt-5-mini", "anthropic:claude-sonnet-5"})
    void aServerThatKnowsEverythingIsUsable(String model) throws IOException {
        answerAll();

        Result result = type(KEYS, "model", "test", "--model", model, "--base-url", SERVER.baseUrl());

        assertThat(result.status()).as(result.out() + result.err()).isZero();
        assertThat(result.out().lines())
                .anyMatch(line -> line.matches("  words     ok .* Hello\\. \\(12 tokens in, 3 out\\)"))
                .anyMatch(line -> line.matches("  shape     ok .*"))
                .anyMatch(line -> line.matches("  tool      ok .* weather.now .*"))
                .contains("  schemas   the server is given the schema of a reply", "  tools     offered in the request")
                .endsWith("Agents can use this model.");
    }

    @Test
    void callsThatAreWrittenAsTextAreNoticed() {
        SERVER.when(ScriptedReply.user("hello").says("Hello."));
        SERVER.when(ScriptedReply.user("colour").says("{\"colour\": \"green\"}"));
        SERVER.when(ScriptedReply.user("Oslo")
                .says("```json\n{\"name\": \"weather.now\", \"arguments\": {\"town\": \"Oslo\"}}\n```"));

        Result result = type(KEYS, "model", "test", "--model", "openai:small", "--base-url", SERVER.baseUrl());

        assertThat(result.status()).as(result.out()).isZero();
        assertThat(result.out())
                .contains("offered in the request; the model writes its calls as text, where they are found");
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void whatAModestServerKnowsIsFoundOutAndKept(WireFormat format) {
        String model = format == WireFormat.OPENAI ? "openai:small" : "anthropic:small";
        HandmadeServer.Answer modest = (request, reply) -> {
            if (format.asksForSchema(request)) reply.refuse(500, "{\"error\": {\"message\": \"internal error\"}}");
            else if (request.at("tools").isPresent())
                reply.refuse(400, "{\"error\": {\"message\": \"no tools here\"}}");
            else {
                reply.begin();
                reply.write(format.reply("{\"colour\": \"green\"}"));
            }
        };
        try (var server = HandmadeServer.answering(modest)) {
            Result result = type(KEYS, "model", "test", "--model", model, "--base-url", server.baseUrl());

            assertThat(result.status()).as(result.out()).isZero();
            assertThat(result.out())
                    .containsPattern("schemas   the (server is asked for a JSON object, with the schema beside it"
                            + "|schema stands in the message, and nothing holds the model to it)")
                    .contains("tools     described in the message; the model called none");
            assertThat(folder.resolve("home/models.json")).content().contains(server.baseUrl() + " " + model);
        }
    }

    @Test
    void aModelThatKeepsToNoShapeIsNot() {
        SERVER.when(ScriptedReply.anything().says("Grass? I like grass."));

        Result result = type(KEYS, "model", "test", "--model", "openai:small", "--base-url", SERVER.baseUrl());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .endsWith(
                        "Agents cannot use this model. It does not answer in the shape that is asked for: try a larger"
                                + " one.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai:any", "anthropic:any"})
    void aKeyThatIsRefusedIsNamedAndNotAskedAgain(String model) {
        SERVER.when(ScriptedReply.anything().refuses(401, "no such key"));

        Result result = type(KEYS, "model", "test", "--model", model, "--base-url", SERVER.baseUrl(), "--json");

        Json found = JsonText.parse(result.out());
        assertThat(result.status()).isEqualTo(1);
        assertThat(found.flag("usable")).isFalse();
        assertThat(found.list("answers"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.text("failure")).isEqualTo("auth"));
        assertThat(found.text("todo")).contains("_API_KEY holds a key of this server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai:any", "anthropic:any"})
    void aServerThatIsNotThereIsSaidToBeMissing(String model) throws IOException {
        String nobody = "http://127.0.0.1:" + freePort() + "/v1";

        Result result = type(KEYS, "model", "test", "--model", model, "--base-url", nobody);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out().lines())
                .filteredOn(line -> line.contains(" no "))
                .hasSize(1);
        assertThat(result.out()).endsWith("See that a server runs at " + nobody + ", and test again.\n");
    }

    @Test
    void withoutAModelOrItsKeyTheCommandLineIsMalformed() {
        Result none = type(Map.of(), "model", "test");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).startsWith("orrery: no model is set").hasLineCount(1);

        Result noKey = type(Map.of(), "model", "test", "--model", "openai:gpt-5-mini");
        assertThat(noKey.status()).isEqualTo(2);
        assertThat(noKey.err()).contains("set OPENAI_API_KEY").hasLineCount(1);
    }

    @Test
    void theOptionComesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Files.writeString(folder.resolve("orrery.yaml"), "model: openai:of-file\nbaseUrl: http://127.0.0.1:1/v1\n");
        Map<String, String> set = Map.of("ORRERY_MODEL", "openai:of-environment", "OPENAI_API_KEY", "k");

        assertThat(doctor(Map.of())).contains("openai:of-file at http://127.0.0.1:1/v1, set by orrery.yaml");
        assertThat(doctor(set))
                .as("the file's server is for the file's model")
                .contains("openai:of-environment at https://api.openai.com/v1, set by ORRERY_MODEL");
        assertThat(doctor(Map.of("ORRERY_BASE_URL", "http://127.0.0.1:2/v1")))
                .contains("openai:of-file at http://127.0.0.1:2/v1, set by orrery.yaml");
        assertThat(doctor(set, "--model", "openai:typed", "--base-url", "http://127.0.0.1:3/v1"))
                .contains("openai:typed at http://127.0.0.1:3/v1, set by --model; its key is in OPENAI_API_KEY");
        assertThat(doctor(set, "--model", "none")).contains("none is set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model: [a, b",
                "model: {name: openai:x}",
                "- model",
                "modell: openai:x",
                "model: gpt-5",
                "model: openai:x\nmodel: openai:y",
                "model: openai:x\nbaseUrl: ftp://h"
            })
    void aMalformedFileIsOneLineThatNamesItsFault(String yaml) throws IOException {
        Files.writeString(folder.resolve("orrery.yaml"), yaml);

        Result run = type(KEYS, "run", "Summarise this", "--knowledge", folder.toString());

        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("orrery: ").hasLineCount(1);
        assertThat(run.out()).isEmpty();
        Result doctor = type(KEYS, "doctor");
        assertThat(doctor.status()).isEqualTo(1);
        assertThat(doctor.out()).contains("fail  model ");
    }

    @Test
    void anUnknownKeyIsNamedWithThoseThatThereAre() throws IOException {
        Files.writeString(folder.resolve("orrery.yaml"), "model: openai:x\ntemperature: 1\n");

        assertThat(type(KEYS, "agents", "list").err())
                .contains("orrery.yaml sets temperature; it can set model, baseUrl");
    }

    @Test
    void agentsAreListedWithTheirModelsAndStandIns() throws IOException {
        Path agents = Files.createDirectories(folder.resolve("agents"));
        Files.writeString(agents.resolve("qa.md"), "---\nname: qa\ncapabilities: [qa]\nmodel: none\n---\nCheck.\n");
        String[] set = {"--agents", agents.toString(), "--model", "openai:gpt-5-mini"};

        assertThat(type(Map.of(), "agents", "list", set[0], set[1], set[2], set[3])
                        .out()
                        .lines())
                .as("no key is needed to look")
                .anyMatch(line -> line.matches("research +research +openai:gpt-5-mini +built-in"))
                .anyMatch(line -> line.matches("research-native +research +native +stand-in of research"))
                .anyMatch(line -> line.matches("qa +qa +native +.*qa.md"))
                .noneMatch(line -> line.startsWith("qa-native"));
        assertThat(type(Map.of(), "agents", "show", "research", set[2], set[3]).out())
                .contains("openai:gpt-5-mini (0.25 in, 2.00 out, for a million tokens)");
    }

    @Test
    void aRunIsNotGoneOnWithWithoutTheKeyOfItsModel() throws IOException {
        Path agents = Files.createDirectories(folder.resolve("agents"));
        Files.writeString(
                agents.resolve("memory.md"),
                "---\nname: memory\ncapabilities: [memory]\nmodel: openai:gpt-5-mini\n---\nPropose.\n");
        String[] run = {
            "run",
            "Compare Tarnwick and Copper Finch on scaling",
            "--knowledge",
            Path.of("..", "examples", "competitors").toString(),
            "--agents",
            agents.toString(),
            "--approve-plan",
            "--id",
            "keyless"
        };

        assertThat(type(Map.of(), run).status())
                .as("it does not begin without, either")
                .isEqualTo(2);
        assertThat(type(KEYS, run).status())
                .as("it waits for the plan's approval")
                .isEqualTo(4);
        Result resumed = type(Map.of(), "resume", "keyless");
        assertThat(resumed.status()).isEqualTo(2);
        assertThat(resumed.err()).contains("set OPENAI_API_KEY").hasLineCount(1);
        assertThat(type(KEYS, "resume", "keyless").status()).isEqualTo(4);
    }

    private static void answerAll() {
        SERVER.when(ScriptedReply.user("hello").says("Hello.").using(12, 3));
        SERVER.when(ScriptedReply.user("colour").says("{\"colour\": \"green\"}").using(30, 8));
        SERVER.when(
                ScriptedReply.user("Oslo").calls("weather.now", Json.object().with("town", "Oslo")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String doctor(Map<String, String> environment, String... options) {
        String[] words = new String[options.length + 1];
        words[0] = "doctor";
        System.arraycopy(options, 0, words, 1, options.length);
        return type(environment, words).out();
    }

    private Result type(Map<String, String> environment, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new HashMap<>(environment);
        all.put("ORRERY_HOME", folder.resolve("home").toString());
        int status = Main.run(
                new Surroundings(
                        java.io.InputStream.nullInputStream(),
                        new Output(out),
                        new Output(err),
                        Terminal.NONE,
                        all,
                        folder,
                        "orrery",
                        InstantSource.system(),
                        ZoneOffset.UTC,
                        Surroundings.ofProcess().source()),
                words);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
