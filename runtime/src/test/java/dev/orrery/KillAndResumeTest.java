package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.RunStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is killed with SIGKILL in a process of its own, after so many durable events, and resumed in this one. */
class KillAndResumeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 8, 11, 14, 17, 20, 24, 28, 32, 37})
    void aKilledRunGoesOnWithoutDoingACommittedStepAgain(int events) throws Exception {
        Path home = folder.resolve("home");
        List<String> acknowledged = killAfter(events, home);

        try (var orrery = Orrery.open(TwoLooks.config(home))) {
            List<String> before = orrery.events("killed").stream()
                    .map(e -> e.seq() + " " + e.type())
                    .toList();
            assertThat(before).containsAll(acknowledged);

            RunOutcome outcome = orrery.resume("killed", _ -> {});

            assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
            assertThat(outcome.report()).isEqualTo(TwoLooks.REPORT);
            var completed = orrery.events("killed").stream()
                    .filter(e -> e.type().equals("step.completed"))
                    .map(e -> e.body().text("step"))
                    .toList();
            assertThat(new HashSet<>(completed)).hasSameSizeAs(completed);
            var spent = orrery.show("killed").spent();
            assertThat(spent.turns())
                    .isLessThanOrEqualTo(orrery.show("killed").budget().cap().turns());
        }
    }

    private static List<String> killAfter(int events, Path home) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new java.util.ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null && lines.size() < events; line = out.readLine()) {
                lines.add(line);
            }
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return lines;
    }
}
