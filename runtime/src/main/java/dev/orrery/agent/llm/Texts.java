package dev.orrery.agent.llm;

import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.List;

/** Writes what questions are made of. */
final class Texts {
    private Texts() {}

    /** Returns {@code text} on one line, and no longer than {@code most} characters. */
    static String brief(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }

    /** Returns the line that says what the user wants, cut to {@code most} characters. */
    static String goal(Window window, int most) {
        return "Goal: " + brief(window.input("goal").flatMap(Json::asText).orElse(""), most) + "\n";
    }

    /** Returns the lines {@code s1: …}, {@code s2: …} of {@code texts}. */
    static String numbered(String letter, List<String> texts) {
        var lines = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            lines.append(letter)
                    .append(i + 1)
                    .append(": ")
                    .append(brief(texts.get(i), 600))
                    .append('\n');
        }
        return lines.toString();
    }

    /** Returns the ids {@code s1}, {@code s2}, … of {@code count} lines. */
    static List<String> ids(String letter, int count) {
        var ids = new ArrayList<String>();
        for (int i = 1; i <= count; i++) ids.add(letter + i);
        return ids;
    }

    /** Returns the place of {@code id} in the list that it was given for, from 0. */
    static int index(String id) {
        return Integer.parseInt(id.substring(1)) - 1;
    }
}
