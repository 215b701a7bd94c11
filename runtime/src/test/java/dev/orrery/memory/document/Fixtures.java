package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import dev.orrery.memory.Passage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files to read, and short ways to what was read. */
final class Fixtures {
    private Fixtures() {}

    static byte[] bytes(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            if (in == null) throw new AssertionError("no fixture " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document read(String path, byte[] bytes) {
        return switch (new DocumentReader().read(path, bytes)) {
            case Reading.Read read -> read.document();
            case Reading.Skipped skipped -> throw new AssertionError(skipped);
        };
    }

    static Document read(String path, String text) {
        return read(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Passage> passages(String name) {
        return Passages.of(read(name, bytes(name)));
    }

    static List<String> texts(List<Passage> passages, Kind... kinds) {
        return passages.stream()
                .filter(p -> kinds.length == 0 || List.of(kinds).contains(p.kind()))
                .map(Passage::text)
                .toList();
    }

    /** Writes a PDF: pages of lines, of which one that begins with {@code #} is large and bold. */
    static byte[] pdf(List<List<String>> pages) {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (List<String> lines : pages) {
                var page = new PDPage();
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    float y = 740;
                    for (String line : lines) {
                        boolean heading = line.startsWith("#");
                        var font = new PDType1Font(heading ? FontName.HELVETICA_BOLD : FontName.HELVETICA);
                        content.beginText();
                        content.setFont(font, heading ? 18 : 11);
                        content.newLineAtOffset(72, y);
                        content.showText(heading ? line.substring(1) : line);
                        content.endText();
                        y -= line.isEmpty() ? 14 : heading ? 30 : 13;
                    }
                }
            }
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a Word file: paragraphs, of which one that begins with {@code #} is a heading. */
    static byte[] word(List<String> paragraphs) {
        try (var word = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            for (String text : paragraphs) {
                var paragraph = word.createParagraph();
                if (text.startsWith("#")) paragraph.setStyle("Heading1");
                paragraph.createRun().setText(text.startsWith("#") ? text.substring(1) : text);
            }
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
