package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.engine.history.Replay;
import dev.orrery.engine.history.Replayed;
import dev.orrery.journal.Home;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.RunDecider;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import dev.orrery.policy.StandardPolicy;
import dev.orrery.route.CapabilityRouter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
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
    void aStateThatComesOutOtherwiseTheSecondTimeIsADifference() {
        run().close();
        try (var journal = SqliteJournal.open(Home.open(home), List.of())) {
            Replayed replayed = new Replay(journal, StreamId.run("looks"), new Forgetful(), List.of()).run();

            assertThat(replayed.difference().orElseThrow().what()).contains("the state is");
            assertThat(replayed.difference().orElseThrow().seq()).isEqualTo(4);
        }
    }

    /** Forgets the eighth event that it is shown: the fourth one, the second time. */
    private static final class Forgetful implements Decider {
        private final Decider decider = new RunDecider(new StandardPolicy(), new CapabilityRouter());
        private int shown;

        @Override
        public Decision decide(RunState state, Command command, World world) {
            return decider.decide(state, command, world);
        }

        @Override
        public RunState evolve(RunState state, Event event) {
            return ++shown == 8 ? state : decider.evolve(state, event);
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
