package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.Agent;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.RunStatus;
import dev.orrery.memory.Entry;
import dev.orrery.memory.Status;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job with agents that go wrong, and with memory that was reviewed between two runs. */
class LadderRunsTest {
    private static final String GOAL = "Research our three main competitors and draft a summary report";
    private static final Path COMPETITORS = Path.of("..", "examples", "competitors");

    @TempDir
    private Path folder;

    @Test
    void anAgentWhoseBreakerIsOpenIsPassedOverAndTheRoutingSaysWhy() {
        Agent broken = _ -> {
            throw new IllegalStateException("the disk of this agent is full");
        };
        try (var orrery = Orrery.open(with("broken", broken))) {
            RunOutcome first = orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("first"), _ -> {});
            RunOutcome second = orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("second"), _ -> {});

            assertThat(List.of(first.status(), second.status())).containsOnly(RunStatus.DONE);
            List<EventView> routed = of(orrery, "second", "step.routed").stream()
                    .filter(e -> e.body().text("step").startsWith("research/"))
                    .filter(e -> !e.body().text("step").contains("#"))
                    .toList();
            assertThat(routed).hasSize(3).allSatisfy(e -> {
                assertThat(e.body().text("agent")).isEqualTo("research");
                assertThat(e.body().list("candidates")).anySatisfy(c -> {
                    assertThat(c.text("agent")).isEqualTo("broken");
                    assertThat(c.flag("available")).isFalse();
                    assertThat(c.text("why")).contains("breaker open", "the disk of this agent is full");
                });
            });
        }
    }

    @Test
    void anAgentThatCallsTheSameToolForeverIsWarnedThenEndedWithTheEvidence() {
        var call = new ToolCall("knowledge.search", Json.object().with("query", "memory"));
        Agent circling = _ -> new Turn.ToolCalls(List.of(call));
        try (var orrery = Orrery.open(with("circling", circling))) {
            RunOutcome outcome = orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("loop"), _ -> {});

            assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
            List<EventView> loops = of(orrery, "loop", "loop.detected");
            assertThat(loops).extracting(e -> e.body().text("detector")).containsOnly("same-call");
            assertThat(loops)
                    .allSatisfy(e -> assertThat(e.body().text("evidence"))
                            .contains("knowledge.search {\"query\":\"memory\"} was asked for"));
            assertThat(loops).extracting(e -> e.body().flag("ends")).contains(false, true);
            assertThat(orrery.show("loop").steps())
                    .filteredOn(
                            s -> s.step().startsWith("research/") && !s.step().contains("#"))
                    .extracting(StepView::agent)
                    .containsOnly("research");
        }
    }

    @Test
    void anAcceptedProposalIsRetrievedByLaterRunsAndARejectedOneNever() {
        try (var orrery = Orrery.open(Config.at(folder))) {
            orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("one"), _ -> {});
            List<Entry> proposed = orrery.memory().list(List.of(Status.PROPOSED));
            Entry accepted = about("Tarnwick", proposed);
            Entry rejected = about("Copper Finch", proposed);
            orrery.memory().accept(accepted.id());
            orrery.memory().reject(rejected.id(), "out of date");

            RunOutcome two = orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("two"), _ -> {});

            assertThat(shown(orrery, "two")).contains("memory:" + accepted.id() + "@1");
            assertThat(shown(orrery, "two")).noneMatch(s -> s.startsWith("memory:" + rejected.id()));
            assertThat(two.report())
                    .contains("> Known from memory: " + accepted.what().text());
        }
    }

    private static Entry about(String subject, List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.what().text().contains(subject))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shown(Orrery orrery, String run) {
        var sources = new ArrayList<String>();
        for (StepView step : orrery.show(run).steps()) {
            if (step.attempts() == 0) continue;
            orrery.context(run, step.step(), Optional.empty(), Optional.empty())
                    .window()
                    .sections()
                    .forEach(s -> s.items().forEach(i -> sources.add(i.source())));
        }
        return sources;
    }

    private Config with(String name, Agent agent) {
        return Config.at(folder)
                .withAgent(AgentCard.of(name, Capability.RESEARCH).withTools("knowledge.search"), agent);
    }

    private static List<EventView> of(Orrery orrery, String run, String type) {
        return orrery.events(run).stream().filter(e -> e.type().equals(type)).toList();
    }
}
