package dev.orrery.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.Config;
import dev.orrery.EventView;
import dev.orrery.RunRequest;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is held to its limits and its budget, whatever a model's server says, and when it says nothing. */
class ModelLimitsTest {
    private static final String SMALL_LIMITS = """
            ---
            name: research
            capabilities: [research]
            tools: [knowledge.search, knowledge.read, knowledge.outline]
            limits: {time: 1s}
            ---
            You choose statements.
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void aStreamThatHangsIsLeftAfterTheTimeOfTheDefinition(WireFormat format) {
        SmallJob.write(folder.resolve("agents/research.md"), SMALL_LIMITS);
        try (var server = HandmadeServer.answering((request, reply) -> {
            reply.begin();
            if (!SmallJob.question(request).contains(ScriptedJob.CHOICE)) {
                reply.write(format.reply(JsonText.print(SmallJob.reply(request))));
            } else {
                reply.write(format.begin() + format.delta("{\"ids\""));
                reply.hang();
            }
        })) {
            SmallJob.Done done = run(config(format, server).withAgents(folder.resolve("agents")), Budget.DEFAULT);

            assertThat(done.view().status()).isEqualTo(RunStatus.DONE);
            assertThat(done.step("research/tarnwick").fallback()).isTrue();
            assertThat(done.step("research/tarnwick").tries().getFirst().failure())
                    .startsWith("timeout: ");
            assertUnsaidIsChargedInFull(done, "research/tarnwick", "turn.failed");
            ModelFaultsTest.assertWithinBudget(done);
        }
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void aReplyThatNeverEndsIsCutAndItsAuthorToldSo(WireFormat format) {
        try (var server = HandmadeServer.answering((request, reply) -> {
            reply.begin();
            if (!SmallJob.question(request).contains(ScriptedJob.CHOICE)) {
                reply.write(format.reply(JsonText.print(SmallJob.reply(request))));
            } else {
                reply.write(format.begin());
                while (true) reply.write(format.delta("and so on "));
            }
        })) {
            SmallJob.Done done = run(config(format, server), Budget.DEFAULT);

            assertThat(done.view().status()).isEqualTo(RunStatus.DONE);
            assertThat(done.step("research/tarnwick").fallback()).isTrue();
            assertThat(done.step("research/tarnwick").tries())
                    .filteredOn(t -> !t.standIn())
                    .hasSize(2)
                    .allSatisfy(t -> assertThat(t.failure()).contains("it was cut after 100 tokens; answer shorter"));
            assertUnsaidIsChargedInFull(done, "research/tarnwick", "turn.failed");
            ModelFaultsTest.assertWithinBudget(done);
        }
    }

    static Stream<Arguments> lies() {
        return Stream.of(WireFormat.values())
                .flatMap(format ->
                        Stream.of("-7", "1e30", "999999999999", "\"many\"").map(lie -> Arguments.of(format, lie)));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void usageThatCannotBeTrueIsChargedAsItWasReserved(WireFormat format, String lie) {
        try (var server = HandmadeServer.answering((request, reply) -> {
            reply.begin();
            String said = JsonText.print(SmallJob.reply(request));
            reply.write(format.begin() + format.delta(said) + format.end() + format.usage(lie, lie));
        })) {
            SmallJob.Done done = run(config(format, server), Budget.DEFAULT);

            assertThat(done.view().status()).isEqualTo(RunStatus.DONE);
            assertUnsaidIsChargedInFull(done, "research/tarnwick", "turn.taken");
            ModelFaultsTest.assertWithinBudget(done);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {30_000, 60_000, 95_000, 125_000})
    void aRunNeverSpendsMoreTokensThanItMayWhateverIsSaidOfUsage(long tokens) {
        try (var server = boasting(WireFormat.OPENAI)) {
            var budget = new Budget(new Amount(tokens, 5_000_000, 2_000), Budget.DEFAULT.timeMillis());

            SmallJob.Done done = run(config(WireFormat.OPENAI, server), budget);

            assertThat(done.view().status()).isIn(RunStatus.DONE, RunStatus.GAPS);
            assertThat(done.view().report()).contains("Tarnwick", "Copper Finch");
            ModelFaultsTest.assertWithinBudget(done);
        }
    }

    /** Says that each call used as much as can just be believed. */
    private static HandmadeServer boasting(WireFormat format) {
        return HandmadeServer.answering((request, reply) -> {
            reply.begin();
            String said = JsonText.print(SmallJob.reply(request));
            long most = JsonText.print(request).length() + 4_000L;
            reply.write(format.begin() + format.delta(said) + format.end() + format.usage("" + most, "4000"));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 20_000, 60_000, 90_000})
    void aRunWhoseBudgetIsTooSmallForItsModelStopsAskingBeforeItOverspends(long micros) {
        try (var server = HandmadeServer.answering((request, reply) -> {
            reply.begin();
            reply.write(WireFormat.OPENAI.reply(JsonText.print(SmallJob.reply(request))));
        })) {
            // A server on this machine is free, so it is reached by an address that does not say so.
            String url = server.baseUrl().replace("127.0.0.1", "0.0.0.0");
            var budget = new Budget(new Amount(20_000_000, micros, 2_000), Budget.DEFAULT.timeMillis());

            SmallJob.Done done = run(SmallJob.config(folder.resolve("home"), "openai:gpt-4o", url), budget);

            assertThat(done.view().status()).isIn(RunStatus.DONE, RunStatus.GAPS);
            assertThat(done.view().report()).contains("Tarnwick", "Copper Finch");
            assertThat(done.of("budget.refused")).isNotEmpty();
            assertThat(done.worked()).anyMatch(step -> step.fallback());
            ModelFaultsTest.assertWithinBudget(done);
            if (micros == 0) assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereLeavesAReportByTheStandInsThatSaysWhy() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + free + "/v1";

        SmallJob.Done done = run(SmallJob.config(folder.resolve("home"), "openai:any", url), Budget.DEFAULT);

        assertThat(done.view().status()).isEqualTo(RunStatus.DONE);
        assertThat(done.view().report()).contains(SmallJob.DOCUMENTS.values());
        assertThat(done.worked()).allMatch(step -> step.fallback());
        assertThat(done.step("plan").tries().getFirst().failure())
                .contains("cannot be reached; does the server run, and is the base URL right?");
        ModelFaultsTest.assertWithinBudget(done);
    }

    private SmallJob.Done run(Config config, Budget budget) {
        return SmallJob.run(
                config, RunRequest.of(SmallJob.GOAL, SmallJob.written(folder)).withBudget(budget));
    }

    private Config config(WireFormat format, HandmadeServer server) {
        String model = format == WireFormat.OPENAI ? "openai:any" : "anthropic:any";
        return SmallJob.config(folder.resolve("home"), model, server.baseUrl());
    }

    /** What a turn is charged at is what was reserved for it, of every turn of {@code step} that a model was asked for. */
    private static void assertUnsaidIsChargedInFull(SmallJob.Done done, String step, String type) {
        var reserved = done.of("effect.requested").stream()
                .filter(e -> e.body().text("kind").equals("think"))
                .collect(Collectors.toMap(
                        e -> e.body().text("effect"),
                        e -> e.body().at("terms").flatMap(t -> t.at("reserved")).orElseThrow()));
        List<Json> turns = done.of(type).stream()
                .map(EventView::body)
                .filter(b -> b.text("step").equals(step))
                .filter(b -> !b.text("sent").isEmpty() || b.text("kind").equals("timeout"))
                .toList();
        assertThat(turns)
                .isNotEmpty()
                .allSatisfy(turn -> assertThat(turn.at("used")).contains(reserved.get(turn.text("effect"))));
    }
}
