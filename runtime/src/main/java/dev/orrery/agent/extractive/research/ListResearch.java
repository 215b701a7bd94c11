package dev.orrery.agent.extractive.research;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.selection.Entries;
import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.selection.Passage;
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
import java.util.Set;

/** Looks for all entries of a list: searches for what is listed, and reads the documents that have a heading of it. */
public final class ListResearch {
    private static final int HITS = 60;
    private static final int PASSAGES_MAX = 400;
    private static final int DOCUMENTS_MAX = 24;
    private static final int ENTRIES_MAX = 60;

    private final Task task;
    private final Frame.Listing listing;
    private final Evidence evidence;
    private final boolean reads;
    private final boolean outlines;
    private final Calls calls;

    /** Makes the research of {@code task}, a list of {@code listing}, from what {@code window} shows of it so far. */
    public ListResearch(Task task, Frame.Listing listing, Window window) {
        this.task = task;
        this.listing = listing;
        this.evidence = Evidence.of(window);
        this.reads = window.mayCall(Evidence.READ);
        this.outlines = reads && window.mayCall(Evidence.OUTLINE);
        this.calls = new Calls(task.subject().map(Subject::folder).orElse(""));
    }

    /** Returns the next calls, or the findings when all is known that will be. */
    public Turn turn() {
        List<ToolCall> wanted = evidence.missing(searches());
        if (wanted.isEmpty()) wanted = evidence.missing(documents());
        if (!wanted.isEmpty())
            return new Turn.ToolCalls(wanted.stream().limit(Turn.CALLS_MAX).toList());
        return new Turn.Final(findings().toJson());
    }

    private List<ToolCall> searches() {
        var wanted = new ArrayList<ToolCall>();
        for (String query : queries()) wanted.add(calls.search(query, HITS));
        if (outlines) wanted.add(calls.outline());
        return wanted;
    }

    private List<String> queries() {
        var queries = new LinkedHashSet<String>();
        String noun = listing.words().getFirst();
        queries.add(String.join(" ", listing.qualifiers()) + " " + noun);
        queries.add(noun);
        for (Topic topic : task.topics()) queries.add(topic.query());
        return queries.stream().map(String::strip).distinct().toList();
    }

    private List<ToolCall> documents() {
        if (!reads) return List.of();
        Set<String> nouns =
                new LinkedHashSet<>(listing.words().stream().map(Stems::of).toList());
        var paths = new LinkedHashSet<String>();
        for (Outline.File file : evidence.outline().files()) {
            boolean titled =
                    names(nouns, file.title()) || names(nouns, file.name().replace('-', ' '));
            if (titled || file.headings().stream().anyMatch(h -> names(nouns, h))) paths.add(file.path());
        }
        for (Passage passage : evidence.passages()) {
            if (passage.headings().stream().anyMatch(h -> names(nouns, h))) paths.add(passage.path());
        }
        return paths.stream()
                .limit(DOCUMENTS_MAX)
                .map(p -> Calls.read(p, PASSAGES_MAX))
                .toList();
    }

    private static boolean names(Set<String> nouns, String heading) {
        return Stems.in(heading).stream().anyMatch(nouns::contains);
    }

    private Findings findings() {
        Optional<Subject> subject = task.subject();
        List<Passage> passages = evidence.passages().stream()
                .filter(p -> subject.isEmpty() || subject.get().holds(p.path()))
                .toList();
        List<Statement> entries = new Entries(
                        listing, passages, subject.map(Subject::names).orElse(List.of()))
                .all().stream().limit(ENTRIES_MAX).toList();
        String topic = task.topics().isEmpty()
                ? listing.words().getLast()
                : task.topics().getFirst().name();
        List<String> searched = evidence.queries();
        var found = new Findings.OnTopic(topic, entries, searched);
        return new Findings(subject, Optional.empty(), List.of(), List.of(found), List.of(), searched.size());
    }
}
