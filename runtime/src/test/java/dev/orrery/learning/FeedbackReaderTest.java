package dev.orrery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orrery.learning.FeedbackReader.Reading;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a human says becomes a signal that names who is meant, or is refused with a reason. */
class FeedbackReaderTest {
    private static final List<String> REPORT =
            List.of("# Report", "## Acme", "- Acme is open source. [1]", "## Bolt", "- Bolt is not. [2]");

    @Test
    void anEditedLineIsRecordedAgainstTheStepAndAgentThatWroteIt() {
        ToldRun run = researched("acme", "quick").wrote(REPORT).ended();

        Json.Obj signal = taken(
                new Feedback.EditedCopy(
                        "# Findings\n## Acme\n- Acme is free software. [1]\n## Bolt\n- Bolt is not. [2]\nAsk them.\n"),
                run);

        assertThat(signal.list("changes").stream()
                        .map(c -> c.text("change") + " " + c.number("line", 0) + " " + c.text("step") + " "
                                + c.text("agent")))
                .containsExactly("changed 1 write writer", "changed 3 research/acme quick", "added 5 write writer");
        assertThat(signal.number("changed", 0)).isEqualTo(3);
    }

    @Test
    void aHugeEditIsRecordedInPartAndCountedInFull() {
        var lines = new java.util.ArrayList<String>();
        for (int i = 0; i < 900; i++) lines.add("- Acme has feature number " + i + " since the year " + (1000 + i));
        ToldRun run = new ToldRun("r").wrote(lines).ended();

        Json.Obj signal = taken(new Feedback.EditedCopy(String.join("\n", lines).replace("feature", "property")), run);

        assertThat(signal.list("changes")).hasSize(FeedbackReader.CHANGES_MAX);
        assertThat(signal.number("changed", 0)).isEqualTo(900);
        assertThat(JsonText.print(signal.at("edits").orElseThrow())).contains("\"from\":\"feature\"");
    }

    @Test
    void anUnchangedCopyIsAnApprovalAndSaysSo() {
        ToldRun run = new ToldRun("r").wrote(REPORT).ended();

        Reading reading =
                FeedbackReader.read(new Feedback.EditedCopy(String.join("\r\n", REPORT) + "\r\n\r\n"), run.story());

        assertThat(reading)
                .isEqualTo(new Reading.Taken(
                        Json.object().with("kind", "approve").with("unchanged", Json.of(true)),
                        "the copy is the report unchanged, which counts as an approval"));
    }

    @Test
    void aRejectionNamesTheMemoryThatFedTheOutcome() {
        ToldRun run = researched("acme", "quick")
                .remembered("research/acme", 1, "memory:m-7@2", "memory:m-1@1")
                .wrote(REPORT)
                .ended();

        assertThat(taken(new Feedback.Rejection("stale"), run).textList("memory"))
                .containsExactly("memory:m-1@1", "memory:m-7@2");
    }

    @Test
    void whatCannotBeJudgedIsRefusedWithTheReason() {
        ToldRun running = new ToldRun("r1").wrote(REPORT);
        ToldRun failed = new ToldRun("r2").ended();
        ToldRun done = new ToldRun("r3").wrote(REPORT).ended();

        assertThat(FeedbackReader.read(new Feedback.Approval(), running.story()))
                .isEqualTo(new Reading.Refused("run r1 has not ended, so there is no outcome to judge yet"));
        assertThat(FeedbackReader.read(new Feedback.EditedCopy("x"), failed.story()))
                .isEqualTo(new Reading.Refused("run r2 delivered no report, so there is none to edit"));
        assertThat(FeedbackReader.read(new Feedback.EditedCopy("Shopping: milk, eggs, flour"), done.story()))
                .isEqualTo(
                        new Reading.Refused("the file is no edited copy of the report of run r3: it has next to nothing"
                                + " in common with the report. Edit what orrery show r3 prints as the report"));
    }

    @Test
    void malformedFeedbackDoesNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Feedback.Rating(6));
        assertThatIllegalArgumentException().isThrownBy(() -> new Feedback.Rating(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Feedback.Rejection(" "));
    }

    private static ToldRun researched(String subject, String agent) {
        String step = "research/" + subject;
        return new ToldRun("r").routed(step, 1, agent, agent, "research").completed(step, 1, agent);
    }

    private static Json.Obj taken(Feedback feedback, ToldRun run) {
        if (FeedbackReader.read(feedback, run.story()) instanceof Reading.Taken taken) return taken.signal();
        throw new AssertionError("refused");
    }
}
