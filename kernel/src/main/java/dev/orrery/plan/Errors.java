package dev.orrery.plan;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a plan, for its author: the first errors in full, of the others the number. */
final class Errors {
    /** The most errors that are spelled out; an author mends no more at a time. */
    static final int MAX = 20;

    private static final int QUOTED_MAX = 80;

    private final List<String> texts = new ArrayList<>();
    private int more;

    void add(String text) {
        if (texts.size() < MAX) texts.add(text);
        else more++;
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    List<String> list() {
        var all = new ArrayList<>(texts);
        if (more > 0) all.add("and " + more + " more");
        return List.copyOf(all);
    }

    /** Quotes what the author wrote, cut where it is too long to be read. */
    static String quoted(String text) {
        return "\"" + (text.length() > QUOTED_MAX ? text.substring(0, QUOTED_MAX) + "…" : text) + "\"";
    }
}
