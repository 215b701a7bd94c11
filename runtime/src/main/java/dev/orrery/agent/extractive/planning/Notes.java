package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.goal.Group;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.subjects.Places;
import dev.orrery.agent.extractive.subjects.Relation;
import dev.orrery.agent.extractive.subjects.Resolver;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The documents, and the entries of memory, that may say who belongs to a group. */
final class Notes {
    private static final int HITS = 60;

    /** The most documents that are read for one group. */
    static final int DOCUMENTS_MAX = 6;

    private static final int PREFIXES_MAX = 60;

    private static final double TITLED = 4;

    private final Group group;
    private final Places places;
    private final Resolver resolver;
    private final Inquiry inquiry;
    private final Window window;

    Notes(Group group, Places places, Resolver resolver, Inquiry inquiry, Window window) {
        this.group = group;
        this.places = places;
        this.resolver = resolver;
        this.inquiry = inquiry;
        this.window = window;
    }

    /** Returns the calls that are still to be made before {@link #documents} is complete. */
    List<ToolCall> wanted() {
        List<ToolCall> searches = inquiry.missing(searches());
        return searches.isEmpty() ? inquiry.missing(reads()) : searches;
    }

    private List<ToolCall> searches() {
        var searches = new ArrayList<ToolCall>();
        List<String> own = ownPrefixes();
        String phrase = "our " + group.phrase();
        if (!own.isEmpty()) {
            searches.add(Inquiry.search(phrase, own, HITS));
            searches.add(Inquiry.search(resolver.relation().query(), own, HITS));
            searches.add(Inquiry.searchByMeaning(phrase + " are", own, HITS));
        }
        searches.add(Inquiry.search(resolver.relation().query(), List.of(), HITS));
        return searches;
    }

    /** The folders and files that lie in no possible subject's folder: the user's own papers. */
    private List<String> ownPrefixes() {
        return own().map(f ->
                        f.path().contains("/") ? f.path().substring(0, f.path().indexOf('/')) : f.path())
                .distinct()
                .limit(PREFIXES_MAX)
                .toList();
    }

    private Stream<Outline.File> own() {
        return places.outline().files().stream().filter(f -> !foreign(f.path()));
    }

    private List<ToolCall> reads() {
        return paths().stream().map(Inquiry::read).toList();
    }

    private List<String> paths() {
        Relation relation = resolver.relation();
        Map<String, Double> promise = new HashMap<>();
        for (ToolCall search : searches()) {
            for (Passage hit : inquiry.hits(search)) {
                int names = resolver.promise(hit.text());
                boolean headed = hit.headings().stream().anyMatch(relation::in) || relation.in(hit.title());
                double worth = names + (headed ? 1 + resolver.names(hit.text()) : 0);
                if (worth > 0) promise.merge(hit.path(), worth, Double::sum);
            }
        }
        // Few papers are all read: the words of the goal need not be theirs.
        if (own().count() <= DOCUMENTS_MAX) own().forEach(f -> promise.merge(f.path(), 1.0, Double::sum));
        for (Outline.File file : places.outline().files()) {
            Predicate<String> speaks = relation::in;
            boolean titled =
                    speaks.test(file.title()) || speaks.test(file.name().replaceAll("[-_]", " "));
            boolean headed = file.headings().stream().anyMatch(speaks);
            if (titled || headed) promise.merge(file.path(), titled ? TITLED : TITLED / 2, Double::sum);
        }
        return promise.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Double> e) -> foreign(e.getKey()))
                        .thenComparingDouble(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(DOCUMENTS_MAX)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Papers of a possible subject say "our rivals" of its own rivals; the user's own papers are read first. */
    private boolean foreign(String path) {
        return places.peers().stream().anyMatch(p -> p.folder() && p.holds(path));
    }

    /** Returns the documents that were read, the most promising first, and what memory holds, as one more. */
    List<List<Passage>> documents() {
        var documents = new ArrayList<List<Passage>>();
        for (ToolCall read : reads()) documents.add(inquiry.document(read));
        List<Passage> remembered = remembered();
        if (!remembered.isEmpty()) documents.add(remembered);
        return documents;
    }

    private List<Passage> remembered() {
        return window.items(Window.Part.MEMORY).stream()
                .filter(i -> i.value().content().text("kind").matches("fact|preference"))
                .map(i -> new Passage(Json.object()
                        .with("text", i.value().content().text("text"))
                        .with("path", i.source())
                        .with("at", i.source())
                        .with("kind", "sentence")))
                .toList();
    }
}
