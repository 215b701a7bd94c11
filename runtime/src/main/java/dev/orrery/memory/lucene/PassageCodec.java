package dev.orrery.memory.lucene;

import dev.orrery.memory.Kind;
import dev.orrery.memory.Knowledge.Unread;
import dev.orrery.memory.KnowledgeFile;
import dev.orrery.memory.Passage;
import dev.orrery.memory.Place;
import dev.orrery.message.Hash;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes files with their passages as bytes, and reads them again. Headings are written once for each run of passages
 * below them, and the passage before only when it is not the one just written.
 */
final class PassageCodec {
    /** A text longer than this cannot have been written here. */
    private static final int TEXT_BYTES_MAX = 8 << 20;

    private PassageCodec() {}

    static void write(Parsed parsed, OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(parsed.unread().size());
        for (Unread unread : parsed.unread()) {
            text(out, unread.path());
            text(out, unread.reason());
        }
        out.writeInt(parsed.files().size());
        for (KnowledgeFile file : parsed.files()) {
            text(out, file.path());
            text(out, file.content().hex());
            text(out, file.title());
            text(out, file.version().orElse(""));
            out.writeInt(file.passages().size());
            List<String> headings = List.of();
            String before = "";
            for (Passage p : file.passages()) {
                write(p, headings, before, out);
                headings = p.headings();
                before = p.text();
            }
        }
        out.flush();
    }

    private static void write(Passage p, List<String> headings, String before, DataOutputStream out)
            throws IOException {
        out.writeInt(p.index());
        text(out, p.kind().wire());
        boolean same = p.headings().equals(headings);
        out.writeByte(same ? -1 : p.headings().size());
        if (!same) for (String heading : p.headings()) text(out, heading);
        text(out, p.text());
        switch (p.place()) {
            case Place.Lines l -> place(out, 0, l.first(), l.last());
            case Place.Page page -> place(out, 1, page.number(), 0);
            case Place.Paragraph paragraph -> place(out, 2, paragraph.number(), 0);
        }
        out.writeInt(p.block());
        out.writeInt(p.position());
        boolean follows = !p.before().isEmpty() && p.before().equals(before);
        out.writeBoolean(follows);
        if (!follows) text(out, p.before());
        out.writeDouble(p.codeShare());
        out.writeDouble(p.linkShare());
        text(out, p.column());
        text(out, p.row());
    }

    private static void place(DataOutputStream out, int kind, int first, int last) throws IOException {
        out.writeByte(kind);
        out.writeInt(first);
        out.writeInt(last);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is something else
     */
    static Parsed read(Path file) throws IOException {
        try (var stream = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            var in = new Reader(stream);
            var unread = new ArrayList<Unread>();
            for (int i = in.count(); i > 0; i--) unread.add(new Unread(in.text(), in.text()));
            var files = new ArrayList<KnowledgeFile>();
            for (int i = in.count(); i > 0; i--) files.add(in.file());
            return new Parsed(List.copyOf(files), List.copyOf(unread));
        }
    }

    private static final class Reader {
        private final DataInputStream in;
        private final Map<String, String> known = new HashMap<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        KnowledgeFile file() throws IOException {
            String path = text();
            Hash content;
            try {
                content = new Hash(text());
            } catch (IllegalArgumentException e) {
                throw new IOException("no hash where one was written", e);
            }
            String title = text();
            String version = text();
            int count = count();
            var passages = new ArrayList<Passage>();
            List<String> headings = List.of();
            String before = "";
            for (int i = 0; i < count; i++) {
                Passage p = passage(headings, before);
                passages.add(p);
                headings = p.headings();
                before = p.text();
            }
            return new KnowledgeFile(path, content, title, Optional.of(version).filter(v -> !v.isEmpty()), passages);
        }

        private Passage passage(List<String> above, String last) throws IOException {
            int index = in.readInt();
            Kind kind = Kind.of(shared()).orElseThrow(() -> new IOException("no kind of passage"));
            int own = in.readByte();
            List<String> headings = own < 0 ? above : texts(own);
            String text = text();
            Place place = place();
            int block = in.readInt();
            int position = in.readInt();
            String before = in.readBoolean() ? last : text();
            return new Passage(
                    index,
                    kind,
                    headings,
                    text,
                    place,
                    block,
                    position,
                    before,
                    in.readDouble(),
                    in.readDouble(),
                    shared(),
                    shared());
        }

        private Place place() throws IOException {
            int kind = among(in.readByte(), 3);
            int first = in.readInt();
            int last = in.readInt();
            return kind == 0
                    ? new Place.Lines(first, last)
                    : kind == 1 ? new Place.Page(first) : new Place.Paragraph(first);
        }

        private List<String> texts(int count) throws IOException {
            var texts = new ArrayList<String>();
            for (int i = 0; i < count; i++) texts.add(shared());
            return texts;
        }

        /** Headings and names of columns recur: equal ones are kept once. */
        private String shared() throws IOException {
            String text = text();
            return known.computeIfAbsent(text, t -> t);
        }

        private String text() throws IOException {
            byte[] bytes = in.readNBytes(among(in.readInt(), TEXT_BYTES_MAX));
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private int count() throws IOException {
            return among(in.readInt(), Integer.MAX_VALUE);
        }

        private static int among(int value, int below) throws IOException {
            if (value < 0 || value >= below) throw new IOException("not written by this program: " + value);
            return value;
        }
    }
}
