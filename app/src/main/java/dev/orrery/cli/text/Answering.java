package dev.orrery.cli.text;

import dev.orrery.Waiting;
import dev.orrery.cli.terminal.Plain;
import java.util.List;

/** Says what waits for a human, and the exact commands that end the wait. */
public final class Answering {
    private Answering() {}

    /** Returns what is asked, with its id and kind. */
    public static String question(Waiting waiting) {
        String until = waiting.expiresAt().map(at -> " (until " + at + ")").orElse("");
        return waiting.id() + ", " + kind(waiting) + until + ": " + Plain.line(waiting.text());
    }

    private static String kind(Waiting waiting) {
        return switch (waiting.kind()) {
            case QUESTION -> "a question";
            case APPROVAL -> "a tool call to approve";
            case PLAN -> "a plan to approve";
            case OUTCOME -> "call " + waiting.effect() + ", whose outcome is unknown";
        };
    }

    /** Returns the commands that answer {@code waiting}, the likeliest first. */
    public static List<String> commands(Waiting waiting, CommandLines program) {
        String run = waiting.run();
        return switch (waiting.kind()) {
            case QUESTION -> List.of(program.of("answer", run) + " \"YOUR ANSWER\" --wait");
            case OUTCOME ->
                List.of(
                        program.of("resolve", run, waiting.effect(), "--happened") + " \"WHAT IT GAVE\" --wait",
                        program.of("resolve", run, waiting.effect(), "--did-not", "--wait"));
            case APPROVAL, PLAN ->
                List.of(
                        program.of("approve", run, waiting.id(), "--wait"),
                        program.of("deny", run, waiting.id(), "--wait"));
        };
    }
}
