package dev.orrery.agent.extractive.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamePartsTest {
    private static final List<String> NAMES = List.of("Quay");

    @Test
    void aWordInsideSomebodysNameIsNoTopic() {
        assertThat(NameParts.only("harbour", "Boats from Baltic Harbour pay half.", NAMES))
                .isTrue();
        assertThat(NameParts.only("harbour", "The harbour of Quay is deep.", NAMES))
                .isFalse();
        assertThat(NameParts.only("harbour", "Quay Harbour is deep.", NAMES)).isFalse();
        assertThat(NameParts.only("harbour", "Baltic Harbour is the next harbour.", NAMES))
                .isFalse();
    }
}
