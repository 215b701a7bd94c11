package dev.orrery;

import dev.orrery.OrreryException.Kind;
import dev.orrery.engine.RunMentions;
import dev.orrery.journal.Home;
import dev.orrery.journal.HomeLock;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.RunList;
import dev.orrery.journal.RunRow;
import dev.orrery.journal.StreamHead;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.kernel.RunStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Removes runs that are over and that nothing needs. For one thread, used once. */
final class Pruner {
    private final SqliteJournal journal;
    private final Home home;
    private final InstantSource clock;

    Pruner(SqliteJournal journal, Home home, InstantSource clock) {
        this.journal = journal;
        this.home = home;
        this.clock = clock;
    }

    PrunedRuns prune(PruneRequest request) {
        List<RunRow> going = going(request);
        List<RunSummary> runs = going.stream().map(Orrery::summary).toList();
        if (request.mode() == PruneRequest.Mode.DRY_RUN) return new PrunedRuns(runs, 0);
        var locks = new ArrayList<HomeLock>();
        try {
            for (RunRow row : going) locks.add(lock(row.run()));
            Set<String> names = going.stream().map(RunRow::run).collect(Collectors.toSet());
            List<StreamHead> heads = journal.streams(StreamId.LOCAL, StreamId.Kind.RUN).stream()
                    .filter(head -> names.contains(head.stream().id()))
                    .toList();
            return new PrunedRuns(runs, journal.prune(heads, new RunMentions(), clock.instant()));
        } catch (JournalException e) {
            throw Orrery.failed(e);
        } finally {
            locks.forEach(HomeLock::close);
        }
    }

    private HomeLock lock(String run) {
        return home.tryLock(StreamId.run(run))
                .orElseThrow(() -> new OrreryException(
                        Kind.FAILED, "run " + run + " is in use by another process; nothing was removed, try again"));
    }

    private List<RunRow> going(PruneRequest request) {
        List<RunRow> all = new RunList(journal, StreamId.LOCAL).all();
        Instant before = clock.instant().minus(request.olderThan());
        List<RunRow> old = all.stream()
                .filter(row -> RunStatus.of(row.status()).ended())
                .sorted(Comparator.comparing(RunRow::updated).reversed())
                .skip(request.keep())
                .filter(row -> !row.updated().isAfter(before))
                // What became of a call is still to be said.
                .filter(row -> row.waiting() == 0)
                .toList();
        return withoutOrigins(all, old);
    }

    /** Keeps the runs that those which stay are copies of, and so on. */
    private static List<RunRow> withoutOrigins(List<RunRow> all, List<RunRow> old) {
        Map<String, RunRow> known = all.stream().collect(Collectors.toMap(RunRow::run, Function.identity()));
        Set<String> going = new HashSet<>(old.stream().map(RunRow::run).toList());
        for (RunRow row : all) {
            RunRow stays = row;
            while (stays != null && !going.contains(stays.run())) {
                String origin = stays.copyOf().orElse("");
                boolean spared = going.remove(origin);
                stays = spared ? known.get(origin) : null;
            }
        }
        return old.stream().filter(row -> going.contains(row.run())).toList();
    }
}
