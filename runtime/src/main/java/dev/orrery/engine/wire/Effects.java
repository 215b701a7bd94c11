package dev.orrery.engine.wire;

import static dev.orrery.engine.wire.Parts.obj;

import dev.orrery.journal.JournalNewer;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Terms;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.time.Instant;
import java.util.Locale;

/** Effects and their terms, in both directions. */
final class Effects {
    private Effects() {}

    static Json.Obj write(Effect effect) {
        Json.Obj json = obj("effect", effect.id()).with("step", effect.step());
        return switch (effect) {
            case Effect.Assemble e ->
                json.with("kind", "assemble").with("attempt", e.attempt()).with("turn", e.turn());
            case Effect.Think e ->
                json.with("kind", "think")
                        .with("attempt", e.attempt())
                        .with("turn", e.turn())
                        .with("agent", e.agent())
                        .with("window", e.window().hex())
                        .with("tokens", e.tokens());
            case Effect.UseTool e ->
                json.with("kind", "tool")
                        .with("attempt", e.attempt())
                        .with("agent", e.agent())
                        .with("slot", e.slot())
                        .with("call", Parts.call(e.call()))
                        .with("key", e.key())
                        .with("class", Parts.lower(e.effect()));
            case Effect.Wake e ->
                json.with("kind", "wake").with("question", e.question()).with("until", e.at().toString());
            case Effect.Retry e ->
                json.with("kind", "retry")
                        .with("attempt", e.attempt())
                        .with("turn", e.turn())
                        .with("window", e.window().hex())
                        .with("tokens", e.tokens())
                        .with("until", e.at().toString());
            case Effect.Deliver _ -> json.with("kind", "deliver");
            case Effect.Propose _ -> json.with("kind", "propose");
        };
    }

    static Effect read(Json json) {
        String id = json.text("effect");
        String step = json.text("step");
        int attempt = (int) json.number("attempt", 0);
        int turn = (int) json.number("turn", 0);
        return switch (json.text("kind")) {
            case "assemble" -> new Effect.Assemble(id, step, attempt, turn);
            case "think" ->
                new Effect.Think(
                        id,
                        step,
                        attempt,
                        turn,
                        json.text("agent"),
                        new Hash(json.text("window")),
                        json.number("tokens", 0));
            case "tool" ->
                new Effect.UseTool(
                        id,
                        step,
                        attempt,
                        json.text("agent"),
                        (int) json.number("slot", 0),
                        Parts.call(json.at("call").orElse(Json.object())),
                        json.text("key"),
                        EffectClass.valueOf(json.text("class").toUpperCase(Locale.ROOT)));
            case "wake" -> new Effect.Wake(id, step, json.text("question"), Instant.parse(json.text("until")));
            case "retry" ->
                new Effect.Retry(
                        id,
                        step,
                        attempt,
                        turn,
                        new Hash(json.text("window")),
                        json.number("tokens", 0),
                        Instant.parse(json.text("until")));
            case "deliver" -> new Effect.Deliver(id, step);
            case "propose" -> new Effect.Propose(id, step);
            default ->
                throw new JournalNewer(
                        "an effect of kind \'" + json.text("kind") + "\'",
                        EventReader.VERSION + 1,
                        EventReader.VERSION);
        };
    }

    static Json.Obj terms(Terms terms) {
        return Json.object()
                .with("reserved", terms.reserved().toJson())
                .with("deadlineMillis", terms.deadlineMillis())
                .with("approval", terms.approval());
    }

    static Terms terms(Json json) {
        return new Terms(
                Amount.of(json.at("reserved").orElse(Json.object())),
                json.number("deadlineMillis", 0),
                json.text("approval"));
    }
}
