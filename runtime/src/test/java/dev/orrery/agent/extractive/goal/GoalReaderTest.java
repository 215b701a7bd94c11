package dev.orrery.agent.extractive.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoalReaderTest {
    private static final NameFinder FINDER =
            NameFinder.knowing(List.of("copper-finch", "tarnwick", "velmora-relay", "eleventy", "jbake", "hugo"));

    @ParameterizedTest
    @CsvFileSource(resources = "goals.txt", delimiter = '|', quoteCharacter = '\0')
    void aGoalIsUnderstoodByItsFrame(String goal, String understood) {
        assertThat(shown(new GoalReader(FINDER).read(goal))).isEqualTo(understood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Book a flight to Lisbon",
                "Write a Python function that sorts a list",
                "Translate the report into French",
                "Send an email to all customers",
                "Write a poem about our competitors",
                "Vergleiche Hugo und Eleventy",
                "Compare Hugo et Eleventy sur la licence",
                "Jämför våra tre största konkurrenter",
                "比较我们的三个主要竞争对手",
                "Please.",
                "do it",
                "Write a report",
                "Draft a summary report",
                "???",
                "Fix the build",
                "What is it?",
                "asdf qwer zxcv",
            })
    void aGoalThatCannotBePlannedIsRefusedWithTheKindsThatCan(String goal) {
        assertThat(new GoalReader(FINDER).read(goal))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, r -> assertThat(r.why()).endsWith(GoalReader.KINDS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Research our competitors and email the report to Bob | email the report to Bob
            Compare Hugo and JBake on speed and book a meeting about it | book a meeting about it
            """)
    void whatGoesBeyondAReportIsNamedAsUndone(String goal, String undone) {
        assertThat(new GoalReader(FINDER).read(goal))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        u -> assertThat(u.goal().undone()).containsExactly(undone));
    }

    private static String shown(Reading reading) {
        return switch (reading) {
            case Reading.Refused r -> "refused";
            case Reading.Understood u -> shown(u.goal());
        };
    }

    private static String shown(Goal goal) {
        var parts = new ArrayList<String>();
        parts.add(goal.kind().name().toLowerCase(Locale.ROOT));
        goal.group().ifPresent(g -> parts.add(g.binding().name().toLowerCase(Locale.ROOT) + " " + g.phrase()));
        if (!goal.names().isEmpty()) parts.add("names " + String.join(", ", goal.names()));
        if (!goal.topics().isEmpty()) parts.add("topics " + String.join(", ", goal.topics()));
        goal.listings().forEach(l -> parts.add("listing " + l.name()));
        if (!goal.versions().isEmpty()) parts.add("versions " + String.join(", ", goal.versions()));
        return String.join("; ", parts);
    }
}
