package dev.orrery.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.EventView;
import dev.orrery.Orrery;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One run is killed with SIGKILL twenty times, in a process of its own each time, always in the middle of a model's reply,
 * and resumed. Every second process gets one reply in whole before.
 */
class ModelKilledTest {
    private static final int KILLS = 20;
    private static final WireFormat FORMAT = WireFormat.OPENAI;

    @TempDir
    private Path folder;

    /** How many replies are still given in whole before one stops in the middle. */
    private final AtomicInteger whole = new AtomicInteger();

    private final Semaphore inTheMiddle = new Semaphore(0);

    @Test
    void aCallInFlightIsChargedInFullTheStepGoesOnAndNoCommittedTurnIsAskedAgain() throws Exception {
        Path home = folder.resolve("home");
        Path knowledge = SmallJob.written(folder);
        try (var server = HandmadeServer.answering(this::answer)) {
            var config = SmallJob.config(home, "openai:any", server.baseUrl());
            try (var orrery = Orrery.open(config)) {
                Set<String> committed = Set.of();
                for (int kill = 0; kill < KILLS; kill++) {
                    int asked = server.requests().size();
                    whole.set(kill % 2);
                    kill(home, server.baseUrl(), knowledge);
                    assertThat(questions(server, asked)).isNotEmpty();
                    assertNoneIsAskedAgain(committed, server, asked);
                    committed = committed(orrery);
                }
                int asked = server.requests().size();
                whole.set(Integer.MAX_VALUE);
                var outcome = orrery.resume(SmallJob.RUN, _ -> {});

                assertNoneIsAskedAgain(committed, server, asked);
                assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
                assertThat(outcome.report()).contains(ScriptedJob.MARK, "Tarnwick", "Copper Finch");
                assertChargedInFull(orrery);
            }
        }
    }

    private void answer(Json request, HandmadeServer.Reply reply) throws IOException {
        String said = JsonText.print(SmallJob.reply(request));
        boolean inFull = whole.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        reply.begin();
        if (inFull) {
            reply.write(FORMAT.reply(said));
        } else {
            reply.write(FORMAT.begin() + FORMAT.delta(said.substring(0, said.length() / 2)));
            inTheMiddle.release();
            reply.hang();
        }
    }

    /** Has a process work on the run, and kills it once a reply has stopped in the middle. */
    private void kill(Path home, String baseUrl, Path knowledge) throws IOException, InterruptedException {
        inTheMiddle.drainPermits();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledModelRun.class.getName(),
                        home.toString(),
                        baseUrl,
                        knowledge.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            assertThat(inTheMiddle.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void assertNoneIsAskedAgain(Set<String> committed, HandmadeServer server, int from) {
        assertThat(questions(server, from)).noneMatch(committed::contains);
    }

    private static List<String> questions(HandmadeServer server, int from) {
        List<Json> requests = server.requests();
        return requests.subList(from, requests.size()).stream()
                .map(SmallJob::question)
                .toList();
    }

    /** Returns the questions whose answers are committed. */
    private static Set<String> committed(Orrery orrery) {
        var questions = new HashSet<String>();
        for (EventView taken : orrery.events(SmallJob.RUN)) {
            if (!taken.type().equals("turn.taken") || taken.body().text("sent").isEmpty()) continue;
            Json sent = orrery.context(
                            SmallJob.RUN,
                            taken.body().text("step"),
                            Optional.of((int) taken.body().number("attempt", 0)),
                            Optional.of((int) taken.body().number("turn", 0)))
                    .sent()
                    .orElseThrow();
            sent.items().stream()
                    .filter(m -> m.text("role").equals("user"))
                    .forEach(m -> questions.add(m.text("content")));
        }
        return questions;
    }

    private static void assertChargedInFull(Orrery orrery) {
        List<EventView> events = orrery.events(SmallJob.RUN);
        var reserved = events.stream()
                .filter(e -> e.type().equals("effect.requested")
                        && e.body().text("kind").equals("think"))
                .collect(Collectors.toMap(
                        e -> e.body().text("effect"),
                        e -> e.body().at("terms").flatMap(t -> t.at("reserved")).orElseThrow()));
        var charged = new ArrayList<Amount>();
        for (EventView event : events) {
            Optional<Json> used = event.body().at("used");
            if (event.type().equals("effect.lost")) {
                Json lost = event.body().at("charged").orElseThrow();
                if (reserved.containsKey(event.body().text("effect"))) {
                    assertThat(lost).isEqualTo(reserved.get(event.body().text("effect")));
                    charged.add(Amount.of(lost));
                }
            }
            if (event.type().equals("turn.taken")) charged.add(Amount.of(used.orElseThrow()));
        }
        assertThat(events)
                .noneMatch(e -> e.type().equals("attempt.failed") || e.type().equals("turn.failed"));
        assertThat(events.stream().filter(e -> e.type().equals("effect.lost")).count())
                .isGreaterThanOrEqualTo(KILLS);
        assertThat(charged.stream().reduce(Amount.ZERO, Amount::plus))
                .isEqualTo(orrery.show(SmallJob.RUN).spent());
    }
}
