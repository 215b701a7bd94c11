package dev.orrery.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.EventView;
import dev.orrery.cli.Sample;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Style;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people read, letter by letter. */
class RenderingTest {
    @Test
    void aRunIsATreeWithWhatItCostAndLacksAndHowToGoOn() {
        assertThat(text(RunTree.of(Sample.view(), ZoneOffset.UTC, words -> "orrery " + String.join(" ", words))))
                .isEqualTo("""
                        ! r7f3a9k2 done, with gaps
                          goal     Compare Tarnwick and Copper Finch on scaling
                          started  2026-11-24 10:15:30
                          spent    31 turns of 2,000, 41,200 tokens of 20,000,000, cost 0.00 of 5.00

                        ✓ plan                     planner   2 turns, 1,200 tokens
                        ▾ research
                          ✓ research/tarnwick      research  5 turns, 12,000 tokens
                              review: passed by qa
                          ✗ research/copper-finch  research  2 attempts, 12 turns, 20,000 tokens
                              attempt 2 by research: qa: two statements cite no line
                              gap: Copper Finch was given up: no statement
                        ✓ write                    write     12 turns, 8,000 tokens

                        Gaps
                          research/copper-finch: Copper Finch was given up: no statement

                        Flags
                          contradiction, tarnwick/faq.html:3-3: Two versions are named.

                        The report again
                          orrery resume r7f3a9k2
                        """);
    }

    @Test
    void aRunSaysWhatItsModelsDidNotManage() {
        assertThat(text(RunTree.of(Sample.stoodIn(), ZoneOffset.UTC, words -> "orrery " + String.join(" ", words))))
                .contains("""
                        ✓ research/tarnwick  research-native  3 attempts, 4 turns, 9,000 tokens, cost 0.02, 1 min 2 s, 1 repair, stand-in
                            attempt 1 by research: invalid: no JSON
                            attempt 2 by research: qa: no line is cited
                            review: passed by qa-native

                        What the models did not manage
                          research/tarnwick: stand-in after 2 attempts by research: qa: no line is cited
                        """);
    }

    @Test
    void theMessagesThatWereSentToAModelStandBelowItsWindow() {
        assertThat(text(WindowText.of(Sample.asked()))).endsWith("""
                        ## messages
                        [system]
                          You choose
                          by number.
                        [assistant]
                          {"role":"assistant","calls":[{"tool":"knowledge.search"}]}
                        """);
    }

    @Test
    void aListOfRunsHasOneLineEach() {
        assertThat(text(RunList.of(List.of(Sample.summary()), ZoneOffset.UTC)))
                .isEqualTo("! r7f3a9k2  gaps       2026-11-24 10:15  Compare Tarnwick and Copper Finch on scaling\n");
    }

    @Test
    void anEventIsOneLineWithoutWhatMeansNothingToPeople() {
        List<EventView> events = Sample.events();

        assertThat(text(List.of(
                        EventText.of(events.get(3), ZoneOffset.UTC), EventText.of(events.get(11), ZoneOffset.UTC))))
                .isEqualTo("""
                            4 10:15:30.650  effect.requested     plan  kind=tool  call={"tool":"knowledge.search","arguments":{"query":"scaling"}}
                           12 10:15:31.450  attempt.failed       research/copper-finch  attempt=1  agent=research  kind=qa  critique=two statements cite no line
                        """);
    }

    @Test
    void aWindowShowsEachPieceWithItsSourceAndWhatWasLeftOut() {
        assertThat(text(WindowText.of(Sample.window("research/tarnwick", "Find what the files say."))))
                .isEqualTo("""
                        r7f3a9k2 research/tarnwick, attempt 1, turn 2, research  34 tokens, window 174cf16e9822

                        ## role  7 tokens
                        [role] from agent:research
                          You quote what files say.

                        ## brief  6 tokens
                        [instructions] from plan
                          Find what the files say.

                        ## inputs  10 tokens
                        [subject] from step:plan
                          {"name":"Tarnwick","folder":"tarnwick"}

                        ## memory  11 tokens
                        [m4] from memory:m4@2
                          {"kind":"rule","text":"Cover memory first."}

                        ## left out
                        tool:web.fetch: the step does not need it
                        """);
    }

    @Test
    void twoWindowsAreComparedSectionBySection() {
        WindowDiff diff = WindowDiff.of(
                Sample.window("research/tarnwick", "Find what the files say."),
                Sample.window("write", "Write the report."));

        assertThat(text(diff.lines())).isEqualTo("""
                        --- r7f3a9k2 research/tarnwick, attempt 1, turn 2, research
                        +++ r7f3a9k2 write, attempt 1, turn 2, research

                        ## role  7 tokens, the same

                        ## brief  6 → 5 tokens
                        @@ -1 +1 @@
                         [instructions] from plan
                        -Find what the files say.
                        +Write the report.

                        ## inputs  10 tokens, the same

                        ## memory  11 tokens, the same
                        """);
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(line -> line.text(Style.Colour.OFF) + "\n").collect(Collectors.joining());
    }
}
