package dev.orrery.memory.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.memory.Kind;
import dev.orrery.memory.Passage;
import dev.orrery.memory.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each format gives, and what it leaves out. */
class FormatsTest {
    @ParameterizedTest
    @ValueSource(strings = {"guide.md", "guide.adoc", "guide.html"})
    void navigationListingsAndWhatIsNotTextAreLeftOut(String name) {
        List<String> texts = Fixtures.texts(Fixtures.passages(name));

        assertThat(texts)
                .noneMatch(t -> t.matches("(?i).*(never quoted|cookies|other pages|copyright|where to buy|nobody).*"))
                .anyMatch(t -> t.startsWith("The ferry leaves at nine"))
                .anyMatch(t -> t.equals("Dogs travel free of charge."));
    }

    @Test
    void aSentenceOutOfWhichSomethingWasTakenIsNotQuoted() {
        assertThat(Fixtures.texts(Fixtures.passages("guide.md")))
                .contains("Children pay half.", "The bell rings twice.")
                .noneMatch(t -> t.startsWith("The price is") || t.startsWith("Press"));
        assertThat(Fixtures.texts(Fixtures.passages("guide.adoc")))
                .contains("It has five ships.", "See the tickets below for the prices.")
                .noneMatch(t -> t.startsWith("The company") || t.startsWith("The boat") || t.equals("See for more."));
        assertThat(Fixtures.texts(Fixtures.passages("guide.html")))
                .contains("Then wait.")
                .noneMatch(t -> t.startsWith("Press"));
    }

    @Test
    void abbreviationsAndVersionsDoNotEndASentence() {
        assertThat(Fixtures.texts(Fixtures.passages("guide.md"), Kind.PROSE))
                .contains(
                        "E.g. the harbour of St. Anna is twice as far.",
                        "Version 2.1.3 of the timetable is valid — until May.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guide.md", "guide.adoc", "guide.html"})
    void aCellKnowsItsColumnAndItsRow(String name) {
        assertThat(Fixtures.passages(name))
                .filteredOn(p -> p.kind() == Kind.CELL && p.text().equals("8.00"))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.column()).isEqualTo("Price");
                    assertThat(cell.row()).isEqualTo("Return");
                });
    }

    @Test
    void headingsTitleAndVersionAreTold() {
        Document markdown = Fixtures.read("guide.md", Fixtures.bytes("guide.md"));
        Document asciidoc = Fixtures.read("docs/guide.adoc", Fixtures.bytes("guide.adoc"));

        assertThat(markdown.title()).isEqualTo("Ferry & Harbour Guide");
        assertThat(markdown.version()).contains("2.1");
        assertThat(asciidoc.title()).isEqualTo("Ferry guide");
        assertThat(asciidoc.version()).contains("2.1");
        assertThat(Fixtures.read("docs/1.4/guide.txt", "Text.").version()).contains("1.4");
        assertThat(Fixtures.passages("guide.adoc"))
                .filteredOn(p -> p.text().equals("Valid on the day of issue."))
                .extracting(Passage::headings)
                .containsExactly(List.of("Ferry guide", "Tickets", "Single"));
    }

    @Test
    void itemsOfOneListStandInOneBlock() {
        List<Passage> items = Fixtures.passages("guide.html").stream()
                .filter(p -> p.kind() == Kind.ITEM && p.headings().size() == 2)
                .toList();

        assertThat(items).extracting(Passage::position).containsExactly(0, 1, 2);
        assertThat(items)
                .extracting(Passage::block)
                .containsOnly(items.getFirst().block());
    }

    @Test
    void aPdfIsReadByPagesWithoutItsRunningHead() {
        byte[] pdf = Fixtures.pdf(List.of(
                List.of(
                        "Northern Ferries 1",
                        "",
                        "#Ferry guide",
                        "The ferry leaves at nine o'clock and takes",
                        "forty minutes."),
                List.of("Northern Ferries 2", "", "#Tickets", "Single tickets are valid for one day.")));

        List<Passage> passages = Passages.of(Fixtures.read("guide.pdf", pdf));

        assertThat(Fixtures.texts(passages))
                .containsExactly(
                        "Ferry guide",
                        "The ferry leaves at nine o'clock and takes forty minutes.",
                        "Tickets",
                        "Single tickets are valid for one day.");
        assertThat(passages.getLast().place()).isEqualTo(new Place.Page(2));
        assertThat(passages.getLast().place().in("guide.pdf")).isEqualTo("guide.pdf:p2");
    }

    @Test
    void aWordFileIsReadByParagraphsWithEmptyOnesCounted() {
        byte[] word = Fixtures.word(List.of("#Ferry guide", "", "The ferry leaves at nine. It is slow."));

        List<Passage> passages = Passages.of(Fixtures.read("guide.docx", word));

        assertThat(passages)
                .extracting(p -> p.place().in("guide.docx"))
                .containsExactly("guide.docx:¶1", "guide.docx:¶3", "guide.docx:¶3");
        assertThat(passages.getLast().before()).isEqualTo("The ferry leaves at nine.");
    }

    @Test
    void whatCannotBeReadIsSkippedWithAReason() {
        assertThat(new DocumentReader().read("a.pdf", new byte[] {1, 2, 3}))
                .isInstanceOfSatisfying(
                        Reading.Skipped.class, s -> assertThat(s.reason()).startsWith("damaged"));
        assertThat(new DocumentReader().read("a.md", new byte[] {'a', 0, 'b'}))
                .isEqualTo(new Reading.Skipped("a.md", "binary content in a text file"));
        assertThat(new DocumentReader().read("a.txt", new byte[DocumentReader.TEXT_BYTES_MAX + 1]))
                .isEqualTo(new Reading.Skipped("a.txt", "larger than 4 MiB"));
    }
}
