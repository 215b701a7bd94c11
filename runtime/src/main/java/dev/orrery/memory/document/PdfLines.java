package dev.orrery.memory.document;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gathers the lines of a PDF with their size and position. Not thread-safe; one reads one document. */
final class PdfLines extends PDFTextStripper {
    /** A gap wider than this many times the size of type separates cells rather than words. */
    private static final double CELL_GAP = 1.3;

    /** PDFBox complains about fonts as if someone were to look at the page; kept so that it is not collected. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        QUIET.forEach(l -> l.setLevel(Level.OFF));
        // The mapper that PDFBox brings reads every font of the machine and writes a cache into the user's home.
        FontMappers.set(new PdfFonts());
    }

    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> positions = new ArrayList<>();

    private PdfLines() {
        setSuppressDuplicateOverlappingText(true);
    }

    /** Returns the lines of the first {@code pagesMax} pages, in the order in which they are written. */
    static List<PdfLine> of(PDDocument pdf, int pagesMax) throws IOException {
        var stripper = new PdfLines();
        stripper.setEndPage(pagesMax);
        stripper.getText(pdf);
        return stripper.edges();
    }

    @Override
    protected void writeString(String words, List<TextPosition> at) {
        if (at.isEmpty()) return;
        TextPosition first = at.getFirst();
        if (!positions.isEmpty()) {
            TextPosition last = positions.getLast();
            double gap = first.getXDirAdj() - (last.getXDirAdj() + last.getWidthDirAdj());
            if (gap > CELL_GAP * first.getFontSizeInPt()) text.append(" |");
            if (gap > 0 && !text.isEmpty()) text.append(' ');
        }
        text.append(words);
        positions.addAll(at);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        flush();
    }

    @Override
    protected void writeParagraphSeparator() {
        flush();
    }

    @Override
    protected void writeParagraphEnd() {
        flush();
    }

    @Override
    protected void writePageEnd() {
        flush();
    }

    private void flush() {
        String words = text.toString().replaceAll("\\s+", " ").strip();
        if (!words.isEmpty() && !positions.isEmpty()) {
            TextPosition first = positions.getFirst();
            boolean bold = positions.stream().allMatch(PdfLines::isBold);
            lines.add(new PdfLine(
                    getCurrentPageNo(),
                    words,
                    first.getFontSizeInPt(),
                    bold,
                    first.getXDirAdj(),
                    first.getYDirAdj(),
                    false));
        }
        text.setLength(0);
        positions.clear();
    }

    private static boolean isBold(TextPosition position) {
        String name = position.getFont().getName();
        return name != null && name.toLowerCase(java.util.Locale.ROOT).contains("bold");
    }

    /** Marks the two uppermost and the two lowest lines of each page: they may be its running head or foot. */
    private List<PdfLine> edges() {
        Map<Integer, List<Double>> tops =
                lines.stream().collect(groupingBy(PdfLine::page, mapping(PdfLine::top, toList())));
        tops.values().forEach(Collections::sort);
        return lines.stream()
                .map(l -> {
                    List<Double> on = tops.getOrDefault(l.page(), List.of());
                    int second = Math.min(1, on.size() - 1);
                    boolean edge = l.top() <= on.get(second) || l.top() >= on.get(on.size() - 1 - second);
                    return new PdfLine(l.page(), l.text(), l.size(), l.bold(), l.left(), l.top(), edge);
                })
                .toList();
    }
}
