package dev.orrery.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> KNOWN = List.of("run", "runs", "resume", "events", "approve", "approvals");

    @Test
    void aSlipOfTheFingerIsUnderstood() {
        assertThat(Spelling.near("evnets", KNOWN)).containsExactly("events");
        assertThat(Spelling.near("aprove", KNOWN)).containsExactly("approve");
        assertThat(Spelling.near("rn", KNOWN)).containsExactly("run");
    }

    @Test
    void anotherWordIsNot() {
        assertThat(Spelling.near("publish", KNOWN)).isEmpty();
    }
}
