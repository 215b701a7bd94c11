package dev.orrery.engine;

import dev.orrery.journal.StoredEvent;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import java.util.List;
import java.util.Optional;

/** Whether what comes from outside can be kept in events and windows, and read back. */
final class Storable {
    /** The deepest nesting of what an agent says or a tool returns: what is built around it needs levels, too. */
    static final int DEPTH_MAX = 64;

    /** The most characters of a question to a human: about ten pages. */
    static final int QUESTION_MAX = 32_000;

    /** The most characters of the arguments of all calls of a turn; a human may be asked about them in the same record. */
    static final int ARGUMENTS_MAX = 2_000_000;

    private Storable() {}

    /** Returns why {@code turn} cannot be kept; nothing when it can. */
    static Optional<String> fault(Turn turn) {
        return switch (turn) {
            case Turn.Final done -> fault(done.output());
            case Turn.Note note -> fault(note.content());
            case Turn.ToolCalls calls -> fault(calls.calls());
            case Turn.Ask ask ->
                ask.question().length() <= QUESTION_MAX
                        ? Optional.empty()
                        : Optional.of("a question has at most " + QUESTION_MAX + " characters");
        };
    }

    private static Optional<String> fault(List<ToolCall> calls) {
        Optional<String> fault =
                calls.stream().flatMap(c -> fault(c.arguments()).stream()).findFirst();
        if (fault.isPresent()) return fault;
        long length = calls.stream()
                .mapToLong(c -> JsonText.print(c.arguments()).length())
                .sum();
        return length <= ARGUMENTS_MAX
                ? Optional.empty()
                : Optional.of("the arguments of a turn's calls have at most " + ARGUMENTS_MAX + " characters");
    }

    /** Returns why {@code content} cannot be kept; nothing when it can. */
    static Optional<String> fault(Json content) {
        if (content.deeperThan(DEPTH_MAX)) return Optional.of("it nests deeper than " + DEPTH_MAX);
        return longNamed(content)
                ? Optional.of("a member name in it is longer than " + StoredEvent.MEMBER_NAME_MAX + " characters")
                : Optional.empty();
    }

    private static boolean longNamed(Json content) {
        return switch (content) {
            case Json.Obj o ->
                o.members().entrySet().stream()
                        .anyMatch(m -> m.getKey().length() > StoredEvent.MEMBER_NAME_MAX || longNamed(m.getValue()));
            case Json.Arr a -> a.items().stream().anyMatch(Storable::longNamed);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> false;
        };
    }
}
