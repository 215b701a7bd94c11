package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;

/**
 * Reads the paragraphs of a Word file. Tables are left out: what stands in one has no paragraph number that another
 * program would give it too.
 */
final class Word {
    private static final Pattern HEADING = Pattern.compile("(?:heading|berschrift|titre|titolo)[ _]?(\\d)");

    private final Draft draft;
    private final XWPFDocument word;
    private int itemGroup = -1;

    private Word(Draft draft, XWPFDocument word) {
        this.draft = draft;
        this.word = word;
    }

    static Document read(String path, byte[] bytes) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var draft = new Draft(path, Unit.PARAGRAPH);
            var reader = new Word(draft, word);
            var paragraphs = word.getParagraphs();
            for (int i = 0; i < paragraphs.size(); i++) reader.paragraph(paragraphs.get(i), i + 1);
            String title = word.getProperties().getCoreProperties().getTitle();
            if (!draft.hasTitle() && title != null && !title.isBlank()) draft.title(title);
            return draft.finish();
        }
    }

    private void paragraph(XWPFParagraph paragraph, int number) {
        SourceText text = text(paragraph, number);
        if (text.isBlank()) return;
        String style = style(paragraph);
        Matcher heading = HEADING.matcher(style);
        if (style.equals("title") || heading.find()) {
            itemGroup = -1;
            draft.heading(style.equals("title") ? 1 : level(heading), text);
        } else if (paragraph.getNumID() != null || style.startsWith("list")) {
            if (itemGroup < 0) itemGroup = draft.nextGroup();
            draft.add(Kind.ITEM, text, itemGroup);
        } else if (!style.startsWith("toc")) {
            itemGroup = -1;
            draft.add(Kind.PROSE, text, draft.nextGroup());
        }
    }

    /** Below a title the first headings stand one level deeper. */
    private int level(Matcher heading) {
        int level = Integer.parseInt(heading.group(1));
        return Math.clamp(draft.hasTitle() ? level + 1 : level, 1, 6);
    }

    private String style(XWPFParagraph paragraph) {
        String id = paragraph.getStyle();
        if (id == null) return "";
        String name = Optional.ofNullable(word.getStyles())
                .map(s -> s.getStyle(id))
                .map(XWPFStyle::getName)
                .orElse(id);
        return name.toLowerCase(Locale.ROOT);
    }

    private static SourceText text(XWPFParagraph paragraph, int number) {
        var out = new SourceText.Builder();
        for (IRunElement element : paragraph.getIRuns()) {
            if (!(element instanceof XWPFRun run)) continue;
            if (run.isVanish()) continue;
            String words = run.text();
            out.add(words, number, run instanceof XWPFHyperlinkRun ? SourceText.LINK : 0);
        }
        return out.build();
    }
}
