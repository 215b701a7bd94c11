package dev.orrery.engine.history;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Journal;
import dev.orrery.journal.RecordText;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An export that is read: no more of it than is allowed, and nothing that does not hash to its name. One thread. */
final class RunFile implements AutoCloseable {
    /** How many contents a run may have. */
    private static final int CONTENTS_MAX = 1_000_000;

    private static final int MANIFEST_BYTES_MAX = 64 << 10;
    private static final int HASH_CHARACTERS = 64;
    private static final Pattern CONTENT = Pattern.compile(RunExport.CONTENTS + "[0-9a-f]{64}");

    private final ZipFile zip;
    private final RunManifest manifest;
    private final Set<String> contents = new HashSet<>();

    private RunFile(ZipFile zip) throws IOException {
        this.zip = zip;
        this.manifest = readManifest();
        zip.stream().map(ZipEntry::getName).forEach(this::enter);
    }

    /** Opens {@code file}; refuses what is no export, or one of a newer Orrery. */
    static RunFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new ExportException("there is no file " + file);
        var zip = new ZipFile(file.toFile());
        try {
            return new RunFile(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    RunManifest manifest() {
        return manifest;
    }

    StreamId stream() {
        return StreamId.run(manifest.run());
    }

    /** Returns the names of all contents. */
    Set<String> contents() {
        return Set.copyOf(contents);
    }

    private RunManifest readManifest() throws IOException {
        Json json = JsonText.parse(new String(bytes(RunExport.MANIFEST, MANIFEST_BYTES_MAX), StandardCharsets.UTF_8));
        if (!json.text("format").equals(RunManifest.FORMAT)) throw new ExportException("it is no export of a run");
        long version = json.number("version", 0);
        if (version > RunManifest.VERSION) {
            throw new ExportException("it has version " + version + ", and this Orrery knows versions up to "
                    + RunManifest.VERSION + "; use the newer Orrery");
        }
        if (version < 1) throw new ExportException("its manifest names no version");
        return RunManifest.of(json);
    }

    private void enter(String name) {
        if (name.equals(RunExport.MANIFEST) || name.equals(RunExport.RECORDS)) return;
        if (!CONTENT.matcher(name).matches()) throw new ExportException("it holds what no export holds");
        if (!contents.add(name.substring(RunExport.CONTENTS.length())))
            throw new ExportException("it holds a content twice");
        if (contents.size() > CONTENTS_MAX)
            throw new ExportException("it holds more than " + CONTENTS_MAX + " contents");
    }

    /** Hands all records to {@code reader}, in order, each checked against the chain. */
    void records(Consumer<ChainedRecord> reader) throws IOException {
        String hash = ChainedRecord.origin(stream());
        long seq = 0;
        try (InputStream in = new BufferedInputStream(stream(RunExport.RECORDS), 1 << 16)) {
            for (byte[] line; (line = line(in)) != null; ) {
                ChainedRecord record = record(hash, seq + 1, line);
                reader.accept(record);
                hash = record.hash();
                seq = record.lastSeq();
            }
        }
        if (!hash.equals(manifest.head()) || seq != manifest.events()) {
            throw new ExportException("its records end at event " + seq + " and not where its manifest says");
        }
    }

    private ChainedRecord record(String previous, long firstSeq, byte[] line) {
        String where = "the record with event " + firstSeq + " ";
        if (line.length < HASH_CHARACTERS + 2) throw new ExportException(where + "is cut off");
        byte[] text = Arrays.copyOfRange(line, HASH_CHARACTERS + 1, line.length);
        List<StoredEvent> events;
        try {
            events = RecordText.decode(text);
            if (!Arrays.equals(RecordText.encode(events), text)) throw new ExportException(where + "is damaged");
        } catch (IllegalArgumentException e) {
            throw new ExportException(where + "is damaged", e);
        }
        ChainedRecord record = ChainedRecord.after(previous, stream(), firstSeq, events);
        String said = new String(line, 0, HASH_CHARACTERS + 1, StandardCharsets.US_ASCII);
        if (!said.equals(record.hash() + " "))
            throw new ExportException(where + "does not belong behind the one before");
        return record;
    }

    private static byte @Nullable [] line(InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        for (int b; (b = in.read()) >= 0; out.write(b)) {
            if (b == '\n') return out.toByteArray();
            if (out.size() > Journal.RECORD_BYTES_MAX + HASH_CHARACTERS)
                throw new ExportException("a record is too large");
        }
        if (out.size() > 0) throw new ExportException("its last record is cut off");
        return null;
    }

    /** Returns the content called {@code hash}; empty when it is not in here. */
    Optional<byte[]> content(Hash hash) {
        if (!contents.contains(hash.hex())) return Optional.empty();
        try {
            byte[] bytes = bytes(RunExport.CONTENTS + hash.hex(), Blob.BYTES_MAX);
            if (Hash.of(bytes).equals(hash)) return Optional.of(bytes);
        } catch (IOException e) {
            throw new ExportException("its content " + hash + " cannot be read: " + e.getMessage(), e);
        }
        throw new ExportException("its content " + hash + " has another hash");
    }

    private byte[] bytes(String name, int bytesMax) throws IOException {
        try (InputStream in = stream(name)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) throw new ExportException("its " + name + " is too large");
            return bytes;
        }
    }

    private InputStream stream(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw new ExportException("it is no export of a run: it has no " + name);
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
