package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.learning.Evidence;
import dev.orrery.learning.Feedback;
import dev.orrery.learning.Proposal;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs teach, a human decides, and later runs differ: through every room. */
class LearningRunsTest {
    private static final String FULL = "# Report\n\n## Looks\n- a is A\n- b is B\n\n## Remarks\n- Nothing else.";

    @TempDir
    private Path folder;

    @Test
    void anAgentThatQaAlwaysFlagsIsTakenFirstUntilTheProposalIsAccepted() {
        try (var orrery = Orrery.open(config())) {
            for (int i = 1; i <= 5; i++)
                assertThat(firstChoice(orrery, "before-" + i)).isEqualTo("hasty");

            Proposal proposal = orrery.learning().list().getFirst();
            assertThat(proposal.target()).isEqualTo("research/hasty");
            assertThat(proposal.change().text("prefer")).isEqualTo("looker");
            assertThat(proposal.evidence())
                    .hasSize(20)
                    .allSatisfy(e -> assertThat(event(orrery, e).type()).isEqualTo("verdict.given"));

            orrery.learning().accept(proposal.id());
            assertThat(firstChoice(orrery, "with")).isEqualTo("looker");

            orrery.learning().rollback(proposal.id());
            assertThat(firstChoice(orrery, "after")).isEqualTo("hasty");
            assertThat(orrery.learning().list()).hasSize(1);
        }
    }

    @Test
    void aSectionThatTwoReportsLostIsGoneOnceTheGuidelineIsAcceptedAndReturnsWhenItIsRolledBack() {
        try (var orrery = Orrery.open(config())) {
            for (String run : List.of("one", "two")) {
                assertThat(report(orrery, run)).isEqualTo(FULL);
                String copy = FULL.substring(0, FULL.indexOf("## Remarks")) + "\r\n";
                FeedbackTaken taken = orrery.feedback(run, new Feedback.EditedCopy(copy));
                assertThat(taken.said()).isEqualTo("2 lines differ: removed the section 'Remarks'");
                assertThat(taken.proposals()).hasSize(run.equals("two") ? 1 : 0);
            }
            String id = orrery.learning().list().getLast().id();

            orrery.learning().accept(id);
            assertThat(report(orrery, "with")).doesNotContain("Remarks").contains("## Looks");
            assertThat(orrery.context("with", "write", Optional.empty(), Optional.empty())
                            .window()
                            .items(Window.Part.MEMORY))
                    .extracting(Window.Item::source)
                    .containsExactly("learned:" + id + "@1");

            orrery.learning().rollback(id);
            assertThat(report(orrery, "after")).isEqualTo(FULL);
        }
    }

    @Test
    void feedbackThatComesToNothingIsRefusedAndChangesNothing() {
        try (var orrery = Orrery.open(config())) {
            report(orrery, "one");
            int events = orrery.events("one").size();

            assertThatThrownBy(() -> orrery.feedback("one", new Feedback.EditedCopy("Dear Sir or Madam")))
                    .isInstanceOf(OrreryException.class)
                    .hasMessageContaining("is no edited copy of the report of run one");

            assertThat(orrery.events("one")).hasSize(events);
            assertThat(orrery.feedback()).isEmpty();
        }
    }

    private static EventView event(Orrery orrery, Evidence evidence) {
        return orrery.events(evidence.run()).stream()
                .filter(e -> e.seq() == evidence.seq())
                .findFirst()
                .orElseThrow();
    }

    private static String report(Orrery orrery, String id) {
        return orrery.run(RunRequest.of("Look at both").withId(id), _ -> {}).report();
    }

    private static String firstChoice(Orrery orrery, String id) {
        report(orrery, id);
        return orrery.events(id).stream()
                .filter(e ->
                        e.type().equals("step.routed") && e.body().text("step").equals("look/a"))
                .map(e -> e.body().text("agent"))
                .findFirst()
                .orElseThrow();
    }

    /** The hasty one precedes the looker by name. */
    private Config config() {
        return Config.at(folder.resolve("home"))
                .withTool(new TwoLooks.Spell())
                .withAgent(
                        TwoLooks.card("planner", Capability.PLAN), _ -> new Turn.Final(JsonText.parse(TwoLooks.PLAN)))
                .withAgent(
                        TwoLooks.card("hasty", Capability.RESEARCH),
                        _ -> new Turn.Final(Json.object().with("text", "no idea")))
                .withAgent(TwoLooks.card("looker", Capability.RESEARCH), TwoLooks::look)
                .withAgent(TwoLooks.card("judge", Capability.QA), LearningRunsTest::judge)
                .withAgent(TwoLooks.card("writer", Capability.WRITE), LearningRunsTest::write);
    }

    private static Turn judge(Window window) {
        boolean pass = window.input("result").orElseThrow().text("text").contains(" is ");
        Json.Obj verdict = Json.object().with("pass", Json.of(pass));
        return new Turn.Final(pass ? verdict : verdict.with("critique", Json.texts(List.of("It says nothing."))));
    }

    private static Turn write(Window window) {
        var lines = new ArrayList<>(List.of("# Report", "", "## Looks"));
        window.input("looks")
                .orElseThrow()
                .items()
                .forEach(
                        look -> lines.add("- " + look.at("output").orElseThrow().text("text")));
        boolean omit = window.items(Window.Part.MEMORY).stream()
                .anyMatch(item -> item.value()
                        .content()
                        .at("rule")
                        .orElse(Json.object())
                        .textList("omit")
                        .contains("Remarks"));
        if (!omit) lines.addAll(List.of("", "## Remarks", "- Nothing else."));
        return new Turn.Final(Json.object()
                .with(
                        "lines",
                        Json.of(lines.stream()
                                .map(text -> Json.object().with("text", text))
                                .toList())));
    }
}
