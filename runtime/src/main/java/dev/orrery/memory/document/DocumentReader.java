package dev.orrery.memory.document;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads files into documents. A file that cannot be read is a value, not an exception: one broken file must not keep a
 * folder from being read. Stateless and thread-safe.
 */
public final class DocumentReader {
    /** The largest text file that is read, in bytes. Larger ones are data, not documents. */
    public static final int TEXT_BYTES_MAX = 4 << 20;

    /** The largest PDF or Word file that is read, in bytes; most of such a file is images. */
    public static final int BINARY_BYTES_MAX = 32 << 20;

    /** Returns the largest file of this format that is read, in bytes. */
    public static int bytesMax(Format format) {
        return switch (format) {
            case TEXT, MARKDOWN, ASCIIDOC, HTML -> TEXT_BYTES_MAX;
            case PDF, WORD -> BINARY_BYTES_MAX;
        };
    }

    /** Reads the file called {@code path} with the content {@code bytes}. */
    public Reading read(String path, byte[] bytes) {
        Optional<Format> format = Format.of(path);
        if (format.isEmpty()) return new Reading.Skipped(path, "not a format that is read");
        if (bytes.length > bytesMax(format.get())) {
            return new Reading.Skipped(path, "larger than " + (bytesMax(format.get()) >> 20) + " MiB");
        }
        try {
            return switch (format.get()) {
                case TEXT, MARKDOWN, ASCIIDOC, HTML ->
                    Decoding.text(bytes)
                            .<Reading>map(text -> new Reading.Read(readText(format.get(), path, text)))
                            .orElseGet(() -> new Reading.Skipped(path, "binary content in a text file"));
                case PDF -> new Reading.Read(Pdf.read(path, bytes));
                case WORD -> new Reading.Read(Word.read(path, bytes));
            };
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Parsers of other people throw what they like on broken input; which it was helps the user little.
            return new Reading.Skipped(path, "damaged or protected: " + firstLine(e));
        }
    }

    private static Document readText(Format format, String path, String text) {
        return switch (format) {
            case TEXT -> PlainText.read(path, text);
            case MARKDOWN -> Markdown.read(path, text);
            case ASCIIDOC -> AsciiDoc.read(path, text);
            case HTML -> Html.read(path, text);
            case PDF, WORD -> throw new AssertionError(format + " is not text");
        };
    }

    private static String firstLine(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String line = message.lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 120) + "…" : line;
    }
}
