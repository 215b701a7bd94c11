package dev.orrery.agent.llm;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.ExtractivePlanner;
import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import dev.orrery.model.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Planning in two questions: what the report is about, out of the names and topics that were found in the knowledge, then
 * the steps. The knowledge is searched as the native planner would, so that names are found and not made up; where it
 * cannot tell whom the goal means, a human is asked. A plan around failures is worked out without a model.
 */
final class PlanForm implements Form {
    private static final int STEPS_MAX = 16;
    private static final int TOPICS_MAX = 8;
    private static final int PASSAGES_MAX = 10;
    private static final long POSSIBLE_TOKENS_MAX = 150;
    private static final long ABOUT_TOKENS_MAX = 300;
    private static final long STEPS_TOKENS_MAX = 1_200;

    private final Agent searching = new ExtractivePlanner();

    @Override
    public Move next(Window window) {
        Turn found = searching.reply(window);
        boolean replan = window.input("request").map(r -> r.flag("replan")).orElse(false);
        if (replan || !(found instanceof Turn.Final done)) return new Move.Settled(found);
        Groundwork ground = Groundwork.of(done.output());
        Optional<Json> about = Notes.of(window).with("kind", "about");
        if (ground.base().isEmpty() && Notes.of(window).with("kind", "possible").isEmpty()) {
            return new Move.Asked(possible(window, done.output()));
        }
        if (about.isEmpty() && ground.offersChoice()) return new Move.Asked(about(window, ground));
        Groundwork narrowed = about.map(ground::narrowed).orElse(ground);
        return new Move.Asked(steps(window, narrowed));
    }

    /** Asked where the native planner has no plan: whether a report on the documents can reach the goal at all. */
    private static Question possible(Window window, Json output) {
        String text = goal(window)
                + "\nAll that can be done here is to read the documents that were supplied, to find statements in them, and to"
                + " write a report of these. Nothing else can be looked up, bought, sent, booked or changed.\n"
                + "Can that reach the goal? Answer yes or no, with the reason in one sentence.";
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("reason", Schema.text(300));
        members.put("answer", Schema.oneOf(List.of("yes", "no")));
        return new Question(text, new Shape("possible", Schema.object(members)), POSSIBLE_TOKENS_MAX, reply -> {
            if (reply.text("answer").equals("yes")) {
                return new Turn.Note(Json.object().with("kind", "possible").with("reason", reply.text("reason")));
            }
            return new Turn.Final(output);
        });
    }

    private static Question about(Window window, Groundwork ground) {
        var text = new StringBuilder(goal(window));
        text.append("\nWhat the documents say of it:\n");
        List<String> passages = ground.evidence().isEmpty() ? passages(window) : ground.evidence();
        passages.stream()
                .filter(p -> !Suspect.is(p))
                .limit(PASSAGES_MAX)
                .forEach(p -> text.append("- ").append(Texts.brief(p, 300)).append('\n'));
        text.append("\nNames found: ").append(String.join(", ", ground.names())).append('\n');
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(
                "subjects",
                Schema.listOf(Schema.oneOf(ground.names()), ground.names().size()));
        text.append("\nWhich of these names is the report to cover? Name all that the goal asks for, and none that the")
                .append(" documents say does not count.");
        if (ground.topicsAreOpen()) {
            members.put("topics", Schema.listOf(Schema.text(40), TOPICS_MAX));
            text.append(" Which topics is it to cover? The documents have these in common: ")
                    .append(String.join(", ", ground.topics()))
                    .append(". Name 3 to 6 short topics that serve the goal.");
        }
        return new Question(text.toString(), new Shape("about", Schema.object(members)), ABOUT_TOKENS_MAX, reply -> {
            if (reply.list("subjects").isEmpty()) throw new UnusableReply("name at least one of the subjects");
            return new Turn.Note(((Json.Obj) reply).with("kind", "about"));
        });
    }

    private static Question steps(Window window, Groundwork ground) {
        List<String> subjects = ground.subjects();
        String text = goal(window)
                + (subjects.isEmpty() ? "" : "Subjects: " + String.join(", ", subjects) + "\n")
                + (ground.topics().isEmpty() ? "" : "Topics: " + String.join(", ", ground.topics()) + "\n")
                + Critiques.of(window)
                + "\nWrite the steps of the plan. Each has an id, what it does, what it is about, its task in one sentence, and"
                + " the ids of the steps whose results it needs.\n"
                + "- research finds statements in the documents. There is one such step "
                + (subjects.isEmpty() ? "about all" : "for each subject, and it is about that subject")
                + "; it needs nothing.\n"
                + "- write makes the report. It is the last step, is about all, and needs every research step.";
        Map<String, Json> step = new LinkedHashMap<>();
        step.put("id", Schema.text(40));
        step.put("does", Schema.oneOf(ground.capabilities(window)));
        step.put("about", Schema.oneOf(ground.abouts()));
        step.put("task", Schema.text(200));
        step.put("needs", Schema.listOf(Schema.text(40), STEPS_MAX));
        Json.Obj schema = Schema.object(Map.of("steps", Schema.listOf(Schema.object(step), STEPS_MAX)));
        return new Question(
                text,
                new Shape("plan", schema),
                STEPS_TOKENS_MAX,
                reply -> new Turn.Final(new PlanOfSteps(window, ground, reply.list("steps")).plan()));
    }

    private static String goal(Window window) {
        return Texts.goal(window, 600);
    }

    private static List<String> passages(Window window) {
        return Evidence.of(window).passages().stream().map(Passage::text).toList();
    }
}
