package dev.orrery.agent.extractive;

import static dev.orrery.agent.extractive.Assignments.finished;
import static dev.orrery.agent.extractive.Assignments.frame;
import static dev.orrery.agent.extractive.Assignments.lines;
import static dev.orrery.agent.extractive.Assignments.research;
import static dev.orrery.agent.extractive.Assignments.subject;
import static dev.orrery.agent.extractive.Assignments.topics;
import static dev.orrery.agent.extractive.FakeKnowledge.remembered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractiveWriterTest {
    private static final List<Json.Obj> SUBJECTS = List.of(subject("quay", "Quay"), subject("strand", "Strand"));

    private final FakeKnowledge knowledge =
            new FakeKnowledge().with("quay/index.md", """
                    # Quay

                    Quay is a harbour for sailing boats of up to fifteen metres.

                    ## Fees

                    Quay asks a fee of 40 euros for each night in the inner harbour.

                    ## Showers

                    Quay opens its showers at six in the morning and closes them at ten in the evening.
                    """).with("strand/index.md", """
                    # Strand

                    Strand is a landing stage with twenty buoys in a quiet bay.

                    ## Fees

                    Strand asks a fee of 15 euros for each night on a buoy.
                    """);

    private String goal = "Compare fees and showers";

    @Test
    void aSurveyHasItsPartsInOrderAndEveryStatementEndsInItsCitation() {
        assertThat(lines(report("fees", "showers")))
                .containsExactly(
                        "# Quay and Strand: a report",
                        "",
                        "> This is an extractive report: every statement is quoted word for word from the supplied files"
                                + " and cited; nothing in it was composed. Goal: “Compare fees and showers”",
                        "",
                        "## Summary",
                        "",
                        "- **Quay:** Quay is a harbour for sailing boats of up to fifteen metres. [1]",
                        "- **Strand:** Strand is a landing stage with twenty buoys in a quiet bay. [2]",
                        "",
                        "## Comparison",
                        "",
                        "|  | Quay | Strand |",
                        "| --- | --- | --- |",
                        "| **Fees** | Quay asks a fee of 40 euros for each night in the inner harbour. [3]"
                                + " | Strand asks a fee of 15 euros for each night on a buoy. [4] |",
                        "",
                        "## Quay",
                        "",
                        "### Fees",
                        "",
                        "- Quay asks a fee of 40 euros for each night in the inner harbour. [3]",
                        "",
                        "### Showers",
                        "",
                        "- Quay opens its showers at six in the morning and closes them at ten in the evening. [5]",
                        "",
                        "## Strand",
                        "",
                        "### Fees",
                        "",
                        "- Strand asks a fee of 15 euros for each night on a buoy. [4]",
                        "",
                        "### Showers",
                        "",
                        "No statement found in the supplied files.",
                        "",
                        "## Sources",
                        "",
                        "[1] quay/index.md:3-3",
                        "[2] strand/index.md:3-3",
                        "[3] quay/index.md:7-7",
                        "[4] strand/index.md:7-7",
                        "[5] quay/index.md:11-11");
    }

    @Test
    void whatTheComparisonHasShownIsNotSaidAgainUnderATopicThatNobodyAskedFor() {
        goal = "Research both harbours";

        List<String> lines = lines(report("fees", "showers"));

        assertThat(lines).filteredOn(l -> l.contains("a fee of 40 euros")).hasSize(1);
        assertThat(lines).doesNotContain("### Fees").contains("### Showers");
    }

    @Test
    void whatDefinesASubjectIsNotSaidAgainWhereItIsOnATopicToo() {
        goal = "Research both of them";

        assertThat(lines(report("harbour")))
                .filteredOn(l -> l.contains("a harbour for sailing boats"))
                .hasSize(1);
    }

    @Test
    void eachStatementSaysFromWhichStepItComes() {
        Json report = report("fees");

        assertThat(report.list("lines"))
                .filteredOn(l -> l.text("text").contains("15 euros for each night on a buoy. [")
                        && l.text("kind").equals("statement"))
                .extracting(l -> l.text("step"))
                .containsOnly("research/strand");
    }

    @Test
    void rulesOfADocumentOrderLeaveOutAndReplaceAndTheRestIsNamed() {
        knowledge.with("office/how-we-write-reports.md", """
                # How we write reports

                - Cover showers and fees for each harbour, in that order.
                - Write "charges" instead of "fees" in headings.
                - Prefer a number to an adjective.
                """);

        Json report = report("fees", "showers");

        assertThat(lines(report)).containsSubsequence("## Quay", "### Showers", "### Charges", "## Strand");
        assertThat(lines(report)).contains("> Written by the rules in office/how-we-write-reports.md.");
        assertThat(report.list("notApplied"))
                .extracting(r -> r.text("text"))
                .containsExactly("Prefer a number to an adjective.");
        assertThat(lines(report)).anyMatch(l -> l.startsWith("> Rule not applied: “Prefer a number"));
    }

    @Test
    void aRuleOfMemoryWinsOverOneOfADocumentAndIsCited() {
        knowledge.with("office/style.md", "# Report style\n\nOpen with a summary of at most five lines.\n");

        Json report = report(
                List.of("fees", "showers"),
                remembered("m7", "rule", "Leave out showers."),
                remembered("m8", "rule", "The summary never exceeds 1 lines."));

        assertThat(lines(report)).noneMatch(l -> l.startsWith("### Showers"));
        assertThat(lines(report)).filteredOn(l -> l.startsWith("- **")).hasSize(1);
        assertThat(lines(report)).contains("> Rule from memory applied: “Leave out showers.” [1]");
        assertThat(lines(report)).contains("[1] memory:m7@1");
    }

    @Test
    void anEarlierRunIsNamedInALineThatCitesMemory() {
        Json report = report(
                List.of("fees"), remembered("e3", "episode", "On 3 May a report on Quay and Strand was written."));

        assertThat(lines(report)).contains("> An earlier run: On 3 May a report on Quay and Strand was written. [1]");
    }

    @Test
    void anEarlierRunOnOtherSubjectsIsNotNamed() {
        Json report =
                report(List.of("fees"), remembered("e4", "episode", "On 4 May a report on two tunnels was written."));

        assertThat(lines(report)).noneMatch(line -> line.contains("An earlier run"));
    }

    @Test
    void gapsAreNamedAtTheTop() {
        Json.Obj gap = Json.object().with("step", "research/pier").with("text", "Pier was given up: no files.");

        Json report = knowledge.run(new ExtractiveWriter(), inputs("fees").with("gaps", Json.of(List.of(gap))));

        assertThat(lines(report)).contains("> Gap: Pier was given up: no files.");
    }

    @Test
    void documentsOfASubjectGiveNoRules() {
        knowledge.with("quay/report-style.md", "# Report style\n\nLeave out fees in every report.\n");

        assertThat(lines(report("fees"))).contains("### Fees");
    }

    @Test
    void itsOwnReportPassesReviewAndATamperedOneDoesNot() {
        Json report = report("fees", "showers");
        Json tampered = JsonText.parse(JsonText.print(report).replace("15 euros for each", "16 euros for each"));
        Json uncited = JsonText.parse(JsonText.print(report).replace("on a buoy. [4]", "on a buoy."));

        assertThat(review(report).flag("pass")).isTrue();
        assertThat(review(tampered).textList("critique")).anyMatch(c -> c.contains("is not what research quoted"));
        assertThat(review(uncited).textList("critique")).anyMatch(c -> c.contains("has no citation at its end"));
    }

    @Test
    void theKeyFindingsAreProposedWithTheirSourcesAndWithoutRepetition() {
        Json proposals = knowledge.run(new ExtractiveMemory(), inputs("fees", "showers"), List.of());

        assertThat(proposals.list("proposals"))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(12)
                .allSatisfy(p -> assertThat(p.textList("sources")).isNotEmpty())
                .extracting(p -> p.text("text"))
                .doesNotHaveDuplicates()
                .contains("Strand asks a fee of 15 euros for each night on a buoy.");
    }

    private Json report(String... topics) {
        return report(List.of(topics));
    }

    private Json report(List<String> topics, Window.Item... memory) {
        return knowledge.run(new ExtractiveWriter(), inputs(topics.toArray(String[]::new)), memory);
    }

    private Json review(Json report) {
        Json.Obj inputs = inputs("fees", "showers")
                .with("result", report)
                .with("step", Json.object().with("id", "write").with("capability", "write"));
        return knowledge.run(new ExtractiveReviewer(), inputs);
    }

    private Json.Obj inputs(String... topics) {
        var children = new ArrayList<Json>();
        for (Json.Obj subject : SUBJECTS) {
            Json output = knowledge.run(new ExtractiveResearcher(), research(subject, frame("survey"), topics));
            children.add(finished(subject, output));
        }
        return Json.object()
                .with("goal", goal)
                .with("frame", frame("survey"))
                .with("research", Json.of(children))
                .with("subjects", Json.of(SUBJECTS))
                .with("topics", topics(topics));
    }

    @Test
    void onTopicsThatNobodyNamedNothingIsSaidToBeMissing() {
        Json fees = Json.object().with("name", "fees").with("query", "fees").with("from", "documents");
        Json showers =
                Json.object().with("name", "showers").with("query", "showers").with("from", "documents");
        Json topics = Json.of(List.of(fees, showers));

        List<String> lines = lines(
                knowledge.run(new ExtractiveWriter(), inputs("fees", "showers").with("topics", topics)));

        assertThat(lines).noneMatch(l -> l.contains("No statement found"));
        assertThat(lines).as("only Quay has showers").doesNotContain("### Showers");
        assertThat(String.join("\n", lines)).contains("**Fees**");
    }
}
