package dev.orrery.agent.llm;

import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements of one subject on one topic, which are worded together.
 *
 * @param name names the section within the report
 * @param subject what it is about; may be empty
 * @param topic what is said of it
 * @param statements the statements as research handed them over
 */
record Passage(String name, String subject, String topic, List<Json> statements) {
    /** How many statements are worded at once. */
    private static final int STATEMENTS_MAX = 5;

    Passage {
        statements = List.copyOf(statements);
    }

    /** Returns the sections of the report that {@code window} asks for, in the order of the research. */
    static List<Passage> sections(Window window) {
        var sections = new ArrayList<Passage>();
        Set<String> seen = new HashSet<>();
        for (Json part : parts(window)) {
            Json output = part.at("output").orElse(part);
            String subject = part.at("item").map(i -> i.text("name")).orElse(output.text("subject"));
            for (Json topic : output.list("topics")) {
                add(subject, topic.text("topic"), topic.list("statements"), seen, sections);
            }
            add(subject, "what it is and does", output.list("introduction"), seen, sections);
        }
        return sections;
    }

    private static void add(String subject, String topic, List<Json> found, Set<String> seen, List<Passage> sections) {
        List<Json> statements = found.stream()
                .filter(s -> !Suspect.is(s.text("text")))
                .filter(s -> seen.add(s.text("text")))
                .toList();
        for (int from = 0; from < statements.size(); from += STATEMENTS_MAX) {
            List<Json> some = statements.subList(from, Math.min(statements.size(), from + STATEMENTS_MAX));
            String name = subject + ", " + topic + " " + (from / STATEMENTS_MAX + 1);
            sections.add(new Passage(name, subject, topic, some));
        }
    }

    private static List<Json> parts(Window window) {
        Json research = window.input("research").orElse(Json.object());
        return research instanceof Json.Arr all ? all.items() : List.of(research);
    }

    /** Returns a statement as a model is shown it: a cell of a table needs its row and column to say anything. */
    static String shown(Json statement) {
        String lead = lead(statement);
        return lead.isEmpty() ? statement.text("text") : lead + ": " + statement.text("text");
    }

    /** Returns what belongs to the statement though it stands beside it; headings stay headings. */
    static String lead(Json statement) {
        return statement.text("kind").equals("cell") ? statement.text("lead") : "";
    }
}
