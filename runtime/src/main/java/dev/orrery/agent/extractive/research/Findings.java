package dev.orrery.agent.extractive.research;

import dev.orrery.agent.extractive.selection.Conflicts;
import dev.orrery.agent.extractive.selection.Statement;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What research hands on.
 *
 * @param subject what it is about
 * @param definition what the subject says it is
 * @param introduction what else the subject says of itself, where nobody named topics
 * @param topics what was found on each topic, in order
 * @param conflicts statements of the subject that contradict each other
 * @param searches how many searches were made
 */
public record Findings(
        Optional<Subject> subject,
        Optional<Statement> definition,
        List<Statement> introduction,
        List<OnTopic> topics,
        List<Conflicts.Conflict> conflicts,
        int searches) {

    /** What was found on one topic, and with which queries. */
    public record OnTopic(String topic, List<Statement> statements, List<String> searched) {
        public OnTopic {
            statements = List.copyOf(statements);
            searched = List.copyOf(searched);
        }

        private Json toJson() {
            return Json.object()
                    .with("topic", topic)
                    .with(
                            "statements",
                            Json.of(statements.stream().map(Statement::toJson).toList()))
                    .with("none", Json.of(statements.isEmpty()))
                    .with("searched", Json.texts(searched));
        }

        private static Optional<OnTopic> of(Json json) {
            if (json.text("topic").isBlank()) return Optional.empty();
            List<Statement> statements = statementsOf(json, "statements");
            return Optional.of(new OnTopic(json.text("topic"), statements, json.textList("searched")));
        }
    }

    public Findings {
        introduction = List.copyOf(introduction);
        topics = List.copyOf(topics);
        conflicts = List.copyOf(conflicts);
    }

    /** Returns the form in which findings are handed on. */
    public Json.Obj toJson() {
        Json.Obj json = Json.object();
        if (subject.isPresent())
            json = json.with("subject", subject.get().name())
                    .with("folder", subject.get().folder());
        if (definition.isPresent())
            json = json.with("definition", Json.of(List.of(definition.get().toJson())));
        if (!introduction.isEmpty())
            json = json.with(
                    "introduction",
                    Json.of(introduction.stream().map(Statement::toJson).toList()));
        return json.with("topics", Json.of(topics.stream().map(OnTopic::toJson).toList()))
                .with(
                        "conflicts",
                        Json.of(conflicts.stream()
                                .map(Conflicts.Conflict::toJson)
                                .toList()))
                .with("searches", searches);
    }

    /** Reads findings, those of a foreign agent too: what does not fit is as if it were not there. */
    public static Findings of(Json json) {
        var topics = new ArrayList<OnTopic>();
        for (Json topic : json.list("topics")) OnTopic.of(topic).ifPresent(topics::add);
        return new Findings(
                Optional.of(json.text("subject")).filter(s -> !s.isBlank()).flatMap(Findings::subjectNamed),
                statementsOf(json, "definition").stream().findFirst(),
                statementsOf(json, "introduction"),
                topics,
                json.list("conflicts").stream()
                        .flatMap(c -> Conflicts.Conflict.of(c).stream())
                        .toList(),
                (int) json.number(
                        "searches",
                        topics.stream().mapToInt(t -> t.searched().size()).sum()));
    }

    private static Optional<Subject> subjectNamed(String name) {
        return Subject.of(Json.object().with("name", name));
    }

    private static List<Statement> statementsOf(Json json, String member) {
        return json.list(member).stream().flatMap(s -> Statement.of(s).stream()).toList();
    }
}
