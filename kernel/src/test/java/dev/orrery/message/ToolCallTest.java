package dev.orrery.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A call is the same before and after it was written, or its key would change with a restart. */
class ToolCallTest {
    @Test
    void argumentsThatAreNullAreNone() {
        assertThat(new ToolCall("look", new Json.Null())).isEqualTo(new ToolCall("look", Json.object()));
    }
}
