package dev.orrery.engine.history;

import dev.orrery.engine.RunMentions;
import dev.orrery.journal.Journal;
import dev.orrery.journal.RecordText;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Hash;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a run as one file. The same history gives the same bytes. For one thread, used once. */
public final class RunExport {
    static final String MANIFEST = "manifest.json";
    static final String RECORDS = "records.txt";
    static final String CONTENTS = "contents/";

    /** The earliest time that a zip file can name: when a file was written says nothing of the run. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Journal journal;
    private final StreamId run;
    private final RunMentions mentions = new RunMentions();
    private final Set<Hash> named = new LinkedHashSet<>();
    private long records;
    private long events;
    private String head;

    /** Prepares to export {@code run}, which exists, as far as it has come. */
    public RunExport(Journal journal, StreamId run) {
        this.journal = journal;
        this.run = run;
        this.head = ChainedRecord.origin(run);
    }

    /**
     * Writes the run to {@code file}, which appears only when it is complete.
     *
     * @throws ExportException when the file is there already, or cannot be written
     * @throws dev.orrery.journal.JournalDamaged when what is stored of the run is not whole
     */
    public RunManifest write(Path file) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (Files.exists(target)) throw new FileAlreadyExistsException(file.toString());
            try {
                RunManifest manifest = fill(part);
                Files.move(part, target);
                return manifest;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw new ExportException(file + " is there already; name another file", e);
        } catch (IOException e) {
            throw new ExportException(file + " cannot be written (" + e.getMessage() + ")", e);
        } catch (UncheckedIOException e) {
            throw new ExportException(file + " cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private RunManifest fill(Path part) throws IOException {
        try (OutputStream out = Files.newOutputStream(part);
                var zip = new ZipOutputStream(out)) {
            return write(zip);
        }
    }

    private RunManifest write(ZipOutputStream zip) throws IOException {
        begin(zip, RECORDS);
        ChainedRecord.read(journal, run, journal.lastSeq(run), record -> record(zip, record));
        zip.closeEntry();
        for (Hash hash : named) {
            begin(zip, CONTENTS + hash.hex());
            zip.write(content(hash));
            zip.closeEntry();
        }
        var manifest = new RunManifest(run.id(), events, records, named.size(), head);
        begin(zip, MANIFEST);
        zip.write(JsonText.print(manifest.toJson()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return manifest;
    }

    private void record(ZipOutputStream zip, ChainedRecord record) {
        try {
            zip.write((record.hash() + " ").getBytes(StandardCharsets.US_ASCII));
            zip.write(RecordText.encode(record.events()));
            zip.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Recorded event : record.recorded()) named.addAll(mentions.of(event, journal.blobs()::get));
        records++;
        events = record.lastSeq();
        head = record.hash();
    }

    private byte[] content(Hash hash) {
        return journal.blobs()
                .get(hash)
                .orElseThrow(() -> new ExportException("run " + run.id() + " is not whole: its content " + hash
                        + " is missing; `orrery verify-journal` tells more"));
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }
}
