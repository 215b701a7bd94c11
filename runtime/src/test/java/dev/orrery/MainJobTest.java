package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job as a user has it, with the native agents and the example folder. */
class MainJobTest {
    private static final String GOAL = "Research our three main competitors and draft a summary report";
    private static final Path COMPETITORS = Path.of("..", "examples", "competitors");
    private static final List<String> NAMES = List.of("copper-finch", "tarnwick", "velmora-relay");

    @TempDir
    private Path folder;

    @Test
    void aSecondRunFindsTheEpisodeOfTheFirstAndSaysSo() {
        try (var orrery = Orrery.open(Config.at(folder))) {
            RunOutcome first = orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("one"), _ -> {});
            RunOutcome second = orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("two"), _ -> {});

            assertThat(first.status()).isEqualTo(RunStatus.DONE);
            assertThat(first.report())
                    .contains("Copper Finch", "Tarnwick", "Velmora Relay")
                    .doesNotContain("memory:");
            assertThat(second.report()).contains("memory:e-");
            assertThat(orrery.context("two", "write", Optional.empty(), Optional.empty())
                            .window()
                            .items(Window.Part.MEMORY))
                    .anySatisfy(item -> assertThat(item.source()).startsWith("memory:e-"));
        }
    }

    @Test
    void aResearchStepSeesItsOwnSubjectOnly() throws IOException {
        Path knowledge = copy(COMPETITORS);
        String canary = "Tarnwick keeps its memory in 4711 canary crates that only this page names.";
        Files.writeString(knowledge.resolve("tarnwick/canary.md"), "# Memory\n\n" + canary + "\n");
        try (var orrery = Orrery.open(Config.at(folder.resolve("home")))) {
            orrery.run(RunRequest.of(GOAL, knowledge).withId("canary"), _ -> {});
            for (String name : NAMES) {
                Window window = orrery.context("canary", "research/" + name, Optional.empty(), Optional.empty())
                        .window();
                boolean shown = window.sections().stream()
                        .flatMap(s -> s.items().stream())
                        .anyMatch(i -> i.text().contains("4711 canary"));
                assertThat(shown).as(name).isEqualTo(name.equals("tarnwick"));
            }
        }
    }

    @Test
    void knowledgeThatNamesNoCompetitorLeadsToAQuestionWhoseAnswerFinishesTheRun() throws IOException {
        Path knowledge = copy(COMPETITORS);
        Files.delete(knowledge.resolve("company/market-notes.md"));
        try (var orrery = Orrery.open(Config.at(folder.resolve("home")))) {
            RunOutcome asked = orrery.run(RunRequest.of(GOAL, knowledge).withId("asked"), _ -> {});
            assertThat(asked.status()).isEqualTo(RunStatus.WAITING);
            assertThat(asked.waiting()).hasSize(1);

            orrery.decisions().answer("asked", "Copper Finch, Tarnwick and Velmora Relay");
            RunOutcome done = orrery.resume("asked", _ -> {});

            assertThat(done.status()).isEqualTo(RunStatus.DONE);
            assertThat(done.report()).contains("Velmora Relay");
        }
    }

    @Test
    void researchWithoutToolsFailsItsReviewIsReroutedAndEndsAsANamedGap() throws IOException {
        Path agents = Files.createDirectories(folder.resolve("agents"));
        Files.writeString(agents.resolve("research.md"), "---\nname: research\ncapabilities: [research]\n---\nLook.\n");
        Files.writeString(agents.resolve("spare.md"), "---\nname: spare\ncapabilities: [research]\n---\nLook.\n");
        try (var orrery = Orrery.open(Config.at(folder.resolve("home")).withAgents(agents))) {
            RunOutcome outcome = orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("blind"), _ -> {});

            assertThat(outcome.status()).isEqualTo(RunStatus.GAPS);
            assertThat(outcome.gaps()).hasSize(3);
            assertThat(outcome.report()).contains("> ");
            List<EventView> events = orrery.events("blind");
            assertThat(events.stream().filter(e -> e.type().equals("plan.accepted")))
                    .hasSizeGreaterThan(1);
            assertThat(events.stream()
                            .filter(e -> e.type().equals("step.routed"))
                            .filter(e -> e.body().text("step").equals("research/tarnwick"))
                            .map(e -> e.body().text("agent"))
                            .distinct())
                    .containsExactlyInAnyOrder("research", "spare");
        }
    }

    @Test
    void aBudgetThatIsTooSmallStopsTheRunBeforeItOverspends() {
        var budget = new Budget(new Amount(20_000_000, 0, 9), Budget.DEFAULT.timeMillis());
        try (var orrery = Orrery.open(Config.at(folder))) {
            RunOutcome outcome =
                    orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("poor").withBudget(budget), _ -> {});

            assertThat(outcome.status()).isIn(RunStatus.FAILED, RunStatus.GAPS);
            assertThat(outcome.reason()).contains("turns");
            assertThat(orrery.show("poor").spent().turns()).isLessThanOrEqualTo(9);
        }
    }

    @Test
    void aGoalThatCannotBePlannedEndsWithTheKindsThatCan() {
        try (var orrery = Orrery.open(Config.at(folder))) {
            RunOutcome outcome = orrery.run("Book a flight to Lisbon for Tuesday", COMPETITORS);

            assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
            assertThat(outcome.reason()).isNotBlank();
        }
    }

    private Path copy(Path from) throws IOException {
        Path to = folder.resolve("knowledge");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copied);
                else Files.copy(file, copied);
            }
        }
        return to;
    }
}
