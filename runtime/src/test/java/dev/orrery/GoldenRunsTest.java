package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.engine.wire.EventReader;
import dev.orrery.engine.wire.EventWriter;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Event;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.tool.ToolResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs that an earlier build recorded are taken in and replayed by this one, and are what they were. A file here is never
 * made anew: a form that changes gets a version and an upcaster. {@code -Dorrery.golden=write} records those that are not
 * there yet.
 */
class GoldenRunsTest {
    private static final Path FILES = Path.of("src", "test", "resources", "golden", "0.1");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"looks", "fork", "human", "unresolved", "denied"})
    void aRecordedRunIsWhatItWas(String name) throws IOException {
        Path file = FILES.resolve(name + ".orrery");
        Path told = FILES.resolve(name + ".txt");
        boolean writes = "write".equals(System.getProperty("orrery.golden"));
        if (writes && !Files.exists(file)) record(name, file);
        try (var orrery = Orrery.open(TwoLooks.config(folder.resolve("elsewhere")))) {
            String run = orrery.history().importRun(file).manifest().run();

            assertThat(orrery.history().replay(run).difference()).isEmpty();
            String now = told(orrery, run);
            if (writes && !Files.exists(told)) Files.writeString(told, now);
            assertThat(now).isEqualTo(Files.readString(told));
            for (EventView event : orrery.events(run)) sameBytes(run, event);
        }
    }

    /** What is read of an event and written again is what was written; a changed form without a version shows here. */
    private static void sameBytes(String run, EventView event) {
        var stored = new StoredEvent(event.type(), 1, event.at(), event.body());
        Event read = EventReader.read(new Recorded(StreamId.run(run), event.seq(), stored, 1));
        assertThat(EventWriter.write(read, event.at()).body())
                .as("event %d, %s", event.seq(), event.type())
                .isEqualTo(event.body());
    }

    @Test
    void theRecordedRunsHoldMostKindsOfEvents() throws IOException {
        Set<String> kinds = new HashSet<>();
        try (var orrery = Orrery.open(TwoLooks.config(folder.resolve("elsewhere")));
                var files = Files.list(FILES)) {
            List<Path> runs =
                    files.filter(f -> f.toString().endsWith(".orrery")).toList();
            for (Path file : runs) {
                String run = orrery.history().importRun(file).manifest().run();
                orrery.events(run).forEach(e -> kinds.add(e.type()));
            }
        }
        assertThat(kinds)
                .contains("run.started", "run.forked", "run.paused", "run.resumed", "run.steered", "run.cancelling")
                .contains("call.edited", "human.asked", "human.answered", "tool.started", "tool.returned")
                .contains("plan.accepted", "step.expanded", "verdict.given", "step.completed", "run.ended");
    }

    private static String told(Orrery orrery, String run) {
        RunView view = orrery.show(run);
        String steps = view.steps().stream()
                .map(s -> s.step() + " " + s.status() + " " + s.agent() + " " + s.attempts() + " "
                        + s.spent().toJson() + "\n")
                .collect(Collectors.joining());
        String waits = view.waiting().stream()
                .map(w -> w.id() + " " + w.kind() + " " + w.effect() + " " + w.text() + "\n")
                .collect(Collectors.joining());
        return view.run() + " " + view.status() + " " + view.reason() + "\n" + view.fork() + "\n" + steps + waits
                + view.spent().toJson() + "\n" + view.report() + "\n";
    }

    private void record(String name, Path file) throws IOException {
        Files.createDirectories(FILES);
        Path home = folder.resolve("home");
        switch (name) {
            case "looks" -> {
                try (var orrery = Orrery.open(TwoLooks.config(home))) {
                    orrery.run(RunRequest.of(TwoLooks.GOAL).withId(name), _ -> {});
                    orrery.history().export(name, file);
                }
            }
            case "fork" -> {
                try (var orrery = Orrery.open(TwoLooks.config(home))) {
                    orrery.run(RunRequest.of(TwoLooks.GOAL).withId("origin"), _ -> {});
                    orrery.history().fork("origin", 20, ForkRequest.SAME.withId(name));
                    orrery.resume(name, _ -> {});
                    orrery.history().export(name, file);
                }
            }
            case "human" -> human(name, home, file);
            case "unresolved" -> {
                try (var orrery =
                        open(home, EffectClass.NON_IDEMPOTENT, new ToolResult.Unknown("the line went dead"))) {
                    orrery.run(RunRequest.of(Posting.GOAL).withId(name), _ -> {});
                    orrery.decisions().cancel(name, "enough");
                    orrery.history().export(name, file);
                }
            }
            default -> {
                try (var orrery = open(home, EffectClass.IRREVERSIBLE, new ToolResult.Unknown(""))) {
                    orrery.run(RunRequest.of(Posting.GOAL).withId(name), _ -> {});
                    orrery.decisions()
                            .deny(name, orrery.decisions().waiting().getFirst().id(), "not today");
                    orrery.resume(name, _ -> {});
                    orrery.history().export(name, file);
                }
            }
        }
    }

    private static void human(String name, Path home, Path file) {
        var result = new ToolResult.Returned(new Value(Json.object().with("ticket", 1), Label.tool("post")));
        try (var orrery = open(home, EffectClass.IRREVERSIBLE, result)) {
            orrery.run(RunRequest.of(Posting.GOAL).withId(name), _ -> {});
            orrery.decisions().pause(name, "look first");
            orrery.decisions().steer(name, "Mind the date.");
            Json gently = Json.object().with("text", "hello, gently");
            orrery.decisions()
                    .approve(name, orrery.decisions().waiting().getFirst().id(), gently);
            PlanView plan = orrery.decisions().plan(name);
            orrery.decisions().propose(name, plan.revision(), plan.plan());
            orrery.resume(name, _ -> {});
            orrery.history().export(name, file);
        }
    }

    private static Orrery open(Path home, EffectClass effect, ToolResult result) {
        return Orrery.open(Posting.config(home, new Posting.Post(_ -> result, new AtomicInteger(), effect)));
    }
}
