package dev.orrery.agent.extractive.selection;

import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** What an agent has been told by the knowledge tools so far, read out of its exchanges. */
public final class Evidence {
    /** The tool that searches. */
    public static final String SEARCH = "knowledge.search";
    /** The tool that reads a document. */
    public static final String READ = "knowledge.read";
    /** The tool that lists documents and their headings. */
    public static final String OUTLINE = "knowledge.outline";

    /** What a critique quotes: the beginning of a statement, long enough to be no single word. */
    private static final Pattern QUOTED = Pattern.compile("“([^“”…]{20,})…?”");

    private final Set<ToolCall> tried = new LinkedHashSet<>();
    private final Map<String, Json> searches = new LinkedHashMap<>();
    private final Map<String, Passage> passages = new LinkedHashMap<>();
    private final List<Json> outlines = new ArrayList<>();

    private Evidence(List<Exchange> exchanges) {
        for (Exchange exchange : exchanges) {
            switch (exchange) {
                case Exchange.Called called -> add(called);
                case Exchange.Failed failed -> tried.add(failed.call());
                case Exchange.Answered _, Exchange.Noted _, Exchange.Objected _ -> {}
            }
        }
    }

    /** Reads the calls among {@code exchanges}. */
    public static Evidence of(List<Exchange> exchanges) {
        return new Evidence(exchanges);
    }

    /**
     * Reads the calls of {@code window}, and leaves out the passages that a reviewer held against an earlier attempt: said
     * again they would only fail again.
     */
    public static Evidence of(Window window) {
        var evidence = new Evidence(window.exchanges());
        List<String> objected = window.notes().stream()
                .flatMap(note -> QUOTED.matcher(note).results())
                .map(quoted -> quoted.group(1))
                .toList();
        evidence.passages.values().removeIf(p -> objected.stream().anyMatch(p.text()::startsWith));
        return evidence;
    }

    private void add(Exchange.Called called) {
        tried.add(called.call());
        switch (called.call().tool()) {
            case SEARCH -> {
                searches.putIfAbsent(called.call().arguments().text("query"), called.result());
                keep(called.result().list("hits"));
            }
            case READ -> keep(called.result().list("passages"));
            case OUTLINE -> outlines.add(called.result());
            default -> {}
        }
    }

    private void keep(List<Json> found) {
        for (Json json : found) {
            var passage = new Passage(json);
            if (passage.text().isBlank() || passage.path().isBlank()) continue;
            passages.putIfAbsent(passage.at() + " " + passage.text(), passage);
        }
    }

    /** Returns those of {@code calls} that have not been made yet, each once. */
    public List<ToolCall> missing(Collection<ToolCall> calls) {
        return calls.stream().filter(c -> !tried.contains(c)).distinct().toList();
    }

    /** Returns the queries that were answered, in order. */
    public List<String> queries() {
        return List.copyOf(searches.keySet());
    }

    /** Returns every passage that was found or read, each once. */
    public List<Passage> passages() {
        return List.copyOf(passages.values());
    }

    /** Returns the files that were listed; none when no outline was asked for. */
    public Outline outline() {
        return Outline.of(outlines);
    }

    /** Returns in how many passages {@code query} was found; empty when it was not asked. */
    public OptionalLong matches(String query) {
        Json result = searches.get(query);
        if (result == null) return OptionalLong.empty();
        if (!(result.at("matches").orElse(Json.object()) instanceof Json.Obj matches)) return OptionalLong.empty();
        return OptionalLong.of(matches.members().values().stream()
                .mapToLong(v -> v instanceof Json.Num n ? (long) n.value() : 0)
                .sum());
    }
}
