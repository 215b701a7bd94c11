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
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every {@link Model} promises of streams that go wrong and of servers that know less than others. */
public abstract class ModelStreamContract {
    private static final long WRITTEN_MAX = 16L << 20;
    private static final Bounds AMPLE = new Bounds(200, 20_000, 20_000, 30_000);
    private static final Prompt QUESTION =
            Prompt.of(new Message.Instruction("You answer briefly."), new Message.User("a question"));
    private static final Json SCHEMA = JsonText.parse(
            "{\"type\":\"object\",\"properties\":{\"licence\":{\"anyOf\":[{\"enum\":[\"MIT\"]},{\"type\":\"null\"}]}}}");
    private static final Offer SEARCH = new Offer("knowledge.search", "Finds passages.", SCHEMA);

    /** Opens a model at {@code baseUrl} that remembers nothing from other tests. */
    protected abstract Model open(String baseUrl);

    /** Returns the format that the model speaks. */
    protected abstract WireFormat format();

    @Test
    void silenceBeforeTheFirstTokenEndsAtItsBound() throws InterruptedException {
        var told = new CountDownLatch(1);
        try (var server = HandmadeServer.answering((_, reply) -> {
            reply.begin();
            reply.write(format().begin());
            untilGone(told, reply, ": still here\n\n");
        })) {
            ModelException failure = fail(server, new Bounds(200, 300, 20_000, 30_000));

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure).hasMessageContaining("said nothing for 300 ms");
            told.countDown();
            assertThat(server.clientLeft().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void silenceInTheMiddleEndsAtItsBound() {
        var told = new CountDownLatch(1);
        try (var server = HandmadeServer.answering((_, reply) -> {
            reply.begin();
            reply.write(format().begin() + format().delta("so far"));
            untilGone(told, reply, ": still here\n\n");
        })) {
            ModelException failure = fail(server, new Bounds(200, 20_000, 300, 30_000));

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure).hasMessageContaining("went silent for 300 ms");
            told.countDown();
        }
    }

    @Test
    void aReplyThatNeverEndsIsCutAndTheServerIsToldToStop() throws InterruptedException {
        try (var server = HandmadeServer.answering((_, reply) -> {
            reply.begin();
            reply.write(format().begin());
            untilGone(new CountDownLatch(0), reply, format().delta("on and on "));
        })) {
            Completion reply = open(server.baseUrl()).complete(QUESTION, AMPLE);

            assertThat(reply.stop()).isEqualTo(Stop.LENGTH);
            assertThat(reply.text()).startsWith("on and on").hasSizeLessThan(201 * "on and on ".length() + 1);
            assertThat(reply.usage()).isEmpty();
            assertThat(server.clientLeft().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aReplyThatTakesTooLongInAllEndsAtItsBound() {
        try (var server = HandmadeServer.answering((_, reply) -> {
            reply.begin();
            reply.write(format().begin());
            untilGone(new CountDownLatch(0), reply, format().delta("on "));
        })) {
            ModelException failure = fail(server, new Bounds(Integer.MAX_VALUE, 20_000, 20_000, 400));

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void interruptingTheCallerReachesTheServer() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var failure = new AtomicReference<Optional<ModelException>>(Optional.empty());
        try (var server = HandmadeServer.answering((_, reply) -> {
            reply.begin();
            reply.write(format().begin() + format().delta("so far"));
            begun.countDown();
            untilGone(new CountDownLatch(0), reply, ": still here\n\n");
        })) {
            Thread caller = Thread.ofVirtual().start(() -> failure.set(Optional.of(fail(server, AMPLE))));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            caller.join();

            assertThat(failure.get()).map(ModelException::kind).contains(Kind.STOPPED);
            assertThat(server.clientLeft().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void usageIsBelievedOnlyWhereItCanBeTrue() {
        check(format().usage("12", "3"), Optional.of(new Usage(12, 0, 3)));
        check(format().usage("-5", "3"), Optional.empty());
        check(format().usage("12", "-3"), Optional.empty());
        check(format().usage("99999999999999", "3"), Optional.empty());
        check(format().usage("12", "1e300"), Optional.empty());
        check(format().usage("0", "0"), Optional.empty());
        check(format().usage("\"many\"", "null"), Optional.empty());
    }

    private void check(String said, Optional<Usage> believed) {
        try (var server = stream(format().begin() + format().delta("It is MIT.") + format().end() + said)) {
            Completion reply = open(server.baseUrl()).complete(QUESTION, AMPLE);

            assertThat(reply.text()).as(said).isEqualTo("It is MIT.");
            assertThat(reply.usage()).as(said).isEqualTo(believed);
        }
    }

    @Test
    void aStreamThatStopsBeforeItsEndWasCut() {
        try (var server = stream(format().begin() + format().delta("{\"answer\": \"half"))) {
            assertThat(fail(server, AMPLE).kind()).isEqualTo(Kind.TRANSIENT);
        }
    }

    @Test
    void reasoningIsNoPartOfTheAnswer() {
        try (var server = stream(format().reply("<think>\nMIT or {GPL}?\n</think>\n\nIt is MIT."))) {
            assertThat(open(server.baseUrl()).complete(QUESTION, AMPLE).text()).isEqualTo("It is MIT.");
        }
    }

    @Test
    void anEventThatIsNotJsonMakesTheReplyInvalid() {
        try (var server =
                stream(format().begin() + format().delta("so far") + "event: content_block_delta\ndata: {oops\n\n")) {
            assertThat(fail(server, AMPLE).kind()).isEqualTo(Kind.INVALID);
        }
    }

    @Test
    void anAnswerThatIsNoStreamIsInvalid() {
        try (var server = HandmadeServer.answering((_, reply) -> reply.refuse(200, "{\"hello\": 1}"))) {
            assertThat(fail(server, AMPLE).kind()).isEqualTo(Kind.INVALID);
        }
    }

    @Test
    void anErrorInsideTheStreamIsNamed() {
        String error =
                "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n";
        try (var server = stream(format().begin() + format().delta("so far") + error)) {
            assertThat(fail(server, AMPLE).kind()).isEqualTo(Kind.OVERLOADED);
        }
    }

    @Test
    void aSchemaReachesTheServerAsItIs() {
        try (var server = stream(format().reply("{}"))) {
            open(server.baseUrl()).complete(QUESTION.shaped("answer", SCHEMA), AMPLE);

            Json request = server.requests().getFirst();
            assertThat(format().asksForSchema(request)).isTrue();
            assertThat(JsonText.print(request)).contains("{\"anyOf\":[{\"enum\":[\"MIT\"]},{\"type\":\"null\"}]}");
        }
    }

    @Test
    void argumentsThatAreNotJsonArriveAsTheyWereWritten() {
        try (var server = stream(format().call("knowledge_search", "{'query': "))) {
            Completion reply = open(server.baseUrl()).complete(QUESTION.offering(List.of(SEARCH)), AMPLE);

            assertThat(reply.calls()).containsExactly(new Call("c1", "knowledge.search", "{'query': "));
            assertThat(reply.calls().getFirst().json()).isEmpty();
        }
    }

    @Test
    void aServerThatRefusesSchemasIsAskedInWordsAndRemembered() {
        try (var server = HandmadeServer.answering((request, reply) -> {
            if (request.at("response_format").isPresent() || format().asksForSchema(request)) {
                reply.refuse(400, "{\"error\":{\"message\":\"response_format is not supported\"}}");
            } else {
                reply.begin();
                reply.write(format().reply("{\"a\":1}"));
            }
        })) {
            Model model = open(server.baseUrl());
            Prompt shaped = QUESTION.shaped("answer", SCHEMA);

            assertThat(model.complete(shaped, AMPLE).text()).isEqualTo("{\"a\":1}");
            int first = server.requests().size();
            assertThat(model.complete(shaped, AMPLE).text()).isEqualTo("{\"a\":1}");

            assertThat(server.requests()).hasSize(first + 1);
            assertThat(server.requests().getLast().toString()).contains("JSON Schema");
        }
    }

    @Test
    void aServerThatIsBrokenIsNotTakenForOneWithoutSchemas() {
        var broken = new AtomicBoolean(true);
        try (var server = HandmadeServer.answering((_, reply) -> {
            if (broken.get()) {
                reply.refuse(500, "{\"error\":{\"message\":\"oops\"}}");
            } else {
                reply.begin();
                reply.write(format().reply("{\"a\":1}"));
            }
        })) {
            Model model = open(server.baseUrl());
            Prompt shaped = QUESTION.shaped("answer", SCHEMA);

            assertThat(catchThrowableOfType(ModelException.class, () -> model.complete(shaped, AMPLE))
                            .kind())
                    .isEqualTo(Kind.TRANSIENT);
            broken.set(false);
            model.complete(shaped, AMPLE);

            assertThat(format().asksForSchema(server.requests().getLast())).isTrue();
        }
    }

    @Test
    void aServerWithoutToolsIsToldOfThemInWords() {
        try (var server = HandmadeServer.answering((request, reply) -> {
            if (!request.list("tools").isEmpty()) {
                reply.refuse(400, "{\"error\":{\"message\":\"this model does not support tools\"}}");
            } else {
                reply.begin();
                reply.write(format().reply(
                                "```json\n{\"name\": \"knowledge.search\", \"arguments\": {\"query\": \"x\"}}\n```"));
            }
        })) {
            Completion reply = open(server.baseUrl()).complete(QUESTION.offering(List.of(SEARCH)), AMPLE);

            assertThat(reply.calls()).hasSize(1);
            assertThat(reply.calls().getFirst().tool()).isEqualTo("knowledge.search");
            assertThat(server.requests().getLast().toString()).contains("knowledge.search: Finds passages.");
        }
    }

    private HandmadeServer stream(String events) {
        return HandmadeServer.answering((_, reply) -> {
            reply.begin();
            reply.write(events);
        });
    }

    private ModelException fail(HandmadeServer server, Bounds bounds) {
        ModelException failure = catchThrowableOfType(
                ModelException.class, () -> open(server.baseUrl()).complete(QUESTION, bounds));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static void untilGone(CountDownLatch told, HandmadeServer.Reply reply, String event) throws IOException {
        try {
            told.await();
        } catch (InterruptedException closing) {
            throw new IOException(closing);
        }
        // A client that reads on takes it all and has not left.
        for (long bytes = 0; bytes < WRITTEN_MAX; bytes += event.length()) reply.write(event);
    }
}
