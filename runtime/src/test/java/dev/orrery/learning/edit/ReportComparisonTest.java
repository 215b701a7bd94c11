package dev.orrery.learning.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.orrery.learning.edit.ReportComparison.Result;
import dev.orrery.learning.outcome.Report;
import dev.orrery.learning.outcome.WrittenLine;
import dev.orrery.message.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What was edited is recognised, and what only looks like an edit is not. */
class ReportComparisonTest {
    private static final String REPORT = """
            # Three competitors

            > This is an extractive report.

            ## Summary

            - Acme is licensed under Apache-2.0. [1]
            - Bolt costs nine euros a month. [4]

            ## Acme

            ### Memory

            - Acme keeps long-term memory in one file. [2]

            ### Pricing

            - Acme costs nothing. [3]
            - The licence fee is waived for schools. [3]

            ### Support

            No statement found in the supplied files.

            ## Bolt

            ### Memory

            - Bolt keeps memory in a database. [5]

            ### Pricing

            - Bolt costs nine euros a month. [4]

            ### Support

            No statement found in the supplied files.

            ## Sources

            [1] acme/licence.md:1-2
            [2] acme/memory.md:7-7
            [3] acme/price.md:1-1
            [4] bolt/price.md:3-4
            [5] bolt/memory.md:1-1
            """;

    @Test
    void aSectionDroppedForEverySubjectIsARuleToOmitIt() {
        check(
                without("### Pricing", "### Support"),
                "section.removed: pricing",
                "removed the section 'Pricing' 2 times",
                "{\"omit\":[\"Pricing\"]}");
    }

    @Test
    void theLastSectionOfASubjectIsSeenToBeGoneThoughItsOnlyLineStandsElsewhereToo() {
        check(
                text -> text.replace("### Support\n\nNo statement found in the supplied files.\n\n", ""),
                "section.removed: support",
                "removed the section 'Support' 2 times",
                "{\"omit\":[\"Support\"]}");
    }

    @Test
    void aSectionDroppedForOneSubjectOnlyIsARuleForThatSubject() {
        check(
                text -> text.replaceFirst("(?s)### Pricing.*?(?=### Support)", ""),
                "section.removed: acme › pricing",
                "removed the section 'Pricing' of 'Acme'",
                "{\"omit\":[\"Acme › Pricing\"]}");
    }

    @Test
    void sourcesThatAreGoneAreNoRule() {
        check(
                text -> text.substring(0, text.indexOf("## Sources")),
                "section.removed",
                "removed the section 'Sources'",
                "{}");
    }

    @Test
    void aHeadingThatIsGoneWithoutItsStatementsIsNoSectionRemoved() {
        assertThat(edits(text -> text.replace("### Pricing\n", "")))
                .noneMatch(e -> e.kind() == Edit.Kind.SECTION_REMOVED);
    }

    @Test
    void aWholeSubjectDroppedNamesTheSubjectAndNotItsTopics() {
        check(
                without("## Acme", "## Bolt"),
                "section.removed: acme",
                "removed the section 'Acme'",
                "{\"omit\":[\"Acme\"]}");
    }

    @Test
    void aSectionMovedUpEverywhereIsAnOrder() {
        check(
                text -> text.replaceAll("(?s)(### Memory.*?)(### Pricing.*?)(?=### Support)", "$2$1"),
                "section.moved: pricing",
                "moved the section 'Pricing' 2 times",
                "{\"order\":[\"Pricing\",\"Memory\",\"Support\"]}");
    }

    @Test
    void aSectionMovedDownEverywhereIsAnOrder() {
        check(
                text -> text.replaceAll(
                        "(?s)(### Memory.*?)(### Pricing.*?)(### Support\\n\\nNo [^\\n]*\\n\\n)", "$2$3$1"),
                "section.moved: memory",
                "moved the section 'Memory' 2 times",
                "{\"order\":[\"Pricing\",\"Support\",\"Memory\"]}");
    }

    @Test
    void aSectionMovedForOneSubjectOnlyIsNoRule() {
        check(
                text -> text.replaceFirst("(?s)(### Memory.*?)(### Pricing.*?)(?=### Support)", "$2$1"),
                "section.moved",
                "moved the section 'Pricing', but not everywhere",
                "{}");
    }

    @Test
    void anotherHeadingOverTheSameStatementsIsARename() {
        check(
                text -> text.replace("### Pricing", "### Costs"),
                "section.renamed: pricing -> Costs",
                "renamed the section 'Pricing' to 'Costs' 2 times",
                "{\"rename\":{\"from\":\"Pricing\",\"to\":\"Costs\"}}");
    }

    @Test
    void anotherTitleIsNoRule() {
        check(
                text -> text.replace("# Three competitors\n", "# Our market\n"),
                "section.renamed",
                "gave it the title 'Our market'",
                "{}");
    }

    @Test
    void wordsReplacedWhereverTheyStoodAreARule() {
        check(
                text -> text.replace("nine euros", "EUR 9"),
                "phrase.replaced: nine euros -> EUR 9",
                "replaced 'nine euros' by 'EUR 9' in 2 lines",
                "{\"replace\":{\"from\":\"nine euros\",\"to\":\"EUR 9\"}}");
    }

    @Test
    void wordsReplacedInOnePlaceOfTwoAreNoRule() {
        check(
                text -> text.replaceFirst("nine euros", "EUR 9"),
                "phrase.replaced",
                "replaced 'nine euros' by 'EUR 9' in 1 line, but not everywhere",
                "{}");
    }

    @Test
    void numbersOfCitationsAreNoWords() {
        assertThat(edits(text -> text.replace("[4]", "[3]"))).isEmpty();
    }

    @Test
    void aStatementDroppedAndALineAddedAreNamed() {
        assertThat(edits(text -> text.replace("- The licence fee is waived for schools. [3]\n", "")
                        .replace("## Sources", "Ask Bolt about schools.\n\n## Sources")))
                .extracting(Edit::text)
                .containsExactly("dropped 1 statement", "added 1 line");
    }

    @Test
    void eachChangedLineNamesTheStepThatWroteIt() {
        Result.Edited edited = edited(text -> text.replace("a database", "a graph")
                .replace("- Acme costs nothing. [3]\n", "")
                .replace("## Sources", "Ask Bolt.\n\n## Sources"));

        assertThat(edited.changes())
                .extracting(c -> c.kind().wire() + " " + c.line() + " " + c.step())
                .containsExactly("removed 18 research/acme", "changed 29 research/bolt", "added 37 write");
    }

    @Test
    void editorsMayChangeWhatDoesNotCount() {
        List<UnaryOperator<String>> habits = List.of(
                text -> text,
                text -> text.replace("\n", "\r\n"),
                text -> text.strip(),
                text -> text + "\n\n\n",
                text -> text.replace("\n\n", "\n"),
                text -> text.replace("\n", "  \n"),
                text -> text.replace("- ", "*   "),
                text -> text.replace(" is ", "\u00A0is\t "));

        assertThat(habits).allSatisfy(habit -> assertThat(compare(habit)).isEqualTo(new Result.Same()));
    }

    @Test
    void paddingATableIsNoEdit() {
        Report table = report("## Table\n| a | b |\n|---|---|\n| one | two |\n");

        assertThat(ReportComparison.compare(table, "## Table\n| a   | b   |\n| :-- | --: |\n| one | two |\n"))
                .isEqualTo(new Result.Same());
    }

    @Test
    void aFileThatIsNoCopyIsRefusedWithItsReason() {
        assertThat(compare(_ -> " \n\n")).isEqualTo(new Result.Unrelated("it is empty"));
        assertThat(compare(_ -> "Dear Sir or Madam,\nthank you for your invoice of last Tuesday.\nYours faithfully"))
                .isEqualTo(new Result.Unrelated("it has next to nothing in common with the report"));
        assertThat(compare(text -> text + "x\n".repeat(10_000))).isInstanceOf(Result.Unrelated.class);
    }

    @Test
    void aShortExtractOfTheReportIsACopyOfWhichMuchWasDropped() {
        assertThat(compare(_ -> "# Three competitors\n\n- Acme costs nothing. [3]\n"))
                .isInstanceOf(Result.Edited.class);
    }

    @Test
    void aShuffledCopyFullOfStrangeLinesTakesNoLongTime() {
        List<String> lines = new ArrayList<>(IntStream.range(0, 3_000)
                .mapToObj(i -> (i % 10 == 0 ? "## " : "- ") + "line " + i)
                .toList());
        Report report = report(String.join("\n", lines));
        IntStream.range(0, 6_000).mapToObj(i -> "- strange " + i).forEach(lines::add);
        Collections.shuffle(lines, new Random(7));
        long start = System.nanoTime();

        Result result = ReportComparison.compare(report, String.join("\n", lines));

        assertThat(result).isInstanceOf(Result.Edited.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void randomDamageIsAlwaysComparedAndNeverBreaks() {
        long seed = 20_260_301L;
        var random = new Random(seed);
        List<String> lines = REPORT.lines().toList();
        for (int round = 0; round < 300; round++) {
            String copy = lines.stream()
                    .flatMap(line -> switch (random.nextInt(12)) {
                        case 0 -> java.util.stream.Stream.<String>of();
                        case 1 -> java.util.stream.Stream.of(line, lines.get(random.nextInt(lines.size())));
                        case 2 -> java.util.stream.Stream.of(line.replace('e', 'ë'));
                        case 3 -> java.util.stream.Stream.of("#### " + line);
                        case 4 -> java.util.stream.Stream.of(line.replace("#", ""));
                        default -> java.util.stream.Stream.of(line);
                    })
                    .collect(Collectors.joining("\n"));
            assertThatCode(() -> ReportComparison.compare(report(REPORT), copy))
                    .as("seed %d round %d", seed, round)
                    .doesNotThrowAnyException();
        }
    }

    private static void check(UnaryOperator<String> edit, String key, String text, String rule) {
        assertThat(edits(edit))
                .extracting(Edit::key, Edit::text, e -> JsonText.print(e.rule()))
                .containsExactly(Assertions.tuple(key, text, rule));
    }

    private static UnaryOperator<String> without(String from, String to) {
        return text -> text.replaceAll("(?s)" + from + "\\n.*?(?=" + to + "\\n)", "");
    }

    private static List<Edit> edits(UnaryOperator<String> edit) {
        return edited(edit).edits();
    }

    private static Result.Edited edited(UnaryOperator<String> edit) {
        return compare(edit) instanceof Result.Edited edited ? edited : Assertions.fail("nothing was seen to change");
    }

    private static Result compare(UnaryOperator<String> edit) {
        return ReportComparison.compare(report(REPORT), edit.apply(REPORT));
    }

    private static Report report(String text) {
        String[] step = {"write"};
        return new Report(
                "write",
                Arrays.stream(text.split("\n", -1))
                        .map(line -> {
                            if (line.startsWith("## ")) step[0] = step(line.substring(3));
                            return new WrittenLine(line, step[0], kind(line));
                        })
                        .toList());
    }

    private static String kind(String line) {
        return line.startsWith("- ") ? "statement" : line.startsWith("[") ? "source" : "notice";
    }

    private static String step(String heading) {
        return switch (heading) {
            case "Acme" -> "research/acme";
            case "Bolt" -> "research/bolt";
            default -> "write";
        };
    }
}
