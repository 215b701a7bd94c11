package dev.orrery.crash;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that reads damaged homes in every way and says of each whether it noticed: {@code HOME WAY noticed PLACE}, or
 * {@code HOME WAY silent}. Arguments: the homes, by their full paths.
 */
final class ReadingProcess {
    private ReadingProcess() {}

    private interface Way {
        void read();
    }

    public static void main(String[] arguments) {
        for (String folder : arguments) {
            var home = Home.open(Path.of(folder));
            String name = home.folder().getFileName().toString();
            // Before anything else: closing a database brings its log into it.
            say(name, "open", () -> SqliteJournal.open(home, SmallRun.LISTS).close());
            say(name, "check", () -> {
                var damages =
                        SqliteJournal.check(home, SmallRun.LISTS, Mentions.NONE).damages();
                if (!damages.isEmpty()) throw new Noticed(damages.getFirst().place());
            });
            say(name, "tail", () -> {
                try (SqliteJournal journal = SqliteJournal.open(home, SmallRun.LISTS)) {
                    journal.tail(0, 9_999);
                }
            });
            say(name, "read", () -> {
                try (SqliteJournal journal = SqliteJournal.open(home, SmallRun.LISTS)) {
                    for (StreamId stream : List.of(WritingProcess.stream("w"))) journal.read(stream, 0, 9_999);
                }
            });
        }
    }

    private static void say(String home, String way, Way reading) {
        try {
            reading.read();
            Said.say(home + " " + way + " silent");
        } catch (JournalException | Noticed e) {
            Said.say(home + " " + way + " noticed " + e.getMessage());
        }
    }

    private static final class Noticed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Noticed(String place) {
            super(place);
        }
    }
}
