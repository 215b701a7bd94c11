package dev.orrery.agent.llm;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.ExtractiveReviewer;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import dev.orrery.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A review in two parts: first everything that can be checked without a model is checked, and only what stands these checks
 * is put to the model, which says of each statement what it is about. Both must pass. A statement that the model finds
 * about nothing is a fault where it does not name its topic either: a small model doubts too readily, and an objection that
 * the text itself refutes would send good work back. Of a report only the sentences are put to it that were worded anew.
 */
final class ReviewForm implements Form {
    private static final int SHOWN_MAX = 24;
    private static final long TOKENS_PER_STATEMENT = 16;
    private static final String NOTHING = "none";

    private final Agent checking = new ExtractiveReviewer();

    @Override
    public Move next(Window window) {
        Turn checked = checking.reply(window);
        if (!(checked instanceof Turn.Final done)) return new Move.Settled(checked);
        Json.Obj verdict = (Json.Obj) done.output();
        List<Judged> statements = Judged.of(window);
        if (!verdict.flag("pass") || statements.isEmpty()) return new Move.Settled(checked);
        return new Move.Asked(question(window, verdict, statements));
    }

    /** A statement and the topic under which it stands. */
    private record Judged(String topic, String text) {
        /** What a report only repeats was judged where it was found. */
        static List<Judged> of(Window window) {
            Json result = window.input("result").orElse(Json.object());
            Set<String> known = Passage.sections(window).stream()
                    .flatMap(p -> p.statements().stream())
                    .map(s -> s.text("text"))
                    .collect(Collectors.toSet());
            return Stream.concat(found(result), written(result).stream().filter(j -> !known.contains(j.text())))
                    .filter(j -> !Suspect.is(j.text()))
                    .limit(SHOWN_MAX)
                    .toList();
        }

        private static Stream<Judged> found(Json result) {
            return result.list("topics").stream()
                    .flatMap(
                            t -> t.list("statements").stream().map(s -> new Judged(t.text("topic"), Passage.shown(s))));
        }

        /** The statements of a report that stand under one of its topics. */
        private static List<Judged> written(Json result) {
            List<String> topics = result.textList("topics");
            var judged = new ArrayList<Judged>();
            String under = "";
            for (Json line : result.list("lines")) {
                String text = line.text("text");
                if (line.text("kind").equals("heading")) {
                    String heading = text.replaceFirst("^#+ ", "");
                    under = topics.stream()
                            .filter(heading::equalsIgnoreCase)
                            .findFirst()
                            .orElse("");
                } else if (line.text("kind").equals("statement") && !under.isEmpty()) {
                    judged.add(new Judged(under, text.replaceFirst("^- ", "").replaceFirst(" (\\[\\d+])+$", "")));
                }
            }
            return judged;
        }

        boolean namesItsTopic() {
            Set<String> words = Set.copyOf(Stems.in(text));
            return Stems.in(topic).stream().anyMatch(t -> words.stream().anyMatch(w -> Stems.related(t, w)));
        }
    }

    private static Question question(Window window, Json.Obj verdict, List<Judged> statements) {
        Json step = window.input("step").orElse(Json.object());
        String subject = step.at("subject").map(s -> s.text("name")).orElse("");
        var topics = new ArrayList<>(
                statements.stream().map(Judged::topic).distinct().toList());
        String text = Texts.goal(window, 300)
                + (subject.isEmpty() ? "" : "Subject: " + subject + "\n")
                + "\nStatements:\n"
                + Texts.numbered("s", statements.stream().map(Judged::text).toList())
                + "\nSay for each statement which topic it tells something about, or \"" + NOTHING
                + "\" when it tells nothing about any of them. Topics: " + String.join(", ", topics) + ".";
        topics.add(NOTHING);
        Map<String, Json> members = new LinkedHashMap<>();
        for (String id : Texts.ids("s", statements.size())) members.put(id, Schema.oneOf(topics));
        return new Question(
                        text,
                        new Shape("review", Schema.object(members)),
                        TOKENS_PER_STATEMENT * statements.size(),
                        reply -> new Turn.Final(combined(verdict, statements, reply)))
                .allowingGaps();
    }

    private static Json combined(Json.Obj verdict, List<Judged> statements, Json reply) {
        var critique = new ArrayList<String>();
        var faults = new ArrayList<Json>();
        for (int i = 0; i < statements.size(); i++) {
            Judged judged = statements.get(i);
            if (!reply.text("s" + (i + 1)).equals(NOTHING) || judged.namesItsTopic()) continue;
            String why = "tells nothing about " + judged.topic();
            // The form in which checks name a statement, too, so that the next attempt leaves it out.
            critique.add("“" + opening(judged.text()) + "” " + why + ".");
            faults.add(Json.object().with("statement", judged.text()).with("why", why));
        }
        if (faults.isEmpty()) return verdict;
        return verdict.with("pass", Json.of(false))
                .with("critique", Json.texts(critique))
                .with("faults", Json.of(faults));
    }

    private static String opening(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
