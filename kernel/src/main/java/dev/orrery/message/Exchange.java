package dev.orrery.message;

/** One thing that happened earlier in an attempt, as the agent sees it. */
public sealed interface Exchange {

    /** A tool was called and returned {@code result}. */
    record Called(ToolCall call, Json result) implements Exchange {}

    /** A tool was called, or refused by the gate, and gave nothing: {@code reason} says why. */
    record Failed(ToolCall call, String reason) implements Exchange {}

    /** The agent asked a human and was answered. */
    record Answered(String question, String answer) implements Exchange {}

    /** The agent's last reply could not be used; {@code critique} says why. It is asked once more. */
    record Objected(String critique) implements Exchange {}

    /** The agent noted {@code content} for itself. */
    record Noted(Json content) implements Exchange {}

    /** Returns the form in which an exchange stands in a window. */
    default Json toJson() {
        return switch (this) {
            case Called c ->
                Json.object()
                        .with("tool", c.call().tool())
                        .with("arguments", c.call().arguments())
                        .with("result", c.result());
            case Failed f ->
                Json.object()
                        .with("tool", f.call().tool())
                        .with("arguments", f.call().arguments())
                        .with("failed", f.reason());
            case Answered a -> Json.object().with("question", a.question()).with("answer", a.answer());
            case Objected o -> Json.object().with("objection", o.critique());
            case Noted n -> Json.object().with("note", n.content());
        };
    }

    /** Reads what {@link #toJson} wrote. */
    static Exchange of(Json json) {
        if (json.at("objection").isPresent()) return new Objected(json.text("objection"));
        if (json.at("note").isPresent()) return new Noted(json.at("note").get());
        if (json.at("answer").isPresent()) return new Answered(json.text("question"), json.text("answer"));
        var call = new ToolCall(json.text("tool"), json.at("arguments").orElse(Json.object()));
        return json.at("failed").isPresent()
                ? new Failed(call, json.text("failed"))
                : new Called(call, json.at("result").orElse(new Json.Null()));
    }
}
