package dev.orrery.engine.wire;

import dev.orrery.journal.JournalNewer;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Flag;
import dev.orrery.kernel.MemoryRef;
import dev.orrery.kernel.Question;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pieces that several events have in common, in both directions. */
final class Parts {
    private Parts() {}

    static Json.Obj obj(String name, String value) {
        return Json.object().with(name, value);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Json.Obj amount(Amount amount) {
        return amount.toJson();
    }

    static Json.Obj call(ToolCall call) {
        return obj("tool", call.tool()).with("arguments", call.arguments());
    }

    static ToolCall call(Json json) {
        return new ToolCall(json.text("tool"), json.at("arguments").orElse(Json.object()));
    }

    static Json.Obj turn(Turn turn) {
        return switch (turn) {
            case Turn.ToolCalls t ->
                obj("kind", "calls")
                        .with(
                                "calls",
                                Json.of(t.calls().stream().map(Parts::call).toList()));
            case Turn.Final f -> obj("kind", "final").with("output", f.output());
            case Turn.Note n -> obj("kind", "note").with("content", n.content());
            case Turn.Ask a -> obj("kind", "ask").with("question", a.question());
        };
    }

    static Turn turn(Json json) {
        return switch (json.text("kind")) {
            case "calls" ->
                new Turn.ToolCalls(json.list("calls").stream().map(Parts::call).toList());
            case "ask" -> new Turn.Ask(json.text("question"));
            case "note" -> new Turn.Note(json.at("content").orElse(new Json.Null()));
            case "final" -> new Turn.Final(json.at("output").orElse(new Json.Null()));
            default ->
                throw new JournalNewer(
                        "a turn of kind \'" + json.text("kind") + "\'", EventReader.VERSION + 1, EventReader.VERSION);
        };
    }

    static Json memory(List<MemoryRef> refs) {
        return Json.of(refs.stream()
                .map(r -> obj("source", r.source()).with("content", r.content().hex()))
                .toList());
    }

    static List<MemoryRef> memory(Json json) {
        return json.items().stream()
                .map(r -> new MemoryRef(r.text("source"), new Hash(r.text("content"))))
                .toList();
    }

    static Json flags(List<Flag> flags) {
        return Json.of(flags.stream()
                .map(f -> obj("kind", f.kind()).with("source", f.source()).with("text", f.text()))
                .toList());
    }

    static List<Flag> flags(Json json) {
        return json.items().stream()
                .map(f -> new Flag(f.text("kind"), f.text("source"), f.text("text")))
                .toList();
    }

    static Json.Obj question(Question q) {
        Json.Obj json = obj("id", q.id())
                .with("step", q.step())
                .with("kind", q.kind().wire())
                .with("text", q.text())
                .with("hash", q.hash())
                .with("about", q.about());
        return q.expiresAt().map(at -> json.with("expiresAt", at.toString())).orElse(json);
    }

    static Question question(Json json) {
        return new Question(
                json.text("id"),
                json.text("step"),
                Question.Kind.of(json.text("kind")),
                json.text("text"),
                json.text("hash"),
                json.text("about"),
                Optional.of(json.text("expiresAt")).filter(t -> !t.isEmpty()).map(Instant::parse));
    }
}
