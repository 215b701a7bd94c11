package dev.orrery.memory.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that was made, or happens, to be awkward costs a moment at most. */
class HostileFilesTest {
    private static final int BYTES = 18 << 10;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "[",
                "> ",
                "<!--",
                "<div class=a>",
                "<span>",
                "{{",
                "{% highlight",
                "word ",
                "word. ",
                "a. A",
                "`",
                "```\n",
                "((",
                "<<",
                "|",
                "|a\n",
                "- ",
                "* ",
                "  - ",
                "= ",
                "a:: ",
                "\n.",
                "Q: a\n",
                "(a. ",
                "&",
                "[^a]",
                "!!! a\n    ",
                "---\n",
                "<table><tr><td>",
                "\\",
                "_a",
                "+",
                "link:a[",
                "image:",
                "\u00a0",
                "<b>a. "
            })
    void noPatternBringsAReaderToAHalt(String pattern) {
        byte[] bytes = pattern.repeat(BYTES / pattern.length()).getBytes(StandardCharsets.UTF_8);
        for (String name : new String[] {"a.md", "a.adoc", "a.html", "a.txt"}) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(name, bytes), name);
        }
    }

    private static void read(String name, byte[] bytes) {
        switch (new DocumentReader().read(name, bytes)) {
            case Reading.Read read -> assertThat(Passages.of(read.document())).isNotNull();
            case Reading.Skipped skipped -> assertThat(skipped.reason()).isNotEmpty();
        }
    }
}
