package dev.orrery.agent.extractive.review;

import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.List;
import java.util.Locale;

/** Judges one kind of result. */
public sealed interface Review permits ResearchReview, ReportReview, PlainReview {
    /** Returns the calls that are still to be made before {@link #judge} can tell. */
    List<ToolCall> wanted();

    /** Says what is wrong with the result. */
    void judge(Verdict verdict);

    /** Returns the next turn of the review that {@code window} asks for. */
    static Turn turn(Window window) {
        Review review = of(window);
        List<ToolCall> wanted = review.wanted();
        if (!wanted.isEmpty())
            return new Turn.ToolCalls(wanted.stream().limit(Turn.CALLS_MAX).toList());
        var verdict = new Verdict();
        review.judge(verdict);
        return new Turn.Final(verdict.toJson());
    }

    private static Review of(Window window) {
        Json result = window.input("result").orElse(new Json.Null());
        String capability = window.input("step").map(s -> s.text("capability")).orElse("");
        return switch (capability.toLowerCase(Locale.ROOT)) {
            case "research" -> new ResearchReview(window, result);
            case "write" -> new ReportReview(window, result);
            default -> new PlainReview(result);
        };
    }
}
