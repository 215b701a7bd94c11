package dev.orrery.agent.llm;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.ExtractiveReviewer;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import dev.orrery.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A review in two parts: first everything that can be checked without a model is checked, and only what stands these checks
 * is put to the model, which names the statements that do not belong. Both must pass.
 */
final class ReviewForm implements Form {
    private static final int SHOWN_MAX = 40;
    private static final int FAULTS_MAX = 3;
    private static final int WHY_MAX = 160;
    private static final long REPLY_TOKENS_MAX = 250;
    private static final String PASS = "pass";
    private static final String FAIL = "fail";

    private final Agent checking = new ExtractiveReviewer();

    @Override
    public Move next(Window window) {
        Turn checked = checking.reply(window);
        if (!(checked instanceof Turn.Final done)) return new Move.Settled(checked);
        Json.Obj verdict = (Json.Obj) done.output();
        List<Judged> statements = statements(window);
        if (!verdict.flag("pass") || statements.isEmpty()) return new Move.Settled(checked);
        return new Move.Asked(question(window, verdict, statements));
    }

    /** A statement and what it stands under. */
    private record Judged(String topic, String text) {
        String shown() {
            return topic.isEmpty() ? text : "[" + topic + "] " + text;
        }
    }

    private static List<Judged> statements(Window window) {
        Json result = window.input("result").orElse(Json.object());
        Stream<Judged> found = result.list("topics").stream()
                .flatMap(t -> t.list("statements").stream().map(s -> new Judged(t.text("topic"), Passage.shown(s))));
        Stream<Judged> written = result.list("lines").stream()
                .filter(l -> l.text("kind").equals("statement"))
                .map(l -> new Judged("", l.text("text").replaceFirst("^- ", "")));
        return Stream.concat(found, written)
                .filter(j -> !Suspect.is(j.text()))
                .limit(SHOWN_MAX)
                .toList();
    }

    private static Question question(Window window, Json.Obj verdict, List<Judged> statements) {
        Json step = window.input("step").orElse(Json.object());
        String subject = step.at("subject").map(s -> s.text("name")).orElse("");
        String text = "Goal: "
                + Texts.brief(window.input("goal").flatMap(Json::asText).orElse(""), 300) + "\n"
                + (subject.isEmpty() ? "" : "Subject: " + subject + "\n")
                + "\nThe result to judge. Its quotations and citations have been checked already:\n"
                + Texts.numbered("s", statements.stream().map(Judged::shown).toList())
                + "\nFail it only if a statement is plainly about something else than its topic"
                + (subject.isEmpty() ? "" : " or than " + subject)
                + ", or says nothing at all. Name such statements by id with the reason. Otherwise pass it.";
        Map<String, Json> fault = new LinkedHashMap<>();
        fault.put("id", Schema.oneOf(Texts.ids("s", statements.size())));
        fault.put("why", Schema.text(WHY_MAX));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("verdict", Schema.oneOf(List.of(PASS, FAIL)));
        members.put("faults", Schema.listOf(Schema.object(fault), FAULTS_MAX));
        return new Question(
                text,
                new Shape("review", Schema.object(members)),
                REPLY_TOKENS_MAX,
                reply -> new Turn.Final(combined(verdict, statements, reply)));
    }

    private static Json combined(Json.Obj verdict, List<Judged> statements, Json reply) {
        if (reply.text("verdict").equals(PASS)) return verdict;
        List<Json> faults = reply.list("faults");
        if (faults.isEmpty()) throw new UnusableReply("a verdict of fail names at least one statement with its fault");
        var critique = new ArrayList<String>();
        var named = new ArrayList<Json>();
        for (Json fault : faults) {
            String text = statements.get(Texts.index(fault.text("id"))).text();
            String why = Texts.brief(fault.text("why"), WHY_MAX);
            // The form in which checks name a statement, too, so that the next attempt leaves it out.
            critique.add("“" + opening(text) + "” " + why);
            named.add(Json.object().with("statement", text).with("why", why.isEmpty() ? "does not belong" : why));
        }
        return verdict.with("pass", Json.of(false))
                .with("critique", Json.texts(critique.stream().distinct().toList()))
                .with("faults", Json.of(named));
    }

    private static String opening(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
