package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.engine.history.Replayed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** A run's events make the same state again, and what does not is named. */
class ReplayTest {
    @TempDir
    private Path home;

    @Test
    void theSameEventsMakeTheSameStateInEveryProcess() {
        Replayed here;
        try (var orrery = run()) {
            here = orrery.history().replay("looks");
            assertThat(here.difference()).isEmpty();
            assertThat(here.events()).isEqualTo(orrery.events("looks").size());
        }
        try (var orrery = Orrery.open(TwoLooks.config(home))) {
            assertThat(orrery.history().replay("looks")).isEqualTo(here);
        }
    }

    @Test
    void theHashTellsStatesApart() {
        try (var orrery = run()) {
            orrery.run(RunRequest.of(TwoLooks.GOAL + "!").withId("other"), _ -> {});
            assertThat(orrery.history().replay("other").state())
                    .isNotEqualTo(orrery.history().replay("looks").state());
        }
    }

    @Test
    void aListThatSaysSomethingElseIsADifference() throws Exception {
        run().close();
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + home.resolve("journal.db"), new Properties());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE rows SET body = replace(body, 'done', 'gaps') WHERE projection = 'runs'");
        }
        try (var orrery = Orrery.open(TwoLooks.config(home))) {
            Replayed replayed = orrery.history().replay("looks");
            assertThat(replayed.difference().orElseThrow().seq()).isEqualTo(replayed.events());
            assertThat(replayed.difference().orElseThrow().what()).contains("the list 'runs'");
        }
    }

    @Test
    void aRunThatIsNotThereIsRefused() {
        try (var orrery = Orrery.open(TwoLooks.config(home))) {
            assertThatThrownBy(() -> orrery.history().replay("nobody")).hasMessageContaining("there is no run nobody");
        }
    }

    private Orrery run() {
        var orrery = Orrery.open(TwoLooks.config(home));
        orrery.run(RunRequest.of(TwoLooks.GOAL).withId("looks"), _ -> {});
        return orrery;
    }
}
