package dev.orrery.testing;

import static dev.orrery.testing.ScriptedReply.user;

import dev.orrery.Orrery;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scripts what a well-behaved model says in the main job: each agent's question has words that no other's has. */
final class ScriptedJob {
    static final String PLAN = "Write the steps of the plan";
    static final String CHOICE = "Which of them tell something about this topic";
    static final String REVIEW = "Say for each statement which topic";
    static final String WORDING = "Say each of them as one plain sentence";
    static final String MEMORY = "Which of them would a later run";

    /** Stands in each sentence that the model words, and in no document. */
    static final String MARK = "In short, ";

    private ScriptedJob() {}

    static void plans(FakeModelServer server) {
        var steps = new ArrayList<Json>();
        List<String> names = List.of("Copper Finch", "Tarnwick", "Velmora Relay");
        for (int i = 0; i < names.size(); i++) steps.add(step("r" + i, "research", names.get(i), List.of()));
        steps.add(step("report", "write", "all", List.of("r0", "r1", "r2")));
        server.when(user("Which of these names is the report to cover")
                .says(Json.object().with("subjects", Json.texts(names))));
        server.when(user(PLAN).says(Json.object().with("steps", Json.of(steps))));
    }

    static Json step(String id, String does, String about, List<String> needs) {
        return Json.object()
                .with("id", id)
                .with("does", does)
                .with("about", about)
                .with("task", "Do what is asked for.")
                .with("needs", Json.texts(needs));
    }

    static void chooses(FakeModelServer server) {
        server.when(user(CHOICE).says(Json.object().with("ids", Json.texts(List.of("s1")))));
    }

    static void passes(FakeModelServer server) {
        server.when(user(REVIEW).says(Json.object()));
    }

    static void remembers(FakeModelServer server) {
        server.when(user(MEMORY).says(Json.object().with("ids", Json.texts(List.of("s1")))));
    }

    /** One section of a report: what the model is asked to word. */
    record Section(String subject, String topic, List<String> statements) {}

    /** Returns what research handed to the writer of {@code run}. */
    static List<Section> chosen(Orrery orrery, String run) {
        Window window =
                orrery.context(run, "write", Optional.empty(), Optional.empty()).window();
        var sections = new ArrayList<Section>();
        for (Json part : window.input("research").orElseThrow().items()) {
            String subject = part.at("item").orElseThrow().text("name");
            for (Json topic : part.at("output").orElseThrow().list("topics")) {
                List<String> texts = topic.list("statements").stream()
                        .map(s -> s.text("text"))
                        .toList();
                sections.add(new Section(subject, topic.text("topic"), texts));
            }
        }
        return sections;
    }

    static void words(FakeModelServer server, List<Section> sections) {
        for (Section section : sections) {
            Json.Obj sentences = Json.object();
            for (int i = 0; i < section.statements().size(); i++) {
                sentences = sentences.with(
                        "s" + (i + 1), MARK + section.statements().get(i));
            }
            server.when(user("Subject: " + section.subject() + "\nTopic: " + section.topic() + "\n\nStatements:")
                    .says(sentences));
        }
    }
}
