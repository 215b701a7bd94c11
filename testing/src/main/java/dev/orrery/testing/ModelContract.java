package dev.orrery.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.model.Bounds;
import dev.orrery.model.Call;
import dev.orrery.model.Completion;
import dev.orrery.model.Message;
import dev.orrery.model.Model;
import dev.orrery.model.ModelException;
import dev.orrery.model.ModelException.Kind;
import dev.orrery.model.Offer;
import dev.orrery.model.Prompt;
import dev.orrery.model.Stop;
import dev.orrery.model.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every {@link Model} promises, whatever its wire format. An adapter's test extends this and opens one. */
public abstract class ModelContract {
    /** The server that most promises are tried on. */
    @RegisterExtension
    protected static final FakeModelServer SERVER = new FakeModelServer();

    /** The key that models are opened with. */
    protected static final String KEY = "sk-test-1234567890";

    /** Bounds that a fake server never reaches. */
    protected static final Bounds AMPLE = new Bounds(200, 20_000, 20_000, 30_000);

    private static final Json SCHEMA = JsonText.parse(
            "{\"type\":\"object\",\"properties\":{\"licence\":{\"enum\":[\"MIT\",\"GPL\"]}},\"required\":[\"licence\"],"
                    + "\"additionalProperties\":false}");
    private static final Offer SEARCH = new Offer(
            "knowledge.search",
            "Finds passages.",
            JsonText.parse(
                    "{\"type\":\"object\",\"properties\":{\"query\":{\"type\":\"string\"}},\"required\":[\"query\"]}"));

    /** Opens a model at {@code baseUrl} that remembers nothing from other tests. */
    protected abstract Model open(String baseUrl);

    /** Returns a prompt with this question. */
    protected static Prompt ask(String question) {
        return Prompt.of(new Message.Instruction("You answer briefly."), new Message.User(question));
    }

    private Completion complete(Prompt prompt) {
        return open(SERVER.baseUrl()).complete(prompt, AMPLE);
    }

    private ModelException fail(Prompt prompt) {
        return fail(SERVER.baseUrl(), prompt, AMPLE);
    }

    private ModelException fail(String baseUrl, Prompt prompt, Bounds bounds) {
        ModelException failure =
                catchThrowableOfType(ModelException.class, () -> open(baseUrl).complete(prompt, bounds));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain(KEY).doesNotContain("\n");
        return failure;
    }

    @Test
    void aReplyIsReturnedWholeWithWhatItUsed() {
        SERVER.when(ScriptedReply.user("hello")
                .says("Hello to you, and a good day.")
                .using(21, 9));

        Completion reply = complete(ask("hello"));

        assertThat(reply)
                .isEqualTo(new Completion(
                        "Hello to you, and a good day.", List.of(), Stop.END, Optional.of(new Usage(21, 0, 9))));
    }

    @Test
    void aReplyInAShapeIsReturnedAsItIs() {
        SERVER.when(ScriptedReply.user("licence").says(Json.object().with("licence", "MIT")));

        Completion reply = complete(ask("licence?").shaped("answer", SCHEMA));

        assertThat(reply.text()).isEqualTo("{\"licence\":\"MIT\"}");
        assertThat(SERVER.requests()).hasSize(1);
    }

    @Test
    void aToolIsCalledByTheNameItWasOfferedUnder() {
        SERVER.when(
                ScriptedReply.anything().calls("knowledge.search", Json.object().with("query", "licence")));

        Completion reply = complete(ask("licence?").offering(List.of(SEARCH)));

        assertThat(reply.stop()).isEqualTo(Stop.CALLS);
        assertThat(reply.calls()).hasSize(1);
        assertThat(reply.calls().getFirst().tool()).isEqualTo("knowledge.search");
        assertThat(reply.calls().getFirst().json()).contains(Json.object().with("query", "licence"));
        assertThat(JsonText.print(SERVER.requests().getFirst()))
                .contains("Finds passages.")
                .contains("\"query\"");
    }

    @Test
    void whatToolsGaveBackReachesTheModel() {
        SERVER.when(ScriptedReply.user("licence").withToolResult().says("It is MIT."));
        var call = new Call("call-1", "knowledge.search", "{\"query\":\"licence\"}");

        Completion reply = complete(ask("licence?")
                .offering(List.of(SEARCH))
                .withMessages(List.of(
                        new Message.User("licence?"),
                        new Message.Assistant("", List.of(call)),
                        new Message.ToolResult("call-1", "knowledge.search", "found: MIT"),
                        new Message.Assistant("Let me look again.", List.of(call)),
                        new Message.ToolResult("call-1", "knowledge.search", ""))));

        assertThat(reply.text()).isEqualTo("It is MIT.");
        assertThat(JsonText.print(SERVER.requests().getFirst())).contains("found: MIT");
    }

    @Test
    void proseAroundJsonIsLeftToTheCaller() {
        SERVER.when(ScriptedReply.anything().says("Sure!\n```json\n{\"licence\": \"MIT\",}\n```\nAnything else?"));

        assertThat(complete(ask("x").shaped("answer", SCHEMA)).text())
                .startsWith("Sure!")
                .endsWith("else?");
    }

    @Test
    void aCallWrittenAsTextIsACall() {
        SERVER.when(
                ScriptedReply.anything()
                        .says(
                                "I will search.\n```json\n{\"name\": \"knowledge.search\", \"arguments\": {\"query\": \"MIT\"}}\n```"));

        Completion reply = complete(ask("x").offering(List.of(SEARCH)));

        assertThat(reply.stop()).isEqualTo(Stop.CALLS);
        assertThat(reply.calls()).singleElement().extracting(Call::tool).isEqualTo("knowledge.search");
    }

    @Test
    void aRateLimitSaysHowLongToWait() {
        SERVER.when(ScriptedReply.anything().refuses(429, "slow down").after(7));

        ModelException failure = fail(ask("x").shaped("answer", SCHEMA).offering(List.of(SEARCH)));

        assertThat(failure.kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(SERVER.requests())
                .as("it is not tried again in another manner")
                .hasSize(1);
    }

    @Test
    void aBrokenServerIsTransientAndNothingIsTriedAgain() {
        SERVER.when(ScriptedReply.anything().refuses(500, "oops"));

        assertThat(fail(ask("x")).kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(SERVER.requests()).hasSize(1);
    }

    @Test
    void aConnectionCutInTheMiddleIsTransient() {
        SERVER.when(ScriptedReply.anything()
                .says("a reply of more than a single chunk, ".repeat(9))
                .cutAfterChunks(4));

        assertThat(fail(ask("x")).kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void aWrongKeyIsTheUsersToMend() {
        SERVER.when(ScriptedReply.anything().refuses(401, "Incorrect API key provided: " + KEY));

        assertThat(fail(ask("x")).kind()).isEqualTo(Kind.AUTH);
    }

    @Test
    void aPromptThatDoesNotFitIsTooLong() {
        SERVER.when(ScriptedReply.anything()
                .refuses(400, "This model's maximum context length is 8192 tokens, however you requested 9000"));

        assertThat(fail(ask("x").shaped("answer", SCHEMA)).kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(SERVER.requests()).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereIsTransient() {
        HandmadeServer gone = HandmadeServer.answering((_, _) -> {});
        gone.close();

        assertThat(fail(gone.baseUrl(), ask("x"), AMPLE).kind()).isEqualTo(Kind.TRANSIENT);
    }
}
