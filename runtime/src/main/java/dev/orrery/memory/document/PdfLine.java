package dev.orrery.memory.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line as it stands on a page.
 *
 * @param page its page, from 1
 * @param text its words; wide gaps between them, as in a table, are written as {@code |}
 * @param size the size of its type, in points
 * @param bold whether all of it is bold
 * @param left its distance from the left edge, in points
 * @param top its distance from the top, in points
 * @param edge whether it stands near the upper or lower edge of its page
 */
record PdfLine(int page, String text, double size, boolean bold, double left, double top, boolean edge) {
    /** A line further than this many times its size below another begins a new paragraph. */
    private static final double LEADING_MAX = 1.7;

    private static final int HEADING_CHARS_MAX = 120;
    private static final int RUNNING_PAGES_MAX = 3;

    /** Tells whether this line goes on with the paragraph of {@code before}. */
    boolean follows(PdfLine before) {
        if (Math.abs(size - before.size) > 0.6 || bold != before.bold && isShort(before)) return false;
        if (page != before.page) {
            return page == before.page + 1
                    && !before.text.matches("(?s).*[.!?:;|]")
                    && Character.isLowerCase(text.codePointAt(0));
        }
        double down = top - before.top;
        return down > 0 && down <= LEADING_MAX * Math.max(size, before.size);
    }

    private static boolean isShort(PdfLine line) {
        return line.text.length() < HEADING_CHARS_MAX;
    }

    boolean isHeading(double bodySize) {
        boolean larger = size > bodySize * 1.12 || bold && size >= bodySize * 0.98;
        return larger && text.length() <= HEADING_CHARS_MAX && !text.matches("(?s).*[.;,]") && !isRow();
    }

    boolean isRow() {
        return text.contains(" | ");
    }

    /** Returns the size in which most characters are set. */
    static double bodySize(List<PdfLine> lines) {
        Map<Double, Integer> chars = new HashMap<>();
        for (PdfLine line : lines) chars.merge(Math.rint(line.size * 2) / 2, line.text.length(), Integer::sum);
        return chars.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(10.0);
    }

    /** Returns {@code lines} without those that stand at the edge of several pages, page numbers aside: of three, or of all when there are fewer. */
    static List<PdfLine> withoutRunningHeads(List<PdfLine> lines) {
        Map<String, Set<Integer>> pages = new HashMap<>();
        for (PdfLine line : lines) {
            if (line.edge)
                pages.computeIfAbsent(line.shape(), _ -> new HashSet<>()).add(line.page);
        }
        int all = lines.isEmpty() ? 1 : lines.getLast().page;
        int many = Math.clamp(all, 2, RUNNING_PAGES_MAX);
        return lines.stream()
                .filter(l -> !l.edge || !l.text.matches("[\\d\\s/|.-]+|(?i)page\\s+\\d+.*"))
                .filter(l -> !l.edge || pages.getOrDefault(l.shape(), Set.of()).size() < many)
                .toList();
    }

    private String shape() {
        return text.replaceAll("\\d+", "0");
    }
}
