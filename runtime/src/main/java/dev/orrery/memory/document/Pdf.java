package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads a PDF by pages. Its paragraphs, items and headings are told from the size and the distance of lines; lines that
 * stand at the top or foot of several pages are left out.
 */
final class Pdf {
    /** The most pages that are read; of longer documents, the first ones. */
    static final int PAGES_MAX = 2_000;

    private static final Pattern ITEM = Pattern.compile("^(?:[•◦▪●–*·-]|\\d{1,2}[.)])\\s+(\\S.*)$", Pattern.DOTALL);

    private final Draft draft;
    private final double bodySize;
    private SourceText.Builder text = new SourceText.Builder();
    private Kind kind = Kind.PROSE;
    private int itemGroup = -1;
    private int tableGroup = -1;
    private double headingSize;

    private Pdf(Draft draft, double bodySize) {
        this.draft = draft;
        this.bodySize = bodySize;
    }

    static Document read(String path, byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            var draft = new Draft(path, Unit.PAGE);
            List<PdfLine> lines = PdfLine.withoutRunningHeads(PdfLines.of(pdf, PAGES_MAX));
            var reader = new Pdf(draft, PdfLine.bodySize(lines));
            for (int i = 0; i < lines.size(); i++) reader.line(lines, i);
            reader.flush();
            String title = pdf.getDocumentInformation().getTitle();
            if (!draft.hasTitle() && title != null && !title.isBlank()) draft.title(title);
            return draft.finish();
        }
    }

    private void line(List<PdfLine> lines, int i) {
        PdfLine line = lines.get(i);
        if (i > 0 && !line.follows(lines.get(i - 1))) flush();
        if (line.isHeading(bodySize)) {
            boolean goesOn = i > 0 && lines.get(i - 1).isHeading(bodySize) && line.follows(lines.get(i - 1));
            if (kind != Kind.HEADING || !goesOn) {
                flush();
                kind = Kind.HEADING;
                headingSize = line.size();
            }
            append(line, line.text());
            return;
        }
        if (kind == Kind.HEADING) flush();
        if (line.isRow()) {
            flush();
            if (tableGroup < 0) tableGroup = draft.nextGroup();
            var row = new SourceText.Builder().add(line.text(), line.page(), 0);
            draft.add(Kind.ROW, row.build(), tableGroup);
            return;
        }
        tableGroup = -1;
        Matcher item = ITEM.matcher(line.text());
        if (item.matches()) {
            flush();
            kind = Kind.ITEM;
            append(line, item.group(1));
            return;
        }
        append(line, line.text());
    }

    private void append(PdfLine line, String words) {
        // A hyphen at a line's end is kept, and the words around it stay two, as they are in the file.
        boolean broken = !text.isEmpty() && text.build().string().matches("(?s).*\\p{L}-");
        if (!broken) text.add(' ', line.page(), 0);
        text.add(words, line.page(), 0);
    }

    private void flush() {
        SourceText words = text.build();
        text = new SourceText.Builder();
        Kind was = kind;
        kind = Kind.PROSE;
        if (words.isBlank()) return;
        if (was == Kind.HEADING) {
            itemGroup = -1;
            draft.heading(!draft.hasTitle() ? 1 : headingSize > bodySize * 1.5 ? 2 : 3, words);
            return;
        }
        if (was == Kind.ITEM && itemGroup < 0) itemGroup = draft.nextGroup();
        if (was != Kind.ITEM) itemGroup = -1;
        draft.add(was, words, was == Kind.ITEM ? itemGroup : draft.nextGroup());
    }
}
