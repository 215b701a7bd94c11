package dev.orrery.agent.extractive.research;

import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.agent.extractive.quality.Quality;
import dev.orrery.agent.extractive.selection.Conflicts;
import dev.orrery.agent.extractive.selection.Difference;
import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.selection.Statement;
import dev.orrery.agent.extractive.task.Frame;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.agent.extractive.task.Task;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Looks for what changed between versions: where each version has documents of its own, these are read and compared; and
 * what change logs and other documents say of the versions is quoted.
 */
public final class ChangeResearch {
    private static final int HITS = 50;
    private static final int PASSAGES_MAX = 400;
    /** More documents than these are not read; what is left out is the end of the alphabet, in both versions alike. */
    private static final int DOCUMENTS_MAX = 90;

    private static final int STATEMENTS_MAX = 12;

    private final Task task;
    private final Evidence evidence;
    private final boolean reads;
    private final boolean outlines;
    private final Calls calls;
    private final List<String> names;

    /** Makes the research of {@code task} from what {@code window} shows of it so far. */
    public ChangeResearch(Task task, Window window) {
        this.task = task;
        this.evidence = Evidence.of(window);
        this.reads = window.mayCall(Evidence.READ);
        this.outlines = reads && window.mayCall(Evidence.OUTLINE);
        this.calls = new Calls(task.subject().map(Subject::folder).orElse(""));
        this.names = task.subject().map(Subject::names).orElse(List.of());
    }

    /** Returns the next calls, or the findings when all is known that will be. */
    public Turn turn() {
        List<ToolCall> wanted = evidence.missing(firstCalls());
        if (wanted.isEmpty()) wanted = evidence.missing(reading());
        if (!wanted.isEmpty())
            return new Turn.ToolCalls(wanted.stream().limit(Turn.CALLS_MAX).toList());
        return new Turn.Final(findings().toJson());
    }

    private List<ToolCall> firstCalls() {
        var wanted = new ArrayList<ToolCall>();
        for (Frame.Version version : versions()) {
            wanted.add(calls.search(version.name(), HITS));
            wanted.add(calls.search("new changed added removed deprecated in version " + version.name(), HITS));
        }
        if (outlines && compares()) wanted.add(calls.outline());
        return wanted;
    }

    private List<ToolCall> reading() {
        if (!reads) return List.of();
        var paths = new LinkedHashSet<>(task.frame().changelogs());
        for (Outline.File file : evidence.outline().files()) {
            boolean ofVersion = versions().stream().anyMatch(v -> holds(v, file.path()));
            if (ofVersion && paths.size() < DOCUMENTS_MAX) paths.add(file.path());
        }
        return paths.stream().map(p -> Calls.read(p, PASSAGES_MAX)).toList();
    }

    private List<Frame.Version> versions() {
        return task.frame().versions();
    }

    private boolean compares() {
        return versions().size() == 2
                && versions().stream().noneMatch(v -> v.under().isEmpty());
    }

    private static boolean holds(Frame.Version version, String path) {
        return version.under().stream().anyMatch(u -> path.equals(u) || path.startsWith(u.endsWith("/") ? u : u + "/"));
    }

    private Findings findings() {
        var topics = new ArrayList<Findings.OnTopic>();
        List<Conflicts.Conflict> reworded = List.of();
        List<String> searched = evidence.queries();
        if (compares()) {
            var difference =
                    new Difference(of(versions().getFirst()), of(versions().getLast()), names);
            String later = versions().getLast().name();
            topics.add(new Findings.OnTopic("added in " + later, first(difference.added()), searched));
            topics.add(new Findings.OnTopic("no longer in " + later, first(difference.removed()), searched));
            reworded = difference.reworded().stream().limit(STATEMENTS_MAX).toList();
        }
        topics.add(new Findings.OnTopic("said of these versions", said(), searched));
        return new Findings(task.subject(), Optional.empty(), List.of(), topics, reworded, searched.size());
    }

    private List<Passage> of(Frame.Version version) {
        return evidence.passages().stream()
                .filter(p -> holds(version, p.path()))
                .toList();
    }

    private static List<Statement> first(List<Statement> statements) {
        return statements.stream().limit(STATEMENTS_MAX).toList();
    }

    /** Returns the statements that name one of the versions, or stand under a heading that does. */
    private List<Statement> said() {
        var judge = new Judge(new Tagger());
        boolean compares = compares();
        return evidence.passages().stream()
                .filter(p -> !p.kind().equals("heading") && !p.kind().equals("row"))
                .filter(p -> !compares || versions().stream().noneMatch(v -> holds(v, p.path())))
                .filter(p -> versions().stream().anyMatch(v -> isOf(v.name(), p)))
                .map(p ->
                        Statement.of(p, judge.judge(p.text(), p.setting(names)).score()))
                .filter(s -> s.score() >= Quality.LISTED)
                .sorted(Comparator.comparingDouble(Statement::score).reversed())
                .limit(STATEMENTS_MAX)
                .toList();
    }

    private static boolean isOf(String version, Passage passage) {
        return names(passage.text(), version)
                || passage.headings().stream().anyMatch(h -> names(h, version))
                || passage.version().equals(version);
    }

    /** Tells whether {@code text} has {@code version} as a number of its own: 1.3 is not in 1.30 or 11.3. */
    private static boolean names(String text, String version) {
        for (int at = text.indexOf(version); at >= 0; at = text.indexOf(version, at + 1)) {
            boolean starts = at == 0 || !continues(text.charAt(at - 1));
            int end = at + version.length();
            boolean point =
                    end + 1 < text.length() && text.charAt(end) == '.' && Character.isDigit(text.charAt(end + 1));
            boolean ends = end == text.length() || !(Character.isLetterOrDigit(text.charAt(end)) || point);
            if (starts && ends) return true;
        }
        return false;
    }

    private static boolean continues(char c) {
        return Character.isDigit(c) || c == '.';
    }
}
