package dev.orrery.agent.extractive.review;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.agent.extractive.task.Task;
import dev.orrery.agent.extractive.task.Topic;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reviews what research found: is every quotation true to its place, about the subject and on the topic, and was enough
 * searched? That nothing was found is no fault; that nothing was searched is.
 */
final class ResearchReview implements Review {
    private static final int PASSAGES_MAX = 400;
    /** More places than these are not read again; the rest is judged by what can be seen without. */
    private static final int READS_MAX = 96;

    private final Task task;
    private final Json result;
    private final boolean reads;
    private final Evidence evidence;

    ResearchReview(Window window, Json result) {
        this.task = Task.of(window);
        this.result = result;
        this.reads = window.mayCall(Evidence.READ);
        this.evidence = Evidence.of(window.exchanges());
    }

    @Override
    public List<ToolCall> wanted() {
        if (!reads) return List.of();
        var calls = new LinkedHashSet<ToolCall>();
        for (Json statement : allStatements()) {
            for (Json cite : statement.list("cites")) {
                if (!cite.text("path").isBlank() && calls.size() < READS_MAX) calls.add(read(cite));
            }
        }
        return evidence.missing(calls);
    }

    private static ToolCall read(Json cite) {
        Json.Obj arguments = Json.object().with("path", cite.text("path"));
        long index = cite.number("index", -1);
        return new ToolCall(
                Evidence.READ,
                index < 0
                        ? arguments.with("limit", PASSAGES_MAX)
                        : arguments.with("from", index).with("limit", 1));
    }

    @Override
    public void judge(Verdict verdict) {
        if (!(result.at("topics").orElse(Json.object()) instanceof Json.Arr topics)) {
            verdict.demand("The result is no findings: it needs a list “topics”.");
            return;
        }
        coverage(topics.items(), verdict);
        var seen = new HashSet<String>();
        for (Json topic : topics.items()) topic(topic, seen, verdict);
        for (Json statement : result.list("definition")) statement(statement, Optional.empty(), verdict);
        for (Json statement : result.list("introduction")) statement(statement, Optional.empty(), verdict);
        for (Json conflict : result.list("conflicts")) conflict(conflict, verdict);
    }

    private void coverage(List<Json> found, Verdict verdict) {
        boolean searched = result.number("searches", 0) > 0
                || found.stream().anyMatch(t -> !t.textList("searched").isEmpty());
        if (!searched) verdict.demand("Nothing was searched: search the knowledge for each topic before you answer.");
        for (Topic topic : task.topics()) {
            Optional<Json> entry = found.stream()
                    .filter(t -> t.text("topic").equalsIgnoreCase(topic.name()))
                    .findFirst();
            if (entry.isEmpty()) {
                verdict.demand(
                        "The topic “" + topic.name() + "” is missing: report on it, or say that nothing was found.");
            } else if (searched
                    && entry.get().list("statements").isEmpty()
                    && !topic.definition()
                    && entry.get().textList("searched").isEmpty()) {
                verdict.demand("Nothing was searched for “" + topic.name() + "”.");
            }
        }
    }

    private void topic(Json entry, Set<String> seen, Verdict verdict) {
        Optional<Topic> topic = task.topics().stream()
                .filter(t -> t.name().equalsIgnoreCase(entry.text("topic")) && !t.definition())
                .findFirst();
        for (Json statement : entry.list("statements")) {
            statement(statement, topic, verdict);
            if (!seen.add(statement.text("text"))) verdict.fault(statement.text("text"), "is said twice; say it once.");
        }
    }

    private void conflict(Json conflict, Verdict verdict) {
        List<Json> both = conflict.list("statements");
        if (both.size() != 2) verdict.demand("A conflict consists of two statements.");
        for (Json statement : both) statement(statement, Optional.empty(), verdict);
    }

    private void statement(Json statement, Optional<Topic> topic, Verdict verdict) {
        verdict.checked();
        String text = statement.text("text");
        List<Json> cites = statement.list("cites").stream()
                .filter(c -> !c.text("path").isBlank() && !c.text("at").isBlank())
                .toList();
        if (text.isBlank()) {
            verdict.demand("A statement has no text.");
        } else if (cites.isEmpty()) {
            verdict.fault(text, "cites no place; add path and lines.");
        } else {
            places(text, cites, verdict);
            topic.filter(t -> !onTopic(t, statement, cites))
                    .ifPresent(t -> verdict.fault(text, "is not about “" + t.name() + "”."));
        }
    }

    private void places(String text, List<Json> cites, Verdict verdict) {
        for (Json cite : cites) {
            boolean within = task.subject().map(s -> s.holds(cite.text("path"))).orElse(true);
            if (!within) {
                String folder = task.subject().map(Subject::folder).orElse("");
                verdict.fault(text, "comes from " + cite.text("path") + ", not from " + folder + "; leave it out.");
            }
        }
        if (!reads) return;
        boolean quoted = cites.stream().anyMatch(c -> Quotation.isTrue(text, c, evidence.passages()));
        if (!quoted)
            verdict.fault(text, "does not stand so in " + cites.getFirst().text("at") + "; quote it word for word.");
    }

    /** Tells whether one of the topic's words stands in the statement, over it, or in the name of its file. */
    private boolean onTopic(Topic topic, Json statement, List<Json> cites) {
        var around = new ArrayList<String>(statement.textList("headings"));
        around.add(statement.text("text"));
        around.add(statement.text("lead"));
        for (Json cite : cites) {
            around.add(cite.text("path").replaceAll("[-_/.]", " "));
            evidence.passages().stream()
                    .filter(p -> p.standsIn(cite))
                    .map(Passage::title)
                    .forEach(around::add);
        }
        Set<String> stems = Stems.in(String.join(" ", around));
        String joined = String.join("", Stems.in(statement.text("text")));
        return topic.words().stream()
                .map(Stems::of)
                .anyMatch(w -> joined.contains(w) || stems.stream().anyMatch(s -> Stems.related(w, s)));
    }

    private List<Json> allStatements() {
        var all = new ArrayList<Json>();
        for (Json topic : result.list("topics")) all.addAll(topic.list("statements"));
        all.addAll(result.list("definition"));
        all.addAll(result.list("introduction"));
        for (Json conflict : result.list("conflicts")) all.addAll(conflict.list("statements"));
        return all;
    }
}
