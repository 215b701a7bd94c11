package dev.orrery.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.JsonText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured still plays, and figures keep the form that other programs read. Nothing here says how fast. */
class SpeedTest {
    @TempDir
    Path folder;

    @Test
    void aFigureKeepsItsForm() {
        Figure figure = Figure.of("chain-step-millis", "ms", new double[] {3, 1, 2.00001}, "≤ 3", "a chain");

        assertThat(JsonText.print(figure.toJson()))
                .isEqualTo("{\"work\":\"chain-step-millis\",\"median\":2,\"p95\":3,\"unit\":\"ms\",\"samples\":3,"
                        + "\"goal\":\"≤ 3\",\"detail\":\"a chain\"}");
    }

    @Test
    void everyPlayRunsToItsEnd() throws Exception {
        try (Stage stage = Stage.open(folder)) {
            assertThat(ChainSteps.chain(stage, "chain", 4)).hasSize(3);
            assertThat(FanOut.millisPerTask(stage, "fan-out", 3)).isPositive();
            assertThat(stage.play("question", Plays.question(), _ -> {}).wire()).isEqualTo("waiting");
        }
    }

    @Test
    void decisionsCanBeMadeFromEachPoint() {
        var decisions = new Decisions();
        decisions.children = 100;
        decisions.turns = 3;
        decisions.play();

        assertThat(decisions.calls()).isNotNull();
        assertThat(decisions.output()).isNotNull();
        assertThat(decisions.returned()).isNotNull();
        assertThat(decisions.assembled()).isNotNull();
    }
}
