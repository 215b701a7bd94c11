package dev.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.cli.session.Surroundings;
import dev.orrery.cli.terminal.Output;
import dev.orrery.cli.terminal.Terminal;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on the documents that come with it: nothing here is a fake. */
class EndToEndTest {
    private static final String COMPETITORS =
            Path.of("..", "examples", "competitors").toString();
    private static final String GOAL = "Research our three main competitors and draft a summary report";

    @TempDir
    Path folder;

    private record Result(int status, String out, String err) {
        List<Json> lines() {
            return out.lines().map(JsonText::parse).toList();
        }
    }

    @Test
    void aGoalBecomesAReportAndEverythingAboutItCanBeSeen() {
        Result run = type("run", GOAL, "--knowledge", COMPETITORS, "--id", "first");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("--model openai:NAME"))
                .contains("orrery: run first");
        assertThat(run.out()).contains("Copper Finch", "Tarnwick", "Velmora Relay", "\n[1] ");

        Json show = type("show", "fir", "--json").lines().getFirst();
        assertThat(show.text("status")).isEqualTo("done");
        assertThat(show.text("report")).isEqualTo(run.out());
        assertThat(show.list("steps"))
                .extracting(step -> step.text("item"))
                .contains("copper-finch", "tarnwick", "velmora-relay");

        List<Json> events = type("events", "first", "--json").lines();
        assertThat(events)
                .extracting(event -> event.text("type"))
                .startsWith("run.started")
                .contains("plan.accepted", "step.routed", "step.completed")
                .endsWith("run.ended");

        Json context =
                type("context", "first", "research/tarnwick", "--json").lines().getFirst();
        assertThat(context.list("sections"))
                .extracting(section -> section.text("name"))
                .contains("role", "brief", "inputs");
        assertThat(type("context", "first", "research/tarnwick", "--turn", "99").status())
                .isEqualTo(1);
        assertThat(type("context", "first", "research/tarnwick", "--diff", "write")
                        .out())
                .contains("## brief")
                .contains("@@ ");

        Result again = type("run", GOAL, "--knowledge", COMPETITORS, "--id", "first");
        assertThat(again.out()).isEqualTo(run.out());
        assertThat(again.err()).as("a report that is printed again").isEqualTo("orrery: run first\n");
        assertThat(type("events", "first", "--json").lines())
                .as("nothing was done again")
                .hasSameSizeAs(events);
        assertThat(type("runs", "--json").lines()).hasSize(1);
    }

    @Test
    void aQuestionWaitsForItsAnswer() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        for (String name : List.of("Alder", "Birch")) {
            Files.writeString(
                    Files.createDirectories(documents.resolve(name.toLowerCase(java.util.Locale.ROOT)))
                            .resolve("guide.md"),
                    "# " + name + "\n\n## Scaling\n\nOne server of " + name + " runs forty jobs at the same time.\n");
        }

        Result asked = type(
                "run",
                "Research our two main competitors and draft a report",
                "--knowledge",
                documents.toString(),
                "--id",
                "asks");
        assertThat(asked.status()).as(asked.out() + asked.err()).isEqualTo(4);
        assertThat(asked.out()).isEmpty();
        assertThat(asked.err()).contains("orrery answer asks \"YOUR ANSWER\" --wait");
        assertThat(type("approvals", "--json").lines())
                .singleElement()
                .satisfies(w -> assertThat(w.text("kind")).isEqualTo("question"));
        assertThat(type("runs", "--json").lines().getFirst().text("status")).isEqualTo("waiting");

        Result answered = type("answer", "asks", "Alder and Birch", "--wait");
        assertThat(answered.status()).as(answered.err()).isZero();
        assertThat(answered.out()).contains("Alder", "Birch");
        assertThat(type("answer", "asks", "Again").status())
                .as("it comes too late")
                .isEqualTo(1);
    }

    @Test
    void aResearcherWithoutToolsEndsInNamedGaps() throws IOException {
        Path agents = Files.createDirectories(folder.resolve("agents"));
        Files.writeString(
                agents.resolve("research.md"),
                "---\nname: research\ncapabilities: [research]\n---\nFind what is there.\n");

        Result run = type("run", GOAL, "--knowledge", COMPETITORS, "--agents", agents.toString(), "--id", "gaps");

        assertThat(run.status()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("orrery: gap in research/tarnwick: ");
        Json show = type("show", "gaps", "--json").lines().getFirst();
        assertThat(show.list("gaps")).isNotEmpty();
        assertThat(show.text("report")).isEqualTo(run.out());
    }

    @Test
    void aBudgetThatIsTooSmallStopsTheRunAndSaysWhatIsMissing() {
        Result run = type("run", GOAL, "--knowledge", COMPETITORS, "--budget", "turns=1", "--id", "poor");

        assertThat(run.status()).as(run.out()).isIn(1, 3);
        assertThat(run.err()).contains("turns");
        Json show = type("show", "poor", "--json").lines().getFirst();
        assertThat(show.at("spent").orElseThrow().number("turns", -1)).isLessThanOrEqualTo(1);
    }

    private Result type(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var real = Surroundings.ofProcess();
        int status = Main.run(
                new Surroundings(
                        java.io.InputStream.nullInputStream(),
                        new Output(out),
                        new Output(err),
                        Terminal.NONE,
                        Map.of("ORRERY_HOME", folder.resolve("home").toString()),
                        folder,
                        "orrery",
                        InstantSource.system(),
                        ZoneOffset.UTC,
                        real.source()),
                words);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
