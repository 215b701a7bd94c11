package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.goal.Versions;
import dev.orrery.agent.extractive.planning.Finding.Asks;
import dev.orrery.agent.extractive.planning.Finding.Fails;
import dev.orrery.agent.extractive.planning.Finding.Found;
import dev.orrery.agent.extractive.planning.Finding.Wants;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.task.Frame.Version;
import dev.orrery.message.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds where each version stands: in a folder or file that bears its number, or under headings of a changelog. */
final class VersionSearch {
    private static final int HITS = 20;
    private static final int QUESTIONS_MAX = 2;
    private static final int KNOWN_MAX = 12;

    /** A heading with more words than this mentions a version, it does not head one. */
    private static final int HEADING_WORDS_MAX = 6;

    private static final Pattern SINCE = Pattern.compile("\\b(?:since|after)\\b", Pattern.CASE_INSENSITIVE);

    private final String goal;
    private final List<String> named;
    private final List<Outline.File> files;
    private final Inquiry inquiry;

    VersionSearch(String goal, List<String> named, List<Outline.File> files, Inquiry inquiry) {
        this.goal = goal;
        this.named = named;
        this.files = files;
        this.inquiry = inquiry;
    }

    Finding<Compared> find() {
        List<String> wanted = wanted();
        if (wanted.isEmpty()) return ask(named);
        List<String> nowhere = wanted.stream().filter(v -> !known().contains(v)).toList();
        List<ToolCall> searches = nowhere.stream().map(VersionSearch::search).toList();
        List<ToolCall> missing = inquiry.missing(searches);
        if (!missing.isEmpty()) return new Wants<>(missing);
        List<String> unknown = nowhere.stream().filter(v -> !said(v)).toList();
        if (unknown.size() == wanted.size()) return ask(unknown);
        return new Found<>(compared(wanted));
    }

    private static ToolCall search(String version) {
        return Inquiry.search(version, List.of(), HITS);
    }

    private boolean said(String version) {
        return inquiry.hits(search(version)).stream()
                .anyMatch(h -> Versions.in(h.text()).contains(version)
                        || Versions.in(h.heading()).contains(version));
    }

    /** The versions to compare, the oldest first: those named, completed by those that the documents know. */
    private List<String> wanted() {
        var wanted = new TreeSet<String>(Versions::compare);
        wanted.addAll(named);
        for (String answer : inquiry.human()) {
            List<String> answered = Versions.in(answer);
            if (!answered.isEmpty()) {
                wanted.clear();
                wanted.addAll(answered);
            }
        }
        List<String> known = List.copyOf(known());
        if (wanted.isEmpty()) return known.subList(Math.max(0, known.size() - 2), known.size());
        if (wanted.size() > 1) return List.copyOf(wanted);
        String only = wanted.first();
        if (SINCE.matcher(goal).find()) {
            if (!known.isEmpty() && Versions.compare(known.getLast(), only) > 0) wanted.add(known.getLast());
        } else {
            // "What is new in 1.3": new against the version before it that has papers of its own.
            placed().stream()
                    .filter(v -> Versions.compare(v, only) < 0)
                    .reduce((_, b) -> b)
                    .ifPresent(wanted::add);
        }
        return List.copyOf(wanted);
    }

    /** All versions that paths or headings name, the oldest first. */
    private Set<String> known() {
        var known = new TreeSet<String>(Versions::compare);
        known.addAll(placed());
        for (Outline.File file : files) {
            for (String heading : file.headings()) known.addAll(headed(heading));
        }
        return known;
    }

    /** The versions that have a folder or file of their own, the oldest first. */
    private Set<String> placed() {
        var placed = new TreeSet<String>(Versions::compare);
        for (Outline.File file : files) {
            placed.addAll(Versions.in(stem(file).replace('/', ' ')));
            if (!file.version().isEmpty()) placed.add(file.version());
        }
        return placed;
    }

    private static String stem(Outline.File file) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        return folder + file.name();
    }

    private static List<String> headed(String heading) {
        String last = heading.substring(heading.lastIndexOf('›') + 1).strip();
        return last.split("\\s+", -1).length > HEADING_WORDS_MAX ? List.of() : Versions.in(last);
    }

    private Compared compared(List<String> wanted) {
        var versions = new ArrayList<Version>();
        for (String name : wanted) versions.add(new Version(name, under(name)));
        return new Compared(versions, changelogs(wanted));
    }

    private List<String> under(String version) {
        var under = new LinkedHashSet<String>();
        for (Outline.File file : files) {
            String[] segments = stem(file).split("/", -1);
            String path = "";
            boolean found = false;
            for (int i = 0; i < segments.length && !found; i++) {
                path = path.isEmpty() ? segments[i] : path + "/" + segments[i];
                found = Versions.in(segments[i]).contains(version);
                if (found) under.add(i == segments.length - 1 ? file.path() : path);
            }
            if (!found && file.version().equals(version)) under.add(file.path());
        }
        return List.copyOf(under);
    }

    private List<String> changelogs(List<String> wanted) {
        String oldest = wanted.getFirst();
        String newest = wanted.getLast();
        return files.stream()
                .filter(f -> f.headings().stream()
                        .flatMap(h -> headed(h).stream())
                        .anyMatch(v -> Versions.compare(v, oldest) >= 0 && Versions.compare(v, newest) <= 0))
                .map(Outline.File::path)
                .toList();
    }

    private Finding<Compared> ask(List<String> unknown) {
        List<String> known = List.copyOf(known());
        if (known.isEmpty() && unknown.isEmpty())
            return new Fails<>("No document names a version, so nothing can be said about what changed.");
        if (inquiry.human().size() >= QUESTIONS_MAX) {
            return new Fails<>("Which versions to compare could not be found out: the documents name "
                    + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
        }
        return new Asks<>(Questions.versions(
                unknown, known.subList(Math.max(0, known.size() - KNOWN_MAX), known.size())));
    }
}
