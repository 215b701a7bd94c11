package dev.orrery.engine.history;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Home;
import dev.orrery.journal.HomeLock;
import dev.orrery.journal.Journal;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Decider;
import dev.orrery.message.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a run in that {@link RunExport} wrote. All of the file is checked before anything of it is written. For one
 * thread, used once.
 */
public final class RunImport {
    /** Contents are handed over in portions of about so many bytes, one commit each. */
    private static final int PORTION_BYTES = 16 << 20;

    private final Journal journal;
    private final Home home;
    private final Decider decider;

    /** Prepares to import into {@code journal}, that of {@code home}. */
    public RunImport(Journal journal, Home home, Decider decider) {
        this.journal = journal;
        this.home = home;
        this.decider = decider;
    }

    /**
     * Reads {@code file} and keeps its run. Of a run whose beginning is here, as an import that was killed leaves it, the
     * rest is added.
     *
     * @throws ExportException when the file is damaged, of a newer Orrery, or its run is here with another history;
     *     nothing was written
     */
    public Imported read(Path file) {
        try (RunFile exported = RunFile.open(file)) {
            check(exported);
            return keep(exported);
        } catch (ExportException e) {
            throw new ExportException(file + " cannot be imported: " + e.getMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ExportException(file + " is damaged or no export of a run: " + e.getMessage(), e);
        }
    }

    private void check(RunFile exported) throws IOException {
        var check = new RunCheck(exported, decider);
        exported.records(check);
        check.end();
    }

    private Imported keep(RunFile exported) throws IOException {
        StreamId run = exported.stream();
        long here = journal.lastSeq(run);
        requireSame(exported, run, Math.min(here, exported.manifest().events()));
        if (here >= exported.manifest().events()) return new Imported(exported.manifest(), 0);
        try (HomeLock _ = home.tryLock(run)
                .orElseThrow(() -> new ExportException("run " + run.id() + " is being worked on here"))) {
            contents(exported);
            exported.records(record -> {
                if (record.firstSeq() > here) journal.append(run, record.firstSeq() - 1, record.events());
            });
        }
        return new Imported(exported.manifest(), exported.manifest().events() - here);
    }

    /** Refuses a run whose history up to event {@code lastSeq} is another one here: the chains differ. */
    private void requireSame(RunFile exported, StreamId run, long lastSeq) throws IOException {
        String here = ChainedRecord.read(journal, run, lastSeq, _ -> {});
        String[] there = {ChainedRecord.origin(run)};
        exported.records(record -> {
            if (record.lastSeq() <= lastSeq) there[0] = record.hash();
        });
        if (here.equals(there[0])) return;
        throw new ExportException("there is a run " + run.id() + " here with another history");
    }

    private void contents(RunFile exported) {
        List<Blob> portion = new ArrayList<>();
        long bytes = 0;
        for (String name : exported.contents()) {
            Blob blob = Blob.of(exported.content(new Hash(name)).orElseThrow());
            portion.add(blob);
            bytes += blob.size();
            if (bytes < PORTION_BYTES) continue;
            journal.blobs().put(portion);
            portion.clear();
            bytes = 0;
        }
        journal.blobs().put(portion);
    }

    /**
     * What an import did.
     *
     * @param manifest what the file says of itself
     * @param added how many events were added; 0 when all of them were here already
     */
    public record Imported(RunManifest manifest, long added) {}
}
