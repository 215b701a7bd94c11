package dev.orrery.memory.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats that are read, told by a file's name. */
public enum Format {
    /** Plain text. */
    TEXT("txt", "text"),
    /** Markdown: CommonMark with tables. */
    MARKDOWN("md", "markdown", "mdown", "mdx"),
    /** AsciiDoc. */
    ASCIIDOC("adoc", "asciidoc", "asc"),
    /** HTML. */
    HTML("html", "htm", "xhtml"),
    /** PDF. */
    PDF("pdf"),
    /** Word, in its zipped XML form. */
    WORD("docx");

    /** Files without an ending that are plain text by custom. */
    private static final Set<String> TEXTS = Set.of("readme", "changelog", "changes", "news", "history");

    private final String endings;

    Format(String... endings) {
        this.endings = " " + String.join(" ", endings) + " ";
    }

    /** Finds the format of the file {@code path}; empty when it is none that is read. */
    public static Optional<Format> of(String path) {
        String ending = Names.ending(path);
        if (ending.isEmpty() && TEXTS.contains(Names.file(path).toLowerCase(Locale.ROOT))) return Optional.of(TEXT);
        return Arrays.stream(values())
                .filter(f -> f.endings.contains(" " + ending + " "))
                .findFirst();
    }
}
