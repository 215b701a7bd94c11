package dev.orrery.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.journal.JournalNewer;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an older Orrery wrote is read as if this one had; what a newer one wrote is refused. */
class UpcastersTest {
    private static final Instant AT = Instant.parse("2026-11-24T10:15:30Z");

    @Test
    void eachVersionIsBroughtToTheNextUntilItIsCurrent() {
        Upcasters upcasters = Upcasters.CURRENT
                .with("step.gap", body -> Json.object().with("step", body.text("id")))
                .with("step.gap", body -> ((Json.Obj) body).with("text", "nothing was said"));

        assertThat(upcasters.version("step.gap")).isEqualTo(3);
        assertThat(upcasters.body(event("step.gap", 1, Json.object().with("id", "write"))))
                .isEqualTo(Json.object().with("step", "write").with("text", "nothing was said"));
        assertThat(upcasters.body(event("step.gap", 2, Json.object().with("step", "write"))))
                .isEqualTo(Json.object().with("step", "write").with("text", "nothing was said"));
        Json current = Json.object().with("step", "write").with("text", "why");
        assertThat(upcasters.body(event("step.gap", 3, current))).isEqualTo(current);
        assertThat(upcasters.knows(event("step.gap", 4, current))).isFalse();
    }

    @Test
    void whatIsNewerOrUnknownIsRefusedInWords() {
        assertThatThrownBy(() -> read(event("run.paused", 2, Json.object())))
                .isInstanceOf(JournalNewer.class)
                .hasMessageContaining("run.paused")
                .hasMessageContaining("use the newer Orrery");
        assertThatThrownBy(() -> read(event("run.levitated", 1, Json.object())))
                .isInstanceOf(JournalNewer.class)
                .hasMessageContaining("run.levitated");
    }

    private static void read(StoredEvent event) {
        EventReader.read(new Recorded(StreamId.run("r1"), 1, event, 1));
    }

    private static StoredEvent event(String type, int version, Json body) {
        return new StoredEvent(type, version, AT, body);
    }
}
