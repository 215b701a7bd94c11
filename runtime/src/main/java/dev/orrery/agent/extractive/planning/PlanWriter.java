package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.goal.Goal;
import dev.orrery.agent.extractive.goal.Listing;
import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Nouns;
import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.subjects.Member;
import dev.orrery.agent.extractive.subjects.Resolution.Outsider;
import dev.orrery.agent.extractive.task.Frame.Kind;
import dev.orrery.agent.extractive.task.Frame.Version;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes down a plan: research, once for each subject where there are several, then the report and what to remember. */
final class PlanWriter {
    private static final int OUTSIDERS_MAX = 20;

    private final Window window;
    private final Scope scope;
    private final Coverage coverage;
    private final Compared compared;
    private final Goal goal;
    private final SubjectForm subjects;

    PlanWriter(Window window, Scope scope, SubjectForm subjects, Coverage coverage, Compared compared) {
        this.window = window;
        this.scope = scope;
        this.coverage = coverage;
        this.compared = compared;
        this.goal = scope.goal();
        this.subjects = subjects;
    }

    /** Returns the plan. */
    Json plan() {
        Json list = Json.of(subjects.json());
        return Json.object()
                .with("kind", wire())
                .with("steps", Json.of(List.of(research(), write(), memory())))
                .with("deliver", "write")
                .with("gaps", Json.of(gaps()))
                .with("remarks", Json.texts(remarks()))
                .with(
                        "facts",
                        Json.object()
                                .with("frame", frame())
                                .with("subjects", list)
                                .with("topics", topics()));
    }

    private String wire() {
        return goal.kind().name().toLowerCase(Locale.ROOT);
    }

    private Json research() {
        boolean each = !scope.members().isEmpty();
        Map<String, Json> inputs = new LinkedHashMap<>();
        inputs.put("goal", theGoal());
        if (each) inputs.put("subject", Json.object().with("item", Json.of(true)));
        inputs.put("topics", literal(topics()));
        goal.question().ifPresent(q -> inputs.put("question", literal(Json.of(q))));
        inputs.put("frame", literal(frame()));
        Json.Obj step = Json.object()
                .with("id", "research")
                .with("capability", "research")
                .with("instructions", instructions(each))
                .with("inputs", new Json.Obj(inputs))
                .with("rubric", Json.texts(Rubrics.research(goal, coverage, each)))
                .with("tools", tools(Capability.RESEARCH, Evidence.SEARCH, Evidence.READ, Evidence.OUTLINE));
        if (!each) return step;
        return step.with("scope", Json.texts(List.of("${item.folder}")))
                .with(
                        "forEach",
                        Json.object()
                                .with("over", literal(Json.of(subjects.json())))
                                .with("as", "subject"));
    }

    private String instructions(boolean each) {
        String where = each ? "the files of the subject" : "the documents";
        return switch (goal.kind()) {
                    case CHANGES ->
                        "Find what differs in " + where
                                + " between the versions named in the frame: what is new, what is gone, what was reworded.";
                    case LIST -> "Find every mention in " + where + " of what the frame lists, each with its source.";
                    case FIND -> "Find statements in " + where + " that answer the question.";
                    case SURVEY, COMPARE, SUMMARY -> "Find what " + where + " state on each topic.";
                }
                + " Quote word for word, with the place of each quotation; where nothing is found, say so.";
    }

    private Json write() {
        Map<String, Json> inputs = new LinkedHashMap<>();
        inputs.put("goal", theGoal());
        inputs.put("frame", literal(frame()));
        inputs.put("research", output("research"));
        inputs.put("subjects", literal(Json.of(subjects.json())));
        inputs.put("topics", literal(topics()));
        inputs.put("remarks", literal(Json.texts(remarks())));
        return Json.object()
                .with("id", "write")
                .with("capability", "write")
                .with(
                        "instructions",
                        "Write the report from the validated research, by the rules that are found; change no quotation.")
                .with("inputs", new Json.Obj(inputs))
                .with("rubric", Json.texts(Rubrics.report(goal, subjects.names(), coverage)))
                .with("tools", tools(Capability.WRITE, Evidence.SEARCH, Evidence.READ));
    }

    private Json memory() {
        Map<String, Json> inputs = new LinkedHashMap<>();
        inputs.put("goal", theGoal());
        inputs.put("research", output("research"));
        inputs.put("subjects", literal(Json.of(subjects.json())));
        return Json.object()
                .with("id", "memory")
                .with("capability", "memory")
                .with("instructions", "Propose the key findings for long-term memory, each with its sources.")
                .with("inputs", new Json.Obj(inputs))
                .with("tools", tools(Capability.MEMORY));
    }

    /** Names what the built-in agents use, and what a user's own agents of the capability may use beside that. */
    private Json tools(Capability capability, String... usual) {
        // A plan that names a tool which nobody may use is refused.
        Stream<String> there = Stream.of(usual).filter(window::mayCall);
        Json usable = window.input("request").flatMap(r -> r.at("tools")).orElse(Json.object());
        Stream<String> own = usable.textList(capability.wire()).stream();
        return Json.texts(Stream.concat(there, own).distinct().toList());
    }

    private static Json theGoal() {
        return Json.object().with("goal", Json.of(true));
    }

    private static Json output(String step) {
        return Json.object().with("step", step);
    }

    private static Json literal(Json value) {
        return Json.object().with("value", value);
    }

    private Json topics() {
        String source = coverage.source().wire();
        return Json.of(coverage.topics().stream().map(t -> topic(t, source)).toList());
    }

    private Json topic(String name, String source) {
        List<String> words = FunctionWords.contentOf(name);
        Json.Obj topic = Json.object()
                .with("name", name)
                .with("query", name)
                .with("words", Json.texts(words.isEmpty() ? List.of(name.toLowerCase(Locale.ROOT)) : words))
                .with("from", source);
        return name.equals(Goal.WHAT_IT_IS) ? topic.with("kind", "definition") : topic;
    }

    private Json frame() {
        Json.Obj frame = Json.object().with("kind", wire());
        if (goal.group().isPresent()) {
            frame = frame.with("relation", goal.group().get().noun());
            if (goal.group().get().wanted().isPresent())
                frame = frame.with("wanted", goal.group().get().wanted().getAsInt());
        }
        if (goal.question().isPresent())
            frame = frame.with("question", goal.question().get());
        if (!goal.listings().isEmpty() && goal.kind() == Kind.LIST)
            frame = frame.with("listing", listing(goal.listings().getFirst()));
        if (!compared.versions().isEmpty())
            frame = frame.with(
                    "versions",
                    Json.of(compared.versions().stream()
                            .map(PlanWriter::version)
                            .toList()));
        if (!compared.changelogs().isEmpty()) frame = frame.with("changelogs", Json.texts(compared.changelogs()));
        if (!scope.outsiders().isEmpty()) {
            frame = frame.with(
                    "excluded",
                    Json.of(scope.outsiders().stream()
                            .limit(OUTSIDERS_MAX)
                            .map(PlanWriter::outsider)
                            .toList()));
        }
        Json.Obj from = Json.object().with("source", coverage.source().wire());
        return frame.with(
                "topicsFrom", coverage.rules().isEmpty() ? from : from.with("rules", Json.texts(coverage.rules())));
    }

    private static Json listing(Listing listing) {
        return Json.object()
                .with("noun", listing.noun())
                .with("words", Json.texts(List.of(listing.noun(), Nouns.pluralOf(listing.noun()))))
                .with("qualifiers", Json.texts(listing.qualifiers()));
    }

    private static Json version(Version version) {
        return Json.object().with("name", version.name()).with("under", Json.texts(version.under()));
    }

    private static Json outsider(Outsider outsider) {
        return Json.object()
                .with("name", outsider.name())
                .with("why", outsider.passage().text())
                .with("at", outsider.passage().at());
    }

    private List<Json> gaps() {
        var gaps = new ArrayList<Json>();
        for (Member member : scope.missing()) {
            gaps.add(Json.object()
                    .with("step", "research/" + member.key())
                    .with("text", "No files were supplied for " + member.name() + "."));
        }
        return gaps;
    }

    private List<String> remarks() {
        var remarks = new ArrayList<>(scope.remarks());
        for (String undone : goal.undone()) {
            remarks.add("Not done, since a report is all that is delivered: " + undone + ".");
        }
        if (coverage.source() == Coverage.Source.DOCUMENTS) {
            remarks.add(
                    "The goal and the rules name no topics: each subject is told by what its documents say of it, and"
                            + " on topics that several have in common where they have something to say on them.");
        }
        return remarks;
    }
}
