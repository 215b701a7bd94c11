package dev.orrery.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference between two texts by lines: a longest common subsequence, shown in unified form. The table that finds it
 * grows with the product of the lines, so what is equal at both ends is set aside first, and texts whose rest is larger
 * than {@value #CELLS_MAX} cells are shown as wholly replaced.
 */
public final class LineDiff {
    /** How many equal lines stand around a difference. */
    static final int AROUND = 3;

    private static final long CELLS_MAX = 16_000_000;

    private final List<String> left;
    private final List<String> right;
    private final List<String> lines = new ArrayList<>();

    private LineDiff(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
    }

    /**
     * Returns the lines of the difference: {@code " same"}, {@code "-only left"}, {@code "+only right"}, and
     * {@code "@@ -3 +4 @@"} before each stretch, with the stretch's first line on either side. Empty when the texts are
     * equal.
     */
    public static List<String> of(List<String> left, List<String> right) {
        if (left.equals(right)) return List.of();
        var diff = new LineDiff(left, right);
        diff.compare();
        return diff.stretches();
    }

    private void compare() {
        int start = 0;
        int leftEnd = left.size();
        int rightEnd = right.size();
        while (start < leftEnd && start < rightEnd && left.get(start).equals(right.get(start))) start++;
        while (leftEnd > start && rightEnd > start && left.get(leftEnd - 1).equals(right.get(rightEnd - 1))) {
            leftEnd--;
            rightEnd--;
        }
        left.subList(0, start).forEach(line -> lines.add(" " + line));
        between(left.subList(start, leftEnd), right.subList(start, rightEnd));
        left.subList(leftEnd, left.size()).forEach(line -> lines.add(" " + line));
    }

    private void between(List<String> a, List<String> b) {
        if ((long) (a.size() + 1) * (b.size() + 1) > CELLS_MAX) {
            a.forEach(line -> lines.add("-" + line));
            b.forEach(line -> lines.add("+" + line));
            return;
        }
        int[][] common = common(a, b);
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            boolean both = i < a.size() && j < b.size();
            if (both && a.get(i).equals(b.get(j))) {
                lines.add(" " + a.get(i++));
                j++;
            } else if (j == b.size() || both && common[i + 1][j] >= common[i][j + 1]) {
                lines.add("-" + a.get(i++));
            } else {
                lines.add("+" + b.get(j++));
            }
        }
    }

    /** Returns how many lines the ends of both texts that begin at each pair of lines have in common. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private List<String> stretches() {
        var shown = new ArrayList<String>();
        int leftLine = 1;
        int rightLine = 1;
        int shownTo = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (near(i)) {
                if (shown.isEmpty() || shownTo < i) shown.add("@@ -" + leftLine + " +" + rightLine + " @@");
                shown.add(lines.get(i));
                shownTo = i + 1;
            }
            char kind = lines.get(i).charAt(0);
            if (kind != '+') leftLine++;
            if (kind != '-') rightLine++;
        }
        return List.copyOf(shown);
    }

    private boolean near(int index) {
        for (int i = Math.max(0, index - AROUND); i <= Math.min(lines.size() - 1, index + AROUND); i++) {
            if (lines.get(i).charAt(0) != ' ') return true;
        }
        return false;
    }
}
