package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the planner has asked the tools and a human so far, and what they answered. */
final class Inquiry {
    /** The most passages that are read of one document: whoever the subjects are stands near its beginning. */
    static final int PASSAGES_MAX = 400;

    private static final int FILES_MAX = 2000;

    /** A call that the gate refused or that failed counts as answered with nothing. */
    private final Map<ToolCall, Json> answers = new LinkedHashMap<>();

    private final List<Exchange.Answered> human = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Inquiry(Window window) {
        for (Exchange exchange : window.exchanges()) {
            switch (exchange) {
                case Exchange.Called c -> answers.put(c.call(), c.result());
                case Exchange.Failed f -> {
                    answers.put(f.call(), Json.object());
                    failures.add(f.reason());
                }
                case Exchange.Answered a -> human.add(a);
                case Exchange.Noted _, Exchange.Objected _ -> {}
            }
        }
    }

    static ToolCall outline() {
        return new ToolCall(Evidence.OUTLINE, Json.object().with("limit", FILES_MAX));
    }

    static ToolCall search(String query, List<String> under, int limit) {
        Json.Obj arguments = Json.object().with("query", query).with("limit", limit);
        return new ToolCall(Evidence.SEARCH, under.isEmpty() ? arguments : arguments.with("under", Json.texts(under)));
    }

    /** A search in which meaning counts, too: for what nobody says in the words of the goal. */
    static ToolCall searchByMeaning(String query, List<String> under, int limit) {
        Json.Obj arguments = Json.object()
                .with("query", query)
                .with("under", Json.texts(under))
                .with("limit", limit);
        return new ToolCall(Evidence.SEARCH, arguments.with("semantic", Json.of(true)));
    }

    static ToolCall read(String path) {
        return new ToolCall(Evidence.READ, Json.object().with("path", path).with("limit", PASSAGES_MAX));
    }

    /** Returns those of {@code calls} that have not been made, each once. */
    List<ToolCall> missing(Collection<ToolCall> calls) {
        return calls.stream().filter(c -> !answers.containsKey(c)).distinct().toList();
    }

    /** Returns what {@code call} gave; empty when it has not been made. */
    Optional<Json> answer(ToolCall call) {
        return Optional.ofNullable(answers.get(call));
    }

    /** Returns the passages that the search {@code call} has found, the best first. */
    List<Passage> hits(ToolCall call) {
        return passages(call, "hits");
    }

    /** Returns how many passages the search {@code call} matches in all. */
    long matches(ToolCall call) {
        Json matches = answer(call).flatMap(r -> r.at("matches")).orElse(Json.object());
        if (!(matches instanceof Json.Obj counts)) return 0;
        return counts.members().keySet().stream()
                .mapToLong(k -> matches.number(k, 0))
                .sum();
    }

    /** Returns the passages of the document that {@code call} has read. */
    List<Passage> document(ToolCall call) {
        return passages(call, "passages");
    }

    private List<Passage> passages(ToolCall call, String member) {
        return answer(call).map(r -> r.list(member)).orElse(List.of()).stream()
                .map(Passage::new)
                .toList();
    }

    /** Returns what a human has answered, in order. */
    List<String> human() {
        return human.stream().map(Exchange.Answered::answer).toList();
    }

    /** Returns why calls failed, in order. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
