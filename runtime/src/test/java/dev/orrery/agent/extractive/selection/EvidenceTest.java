package dev.orrery.agent.extractive.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final String GOOD = "The ferry leaves the eastern pier at nine every morning.";
    private static final String BAD = "Tickets for the museum are sold at the desk until noon, and cost four euros.";

    @Test
    void whatAReviewerHeldAgainstAnEarlierAttemptIsNotFoundAgain() {
        String note = "Attempt 1 by research did not stand: “" + BAD.substring(0, 60) + "…” is not about “ferry”.";

        assertThat(found(note)).containsExactly(GOOD);
        assertThat(found("Attempt 1 by research did not stand: nothing was searched"))
                .containsExactly(GOOD, BAD);
    }

    private static List<String> found(String note) {
        var call = new ToolCall(Evidence.SEARCH, Json.object().with("query", "ferry"));
        Json result = Json.object().with("hits", Json.of(List.of(hit(GOOD, 3), hit(BAD, 5))));
        Json exchange = new Exchange.Called(call, result).toJson();
        var window = new Window(
                "run",
                "step",
                2,
                2,
                "research",
                List.of(section(Window.Part.NOTES, Json.of(note)), section(Window.Part.EXCHANGES, exchange)),
                List.of());
        return Evidence.of(window).passages().stream().map(Passage::text).toList();
    }

    private static Json hit(String text, int line) {
        return Json.object()
                .with("path", "port/ferry.md")
                .with("at", "port/ferry.md:" + line + "-" + line)
                .with("text", text);
    }

    private static Window.Section section(Window.Part part, Json content) {
        return new Window.Section(
                part, List.of(new Window.Item("item", "test", new Value(content, Label.user("test")))));
    }
}
