package dev.orrery.agent.extractive;

import static dev.orrery.agent.extractive.Assignments.frame;
import static dev.orrery.agent.extractive.Assignments.research;
import static dev.orrery.agent.extractive.Assignments.statements;
import static dev.orrery.agent.extractive.Assignments.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractiveResearcherTest {
    private static final Json.Obj HARBOUR = subject("harbour-mutual", "Harbour Mutual");

    private final ExtractiveResearcher researcher = new ExtractiveResearcher();
    private final FakeKnowledge knowledge = new FakeKnowledge()
            .with("harbour-mutual/claims.md", """
                    # Claims

                    Harbour Mutual pays water damage up to 12,000 euros per claim. It also pays for drying the walls.

                    A claim must reach the office within 14 days after the damage was noticed.

                    See the appendix for the list of offices that accept a claim.
                    """)
            .with("harbour-mutual/index.md", """
                    # Harbour Mutual

                    Harbour Mutual is an insurer of boats and of houses near the water.

                    The current release of the Harbour Mutual terms is 4.2.
                    """)
            .with("harbour-mutual/terms.md", """
                    # Terms

                    The current release of the Harbour Mutual terms is 4.3, printed in May.
                    """)
            .with("northgate/claims.md", """
                    # Claims

                    Northgate settles every claim on a broken mast within 30 days.
                    """);

    @Test
    void statementsOnATopicComeFromTheSubjectsOwnFilesAndStandAlone() {
        Json findings = knowledge.run(researcher, research(HARBOUR, frame("survey"), "claims"));

        assertThat(statements(findings, "claims"))
                .contains("A claim must reach the office within 14 days after the damage was noticed.")
                .doesNotContain("It also pays for drying the walls.")
                .noneMatch(s -> s.contains("Northgate") || s.startsWith("See "));
        assertThat(findings.list("definition"))
                .extracting(d -> d.text("text"))
                .containsExactly("Harbour Mutual is an insurer of boats and of houses near the water.");
    }

    @Test
    void aDefinitionTellsSomethingAndIsOfTheSubjectItself() {
        knowledge.with("harbour-mutual/about.md", """
                # About

                Harbour Mutual is an insurer.

                The Harbour Mutual app is a programme for telephones that shows the state of every claim.
                """);

        Json findings = knowledge.run(researcher, research(HARBOUR, frame("survey"), "claims"));

        assertThat(findings.list("definition"))
                .extracting(d -> d.text("text"))
                .containsExactly("Harbour Mutual is an insurer of boats and of houses near the water.");
    }

    @Test
    void whatTheDocumentsBroughtUpGetsFewStatementsOfWhichTheFirstNameTheirSubject() {
        knowledge.with("harbour-mutual/boats.md", """
                # Boats

                Boats of more than 12 metres are surveyed once in 3 years by an engineer.

                Boats built before 1990 need a certificate from a shipyard in Northport.

                Boats in salt water are insured against corrosion up to 4,000 euros.

                Harbour Mutual insures boats against theft while they lie in a guarded harbour.

                Harbour Mutual replaces stolen engines of boats within 21 days.
                """);
        Json.Obj asked = research(HARBOUR, frame("survey"), "boats");
        Json discovered = Json.of(List.of(Json.object().with("name", "boats").with("from", "documents")));

        List<String> ofTheGoal = statements(knowledge.run(researcher, asked), "boats");
        List<String> ofTheDocuments = statements(knowledge.run(researcher, asked.with("topics", discovered)), "boats");

        assertThat(ofTheGoal).hasSizeGreaterThanOrEqualTo(4);
        assertThat(ofTheDocuments).hasSizeLessThanOrEqualTo(3);
        assertThat(ofTheDocuments.getFirst()).startsWith("Harbour Mutual");
    }

    @Test
    void aBookThatIsCalledAfterTheSubjectDoesNotDefineIt() {
        var shelf = new FakeKnowledge().with("harbour-mutual/index.md", """
                # Books

                Harbour Mutual in Pictures is a book of drawings for children and their parents.
                """);

        Json findings = shelf.run(researcher, research(HARBOUR, frame("survey"), "claims"));

        assertThat(findings.list("definition")).isEmpty();
    }

    @Test
    void whatIsTrueSinceTwoVersionsIsNoContradiction() {
        var notes = new FakeKnowledge()
                .with(
                        "harbour-mutual/a.md",
                        "# A\n\nSince Harbour Mutual terms 2.2, masts are insured against lightning.\n")
                .with(
                        "harbour-mutual/b.md",
                        "# B\n\nSince Harbour Mutual terms 4.0, sails must be kept dry in winter.\n");

        Json findings = notes.run(researcher, research(HARBOUR, frame("survey"), "terms"));

        assertThat(findings.list("conflicts")).isEmpty();
    }

    @Test
    void aTopicOnWhichTheFilesSayNothingIsNoneAndNamesWhatWasSearched() {
        Json findings = knowledge.run(researcher, research(HARBOUR, frame("survey"), "telescopes"));

        Json topic = findings.list("topics").getFirst();
        assertThat(topic.flag("none")).isTrue();
        assertThat(topic.textList("searched")).contains("telescopes");
    }

    @Test
    void withoutToolsNothingIsFoundAndNothingWasSearched() {
        Json findings = knowledge.run(researcher, research(HARBOUR, frame("survey"), "claims"), List.of());

        assertThat(findings.number("searches", -1)).isZero();
        assertThat(findings.list("topics"))
                .allSatisfy(t -> assertThat(t.textList("searched")).isEmpty());
    }

    @Test
    void aStatementIsGivenOnce() {
        Json findings = knowledge.run(researcher, research(HARBOUR, frame("survey"), "claims", "claim", "damage"));

        List<String> all = findings.list("topics").stream()
                .flatMap(t -> t.list("statements").stream())
                .map(s -> s.text("text"))
                .toList();
        assertThat(all).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void twoPlacesThatGiveOneThingTwoValuesAreAConflict() {
        Json findings = knowledge.run(researcher, research(HARBOUR, frame("survey"), "claims"));

        assertThat(findings.list("conflicts")).hasSize(1);
        assertThat(findings.list("conflicts").getFirst().list("statements"))
                .extracting(s -> s.list("cites").getFirst().text("at"))
                .containsExactlyInAnyOrder("harbour-mutual/index.md:5-5", "harbour-mutual/terms.md:3-3");
    }

    @Test
    void valuesUnderHeadingsOfTwoVersionsAreNoConflict() {
        var notes = new FakeKnowledge().with("quay/notes.md", """
                        # Quay

                        ## Version 2.4

                        Requests to the Quay office expire after 72 hours.

                        ## Version 2.5

                        Requests to the Quay office expire after 24 hours.
                        """);

        Json findings = notes.run(researcher, research(subject("quay", "Quay"), frame("survey"), "requests"));

        assertThat(findings.list("conflicts")).isEmpty();
    }

    @Test
    void aListHasEachEntryOnceAndNoneThatIsClosed() {
        var papers = new FakeKnowledge()
                .with("dam/register.md", """
                        # Register

                        ## Open issues

                        ### Sluice

                        The sluice gate leaks forty litres an hour since the frost in January.

                        ## Closed issues

                        ### Lamp

                        The lamp on the tower was replaced in March by the harbour office.
                        """)
                .with("dam/minutes.md", """
                        # Minutes

                        The broken handrail on the east stairs is an open issue until the smith returns.

                        The missing key of the engine room remains an open issue for the warden.
                        """)
                .with("dam/letters.md", """
                        # Letters

                        The issue of the missing key to the engine room was closed in April by the warden.
                        """);
        Json.Obj listing = frame("list")
                .with(
                        "listing",
                        Json.object()
                                .with("words", Json.texts(List.of("issue", "issues")))
                                .with("qualifiers", Json.texts(List.of("open"))));

        Json findings = papers.run(researcher, research(subject("dam", "Dam"), listing, "open issues"));

        assertThat(statements(findings, "open issues"))
                .containsExactlyInAnyOrder(
                        "The broken handrail on the east stairs is an open issue until the smith returns.",
                        "The sluice gate leaks forty litres an hour since the frost in January.");
        assertThat(findings.list("topics").getFirst().list("statements"))
                .extracting(s -> s.text("lead"))
                .contains("Sluice");
    }

    @Test
    void twoVersionsOfADocumentAreComparedSentenceBySentence() {
        var terms = new FakeKnowledge().with("ferry/1.2/fares.md", """
                        # Fares

                        A bicycle travels free of charge on every crossing. Dogs pay two euros for each crossing of the strait.

                        Tickets are valid for seven days after the day of purchase.
                        """).with("ferry/1.3/fares.md", """
                        # Fares

                        Dogs pay three euros for each crossing of the strait. Children below six years travel without a ticket.

                        Tickets are valid for seven days after the day of purchase.
                        """);
        Json versions = Json.of(List.of(
                Json.object().with("name", "1.2").with("under", Json.texts(List.of("ferry/1.2"))),
                Json.object().with("name", "1.3").with("under", Json.texts(List.of("ferry/1.3")))));

        Json findings = terms.run(
                researcher, research(subject("ferry", "Ferry"), frame("changes").with("versions", versions)));

        assertThat(statements(findings, "added in 1.3"))
                .containsExactly("Children below six years travel without a ticket.");
        assertThat(statements(findings, "no longer in 1.3"))
                .containsExactly("A bicycle travels free of charge on every crossing.");
        assertThat(findings.list("conflicts").getFirst().list("statements"))
                .extracting(s -> s.text("text"))
                .containsExactly(
                        "Dogs pay two euros for each crossing of the strait.",
                        "Dogs pay three euros for each crossing of the strait.");
    }

    private static Json discovered(String name) {
        return Json.object().with("name", name).with("query", name).with("from", "documents");
    }

    @Test
    void whereNobodyNamedTopicsASubjectSpeaksForItself() {
        knowledge.with("harbour-mutual/about.md", """
                # About

                Harbour Mutual runs 14 offices on the coast.

                Harbour Mutual stores every policy in the town archive of Kappeln.
                """);
        Json.Obj asked = research(HARBOUR, frame("survey"), "claims");
        Json.Obj unasked = asked.with("topics", Json.of(List.of(discovered("claims"))));

        assertThat(knowledge.run(researcher, asked).list("introduction")).isEmpty();
        assertThat(knowledge.run(researcher, unasked).list("introduction"))
                .extracting(s -> s.text("text"))
                .contains(
                        "Harbour Mutual runs 14 offices on the coast.",
                        "Harbour Mutual stores every policy in the town archive of Kappeln.");
    }

    @Test
    void onATopicThatNobodyNamedNothingPoorIsSaidUnlessTheSubjectWouldBePassedOver() {
        Json.Obj task = research(HARBOUR, frame("survey")).with("topics", Json.of(List.of(discovered("drying"))));
        assertThat(statements(knowledge.run(researcher, task), "drying"))
                .as("hardly anything is known of the subject")
                .isEmpty();

        knowledge.with("harbour-mutual/walls.md", """
                # Drying

                Drying the walls after a flood may take several weeks in winter.
                """);
        assertThat(statements(knowledge.run(researcher, task), "drying")).isNotEmpty();

        knowledge.with("harbour-mutual/about.md", """
                # About

                Harbour Mutual runs 14 offices on the coast.

                Harbour Mutual stores every policy in the town archive of Kappeln.

                Harbour Mutual insures boats that were built after 1950.
                """);
        assertThat(statements(knowledge.run(researcher, task), "drying")).isEmpty();
    }
}
