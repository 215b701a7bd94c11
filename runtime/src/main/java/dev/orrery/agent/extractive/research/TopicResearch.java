package dev.orrery.agent.extractive.research;

import dev.orrery.agent.extractive.selection.Conflicts;
import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.selection.Introduction;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.selection.Selector;
import dev.orrery.agent.extractive.selection.Statement;
import dev.orrery.agent.extractive.task.Frame;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.agent.extractive.task.Task;
import dev.orrery.agent.extractive.task.Topic;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Looks for statements on each topic: first by the topic's own words, then, for topics on which too little was found, by
 * their other forms and on the pages whose headings they are.
 */
public final class TopicResearch {
    private static final int HITS = 50;
    private static final int HITS_WIDER = 30;
    private static final int PASSAGES_FRONT = 60;
    private static final int PASSAGES_TOPIC = 200;

    /** With fewer statements than this on a topic, more is searched for. */
    private static final int ENOUGH = 2;

    private static final int STATEMENTS_FEW_TOPICS = 5;
    private static final int STATEMENTS_MANY_TOPICS = 4;
    private static final int MANY_TOPICS = 4;
    private static final int STATEMENTS_LISTED = 60;
    private static final int INTRODUCTION_MAX = 5;

    /** With fewer statements a subject is hardly covered. */
    private static final int COVERED_MIN = 3;

    /** How many statements a topic gets. */
    public enum Breadth {
        /** Those worth reading. */
        CHOSEN,
        /** Some more, to choose from. */
        SHORTLIST
    }

    private static final int STATEMENTS_MORE = 8;

    private final Task task;
    private final Breadth breadth;
    private final Evidence evidence;
    private final boolean outlines;
    private final Calls calls;

    /** Makes the research of {@code task} from what {@code window} shows of it so far. */
    public TopicResearch(Task task, Window window, Breadth breadth) {
        this.task = task;
        this.breadth = breadth;
        this.evidence = Evidence.of(window);
        this.outlines = window.mayCall(Evidence.OUTLINE) && window.mayCall(Evidence.READ);
        this.calls = new Calls(task.subject().map(Subject::folder).orElse(""));
    }

    /** Returns the next calls, or the findings when all is known that will be. */
    public Turn turn() {
        List<ToolCall> wanted = evidence.missing(firstCalls());
        if (!wanted.isEmpty()) return ask(wanted);
        Told told = told();
        wanted = evidence.missing(furtherCalls(told.topics()));
        if (!wanted.isEmpty()) return ask(wanted);
        int searches = evidence.queries().size();
        return new Turn.Final(new Findings(
                        task.subject(), told.definition(), told.introduction(), told.topics(), conflicts(), searches)
                .toJson());
    }

    private static Turn ask(List<ToolCall> wanted) {
        return new Turn.ToolCalls(wanted.stream().limit(Turn.CALLS_MAX).toList());
    }

    private List<ToolCall> firstCalls() {
        var queries = new LinkedHashSet<String>();
        for (Topic topic : task.topics()) queries.addAll(Queries.first(topic));
        task.subject().ifPresent(subject -> {
            queries.addAll(Queries.definition(subject));
            queries.add(Queries.slots(subject));
        });
        var wanted = new ArrayList<ToolCall>();
        for (String query : queries) wanted.add(calls.search(query, HITS));
        if (outlines && task.subject().isPresent()) wanted.add(calls.outline());
        return wanted;
    }

    private List<ToolCall> furtherCalls(List<Findings.OnTopic> topics) {
        var wanted = new ArrayList<ToolCall>();
        Outline outline = evidence.outline();
        for (Outline.File page : Pages.front(outline)) wanted.add(Calls.read(page.path(), PASSAGES_FRONT));
        for (int i = 0; i < topics.size(); i++) {
            if (topics.get(i).statements().size() >= ENOUGH) continue;
            Topic topic = task.topics().get(i);
            for (String query : Queries.wider(topic)) wanted.add(calls.search(query, HITS_WIDER));
            for (Outline.File page : Pages.about(topic, outline)) wanted.add(Calls.read(page.path(), PASSAGES_TOPIC));
        }
        return wanted;
    }

    /** What is told of the subject, as far as it is known by now. */
    private record Told(Optional<Statement> definition, List<Statement> introduction, List<Findings.OnTopic> topics) {
        private boolean covers() {
            long onTopics =
                    topics.stream().mapToLong(t -> t.statements().size()).sum();
            return onTopics + introduction.size() >= COVERED_MIN;
        }
    }

    /** Of a subject that would be passed over, poorer statements are taken: it is to be covered. */
    private Told told() {
        Optional<Statement> definition = definition();
        Told sure = told(definition, Selector.Strictness.SURE);
        // On topics that somebody named there is but one strictness.
        boolean discovered = task.topics().stream().anyMatch(Topic::discovered);
        return sure.covers() || !discovered ? sure : told(definition, Selector.Strictness.USUAL);
    }

    private Told told(Optional<Statement> definition, Selector.Strictness strictness) {
        List<Findings.OnTopic> topics = topics(strictness);
        return new Told(definition, introduction(definition, topics), topics);
    }

    private List<Findings.OnTopic> topics(Selector.Strictness strictness) {
        List<String> names = task.subject().map(Subject::names).orElse(List.of());
        var selector = new Selector(passages(), evidence, names, strictness);
        var topics = new ArrayList<Findings.OnTopic>();
        for (Topic topic : task.topics()) {
            topics.add(new Findings.OnTopic(topic.name(), selector.select(topic, most()), searched(topic)));
        }
        return topics;
    }

    private int most() {
        if (task.frame().kind() == Frame.Kind.LIST) return STATEMENTS_LISTED;
        if (task.subject().isEmpty() || breadth == Breadth.SHORTLIST) return STATEMENTS_MORE;
        return task.topics().size() >= MANY_TOPICS ? STATEMENTS_MANY_TOPICS : STATEMENTS_FEW_TOPICS;
    }

    private List<String> searched(Topic topic) {
        var queries = new LinkedHashSet<>(Queries.first(topic));
        queries.addAll(Queries.wider(topic));
        queries.retainAll(evidence.queries());
        return List.copyOf(queries);
    }

    private List<Passage> passages() {
        Optional<Subject> subject = task.subject();
        return evidence.passages().stream()
                .filter(p -> subject.isEmpty() || subject.get().holds(p.path()))
                .toList();
    }

    private Optional<Statement> definition() {
        return task.subject().flatMap(subject -> new Definitions(subject).best(passages()));
    }

    /** Where somebody named topics, the report is about these; else the subject speaks for itself. */
    private List<Statement> introduction(Optional<Statement> definition, List<Findings.OnTopic> topics) {
        boolean asked = task.topics().stream().anyMatch(t -> !t.discovered() && !t.definition());
        if (asked || task.subject().isEmpty()) return List.of();
        var said = new ArrayList<String>();
        definition.ifPresent(d -> said.add(d.text()));
        for (Findings.OnTopic topic : topics) topic.statements().forEach(s -> said.add(s.text()));
        int most = breadth == Breadth.SHORTLIST ? STATEMENTS_MORE : INTRODUCTION_MAX;
        return new Introduction(task.subject().get().names(), Pages::isFront).best(passages(), said, most);
    }

    private List<Conflicts.Conflict> conflicts() {
        return task.subject().isPresent()
                ? Conflicts.among(passages(), task.subject().get().names())
                : List.of();
    }
}
