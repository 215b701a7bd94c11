package dev.orrery.testing;

import static dev.orrery.testing.ScriptedReply.anything;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.EventView;
import dev.orrery.RunRequest;
import dev.orrery.StepView;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.JsonText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run comes to whose model's server misbehaves, once or all the time, in both wire formats. */
class ModelFaultsTest {
    private static final List<String> MODELS = List.of("openai:any", "anthropic:any");

    @RegisterExtension
    static final FakeModelServer server = new FakeModelServer();

    @TempDir
    private Path folder;

    /** A way to fail, and the words by which {@code show} tells of it. */
    enum Fault {
        NO_JSON("it is not one JSON object") {
            @Override
            ScriptedReply in(ScriptedReply rule) {
                return rule.says("I would rather not say {");
            }
        },
        WRONG_JSON("answer") {
            @Override
            ScriptedReply in(ScriptedReply rule) {
                return rule.says("{\"answer\": 42}");
            }
        },
        BUSY("slow down") {
            @Override
            ScriptedReply in(ScriptedReply rule) {
                return rule.refuses(429, "slow down").after(7);
            }
        },
        BROKEN("answered 500: out of order") {
            @Override
            ScriptedReply in(ScriptedReply rule) {
                return rule.refuses(500, "out of order");
            }
        },
        CUT("cut the connection") {
            @Override
            ScriptedReply in(ScriptedReply rule) {
                return rule.says("{\"ids\": [\"s1\", \"s2\", \"s3\", \"s4\", \"s5\", \"s6\", \"s7\", \"s8\"]}")
                        .cutAfterChunks(1);
            }
        },
        WRONG_KEY("no such key") {
            @Override
            ScriptedReply in(ScriptedReply rule) {
                return rule.refuses(401, "no such key");
            }
        };

        final String words;

        Fault(String words) {
            this.words = words;
        }

        abstract ScriptedReply in(ScriptedReply rule);

        boolean passes() {
            return this != WRONG_KEY;
        }

        boolean unusable() {
            return this == NO_JSON || this == WRONG_JSON;
        }
    }

    static Stream<Arguments> faults() {
        return MODELS.stream().flatMap(model -> Stream.of(Fault.values()).map(fault -> Arguments.of(model, fault)));
    }

    static Stream<Arguments> passingFaults() {
        return faults().filter(pair -> ((Fault) pair.get()[1]).passes());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aServerThatAlwaysFailsLeavesAReportByTheStandInsThatSaysWhy(String model, Fault fault) {
        server.when(fault.in(anything()));

        SmallJob.Done done = run(model);

        assertThat(done.view().status()).isEqualTo(RunStatus.DONE);
        assertThat(done.view().report()).contains(SmallJob.DOCUMENTS.values());
        assertThat(done.worked()).isNotEmpty().allSatisfy(step -> {
            assertThat(step.fallback()).as(step.step()).isTrue();
            assertThat(step.tries().getLast().failure()).isEmpty();
        });
        assertThat(done.step("plan").tries())
                .filteredOn(t -> !t.standIn())
                .hasSize(2)
                .allSatisfy(t -> assertThat(t.failure()).contains(fault.words));
        assertWithinBudget(done);
        if (fault.unusable()) assertCorrectedOncePerAttempt(done, fault);
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void aServerThatFailsOnceIsAskedAgainAndNoStandInIsNeeded(String model, Fault fault) {
        server.when(fault.in(anything().first()));
        SmallJob.scripted(server);

        SmallJob.Done done = run(model);

        assertThat(done.view().status()).isEqualTo(RunStatus.DONE);
        assertThat(done.view().report()).contains(ScriptedJob.MARK);
        assertThat(done.worked()).noneMatch(StepView::fallback).allMatch(step -> step.attempts() == 1);
        // A 500 may mean that the server does not know the manner of the request; it is said again in a simpler one at
        // once.
        assertThat(done.of("turn.failed"))
                .hasSize(fault == Fault.BROKEN ? 0 : 1)
                .allSatisfy(failed -> assertThat(failed.body().text("reason")).contains(fault.words));
        assertWithinBudget(done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai:any", "anthropic:any"})
    void aServerThatAsksToBeLeftAloneIsLeftAloneForThatLong(String model) {
        server.when(Fault.BUSY.in(anything().first()));
        SmallJob.scripted(server);

        SmallJob.Done done = run(model);

        EventView refused = done.of("turn.failed").getFirst();
        assertThat(Duration.between(refused.at(), Instant.parse(refused.body().text("retryAt"))))
                .isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai:any", "anthropic:any"})
    void proseAndFencesAroundTheReplyAreTakenOffAndCountedAsRepairs(String model) {
        SmallJob.scripted(
                server, reply -> "Sure! Here you are:\n```json\n" + JsonText.print(reply) + "\n```\nAnything else?");

        SmallJob.Done done = run(model);

        assertThat(done.view().status()).isEqualTo(RunStatus.DONE);
        assertThat(done.view().report()).contains(ScriptedJob.MARK);
        assertThat(done.of("turn.failed")).isEmpty();
        assertThat(done.worked()).noneMatch(StepView::fallback).allMatch(step -> step.repairs() >= 1);
    }

    private SmallJob.Done run(String model) {
        return SmallJob.run(
                SmallJob.config(folder.resolve("home"), model, server.baseUrl()),
                RunRequest.of(SmallJob.GOAL, SmallJob.written(folder)));
    }

    /** The validator's message reaches the model, once in each attempt. */
    private static void assertCorrectedOncePerAttempt(SmallJob.Done done, Fault fault) {
        var perAttempt = done.of("turn.failed").stream()
                .collect(Collectors.groupingBy(
                        e -> e.body().text("step") + " " + e.body().number("attempt", 0), Collectors.counting()));
        assertThat(perAttempt.values()).isNotEmpty().containsOnly(2L);
        List<String> questions =
                server.requests().stream().map(SmallJob::question).toList();
        assertThat(questions).hasSize(2 * perAttempt.size());
        assertThat(questions)
                .filteredOn(q -> q.contains("Your last reply could not be used: "))
                .hasSize(perAttempt.size())
                .allSatisfy(q -> assertThat(q).contains(fault.words));
    }

    static void assertWithinBudget(SmallJob.Done done) {
        Amount cap = done.view().budget().cap();
        Amount spent = done.view().spent();
        assertThat(spent.tokens()).isBetween(1L, cap.tokens());
        assertThat(spent.costMicros()).isBetween(0L, cap.costMicros());
        assertThat(spent.turns()).isBetween(1L, cap.turns());
        assertThat(done.worked().stream().mapToLong(s -> s.spent().tokens()).sum())
                .isEqualTo(spent.tokens());
    }
}
