package dev.orrery.agent.llm;

import dev.orrery.message.Window;
import java.util.List;

/** What earlier attempts at the step were criticised for, as a question shows it. */
final class Critiques {
    private static final int SHOWN_MAX = 2;
    private static final int LENGTH_MAX = 500;

    private Critiques() {}

    /** Returns a paragraph that ends in a blank line; empty when nothing was criticised. */
    static String of(Window window) {
        List<String> notes = window.notes();
        if (notes.isEmpty()) return "";
        var text = new StringBuilder("What was wrong before:\n");
        notes.subList(Math.max(0, notes.size() - SHOWN_MAX), notes.size())
                .forEach(n ->
                        text.append("- ").append(Texts.brief(n, LENGTH_MAX)).append('\n'));
        return text.append('\n').toString();
    }
}
