package dev.orrery.agent.llm;

import dev.orrery.message.Window;
import java.util.List;

/** What a human asks of the run, and what earlier attempts at the step were criticised for, as a question shows it. */
final class Critiques {
    private static final int SHOWN_MAX = 2;
    private static final int STEERING_MAX = 8;
    private static final int LENGTH_MAX = 500;

    private Critiques() {}

    /** Returns paragraphs that end in a blank line; empty when nobody said anything. */
    static String of(Window window) {
        return steering(window) + before(window);
    }

    /** Returns what a human asks of the run; of many notes the last ones. */
    static String steering(Window window) {
        List<String> notes = window.items(Window.Part.STEERING).stream()
                .map(Window.Item::text)
                .toList();
        if (notes.isEmpty()) return "";
        var text = new StringBuilder("The person who wants this says:\n");
        notes.subList(Math.max(0, notes.size() - STEERING_MAX), notes.size())
                .forEach(n ->
                        text.append("- ").append(Texts.brief(n, LENGTH_MAX)).append('\n'));
        return text.append('\n').toString();
    }

    private static String before(Window window) {
        List<String> notes = window.notes();
        if (notes.isEmpty()) return "";
        var text = new StringBuilder("What was wrong before:\n");
        notes.subList(Math.max(0, notes.size() - SHOWN_MAX), notes.size())
                .forEach(n ->
                        text.append("- ").append(Texts.brief(n, LENGTH_MAX)).append('\n'));
        return text.append('\n').toString();
    }
}
