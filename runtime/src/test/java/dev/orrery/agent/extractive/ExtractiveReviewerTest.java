package dev.orrery.agent.extractive;

import static dev.orrery.agent.extractive.Assignments.frame;
import static dev.orrery.agent.extractive.Assignments.research;
import static dev.orrery.agent.extractive.Assignments.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveReviewerTest {
    private static final Json.Obj QUAY = subject("quay", "Quay");
    private static final Json.Obj TASK = research(QUAY, frame("survey"), "fees");

    private final FakeKnowledge knowledge = new FakeKnowledge()
            .with("quay/fees.md", """
                    # Fees

                    Quay asks a fee of 40 euros for each night in the inner harbour.
                    """)
            .with("strand/fees.md", "# Fees\n\nStrand asks a fee of 15 euros for each night on a buoy.\n");

    @Test
    void whatTheResearcherFindsPasses() {
        Json findings = knowledge.run(new ExtractiveResearcher(), TASK);

        Json verdict = review(findings);

        assertThat(verdict.flag("pass")).as(JsonText.print(verdict)).isTrue();
        assertThat(verdict.number("checked", 0)).isPositive();
    }

    @Test
    void thatNothingWasFoundPassesWhenItWasSearchedFor() {
        Json none = findings("[]", "[\"fees\"]");

        assertThat(review(none).flag("pass")).isTrue();
    }

    @Test
    void thatNothingWasSearchedFails() {
        Json verdict = review(knowledge.run(new ExtractiveResearcher(), TASK, List.of()));

        assertThat(verdict.flag("pass")).isFalse();
        assertThat(verdict.textList("critique")).anyMatch(c -> c.startsWith("Nothing was searched"));
    }

    @Test
    void aChangedQuotationFails() {
        Json verdict =
                review(quoting("Quay asks a fee of 50 euros for each night in the inner harbour.", "quay/fees.md"));

        assertThat(verdict.textList("critique")).anyMatch(c -> c.contains("does not stand so in quay/fees.md:3-3"));
    }

    @Test
    void aQuotationWithABreakFails() {
        Json verdict = review(quoting("Quay asks a fee for each night in the inner harbour.", "quay/fees.md"));

        assertThat(verdict.flag("pass")).isFalse();
    }

    @Test
    void aStatementOfAnotherSubjectFails() {
        Json verdict = review(quoting("Strand asks a fee of 15 euros for each night on a buoy.", "strand/fees.md"));

        assertThat(verdict.textList("critique")).anyMatch(c -> c.contains("not from quay"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"done\"",
                "[]",
                "{}",
                "{\"topics\":7}",
                "{\"topics\":[7,null,\"x\"]}",
                "{\"topics\":[{\"topic\":\"fees\",\"statements\":[{}]}]}",
                "{\"topics\":[{\"topic\":\"fees\",\"statements\":[{\"text\":\"x\",\"cites\":[{}]}]}]}",
                "{\"topics\":[{\"topic\":\"fees\",\"statements\":[{\"text\":[],\"cites\":\"a\"}]}],\"conflicts\":[1,{}]}",
                "{\"lines\":\"none\"}",
                "{\"lines\":[1,{\"text\":\"- x\",\"kind\":\"statement\"},{\"kind\":\"table\",\"text\":\"| a | b c d [9] |\"}]}"
            })
    void aMalformedResultFailsInWords(String result) {
        for (String capability : List.of("research", "write")) {
            Json verdict = review(JsonText.parse(result), capability);

            assertThat(verdict.flag("pass")).isFalse();
            assertThat(verdict.textList("critique")).isNotEmpty();
        }
    }

    private static Json quoting(String text, String path) {
        Json.Obj cite = Json.object()
                .with("at", path + ":3-3")
                .with("path", path)
                .with("first", 3)
                .with("last", 3);
        Json.Obj statement = Json.object().with("text", text).with("cites", Json.of(List.of(cite)));
        return findings("[" + JsonText.print(statement) + "]", "[\"fees\"]");
    }

    private static Json findings(String statements, String searched) {
        return JsonText.parse(
                "{\"topics\":[{\"topic\":\"fees\",\"statements\":" + statements + ",\"searched\":" + searched + "}]}");
    }

    private Json review(Json result) {
        return review(result, "research");
    }

    private Json review(Json result, String capability) {
        Json.Obj inputs = TASK.with("result", result)
                .with("step", Json.object().with("id", "research/quay").with("capability", capability));
        return knowledge.run(new ExtractiveReviewer(), inputs);
    }
}
