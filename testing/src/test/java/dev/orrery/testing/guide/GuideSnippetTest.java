package dev.orrery.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide shows the test that the build runs, word for word. */
class GuideSnippetTest {
    @Test
    void theExampleInTheGuideIsTheOneThatIsRun() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/orrery/testing/guide/ClerkTest.java"));
        String guide = Files.readString(Path.of("..", "docs", "guide", "testing-agents.md"));

        String[] parts = source.split(" *// \\[guide]\n", -1);
        assertThat(parts).hasSize(3);
        assertThat(guide)
                .contains("```java\n" + parts[1].stripTrailing().stripIndent().strip() + "\n```");
    }
}
