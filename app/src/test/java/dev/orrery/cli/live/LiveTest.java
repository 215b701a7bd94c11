package dev.orrery.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.EventView;
import dev.orrery.cli.Sample;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Output;
import dev.orrery.cli.terminal.Style;
import dev.orrery.cli.terminal.Terminal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree that is seen while a run works. */
class LiveTest {
    @Test
    void theTreeShowsWhoWorksOnWhatAndWhatFailed() {
        assertThat(frame(Sample.events(), 24)).isEqualTo("""
                        ⠋ r7f3a9k2  2.8 s, 1 turn, 1,200 tokens
                          ✓ plan                     planner   0.3 s
                          ▾ research
                            ✓ research/tarnwick      research  0.5 s
                            ⠋ research/copper-finch  second    1.9 s  attempt 2  attempt 1 failed: two statements cite no line
                          ○ write
                        """);
    }

    @Test
    void aToolCallUnderWayIsNamed() {
        assertThat(frame(Sample.events().subList(0, 4), 24)).isEqualTo("""
                        ⠋ r7f3a9k2  2.8 s, 0 turns, 0 tokens
                          ⠋ plan  planner  2.6 s  knowledge.search scaling
                        """);
    }

    @Test
    void aQuestionShows() {
        var events = new java.util.ArrayList<>(Sample.events().subList(0, 3));
        events.add(Sample.event(4, "human.asked", "{\"id\":\"q1\",\"step\":\"plan\",\"text\":\"Who?\"}"));

        assertThat(frame(events, 24)).startsWith("? r7f3a9k2").contains("? plan");
    }

    @Test
    void whatIsUnderWayStaysInSightWhenTheScreenIsLow() {
        assertThat(frame(Sample.events(), 5)).isEqualTo("""
                        ⠋ r7f3a9k2  2.8 s, 1 turn, 1,200 tokens
                          ▾ research
                            ⠋ research/copper-finch  second  1.9 s  attempt 2  attempt 1 failed: two statements cite no line
                          ○ write
                          and 2 more steps
                        """);
    }

    @Test
    void eventsOfLaterVersionsArePassedOver() {
        var events = new java.util.ArrayList<>(Sample.events());
        events.add(Sample.event(15, "weather.changed", "{\"step\":\"write\",\"sky\":\"clear\"}"));

        assertThat(frame(events, 24)).isEqualTo(frame(Sample.events(), 24));
    }

    @Test
    void framesReplaceEachOtherAlsoWhenTheScreenIsResizedInBetween() {
        var screen = new Screen(60, 20);
        var out = new Output(screen);
        out.lineNow("$ orrery run");
        var painter = new Painter(out, Style.Colour.OFF);

        painter.paint(lines("a line that is rather long, some forty columns", "short"), screen.extent());
        assertThat(screen.cursorShown()).isFalse();
        screen.resize(20, 20);
        painter.paint(lines("a line that is rather long, some forty columns", "short", "third"), screen.extent());
        assertThat(screen.text()).containsExactly("$ orrery run", "a line that is rat…", "short", "third", "");
        screen.resize(80, 20);
        painter.paint(lines("a line that is rather long, some forty columns"), screen.extent());
        painter.leave();

        assertThat(screen.text()).containsExactly("$ orrery run", "a line that is rather long, some forty columns", "");
        assertThat(screen.cursorShown()).isTrue();
    }

    @Test
    void aBarFillsWhileDocumentsAreRead() {
        assertThat(Bar.of("reading documents", 100, 350).text(Style.Colour.OFF))
                .isEqualTo("reading documents ━━━━━━━━────────────────────── 100 of 350");
    }

    @Test
    void nothingIsDrawnOnceTheScreenIsLeft() {
        var screen = new Screen(60, 20);
        var painter = new Painter(new Output(screen), Style.Colour.OFF);
        painter.paint(lines("one"), screen.extent());
        painter.leave();
        painter.paint(lines("two"), screen.extent());

        assertThat(screen.text()).containsExactly("one", "");
    }

    @Test
    void aFrameIsNeverHigherThanTheScreen() {
        String items = IntStream.range(0, 500)
                .mapToObj(i -> "{\"key\":\"k" + i + "\"}")
                .collect(Collectors.joining(","));
        var picture = picture(Sample.events().subList(0, 7));
        picture.add(Sample.event(8, "step.expanded", "{\"step\":\"research\",\"items\":[" + items + "]}"));

        assertThat(new Frame(picture, Sample.START, 0).lines(23)).hasSize(23);
    }

    private static List<Line> lines(String... texts) {
        return List.of(texts).stream().map(Line::of).toList();
    }

    private static String frame(List<EventView> events, int rows) {
        RunPicture picture = picture(events);
        assertThat(picture.run()).isEqualTo(Sample.RUN);
        return new Frame(picture, Sample.START.plusSeconds(3).minusMillis(100), 0)
                .lines(Math.min(rows, Terminal.UNKNOWN.rows())).stream()
                        .map(line -> line.text(Style.Colour.OFF) + "\n")
                        .collect(Collectors.joining());
    }

    private static RunPicture picture(List<EventView> events) {
        var picture = new RunPicture();
        events.forEach(picture::add);
        return picture;
    }
}
