package dev.orrery.cli.doctor;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.message.Json;

/**
 * What a check found.
 *
 * @param check what was looked at, one word
 * @param state how it stands
 * @param text what was seen
 * @param todo what to do; empty when there is nothing to do
 */
public record Finding(String check, State state, String text, String todo) {
    /** How something stands. */
    public enum State {
        /** As it should be. */
        OK(Style.GOOD),
        /** Orrery works, and something could be better. */
        WARN(Style.NOTICE),
        /** Orrery does not work. */
        FAIL(Style.BAD);

        private final Style style;

        State(Style style) {
            this.style = style;
        }

        /** Returns the stable name. */
        public String wire() {
            return switch (this) {
                case OK -> "ok";
                case WARN -> "warn";
                case FAIL -> "fail";
            };
        }
    }

    /** All is well. */
    static Finding ok(String check, String text) {
        return new Finding(check, State.OK, text, "");
    }

    /** Something could be better. */
    static Finding warn(String check, String text, String todo) {
        return new Finding(check, State.WARN, text, todo);
    }

    /** Something does not work. */
    static Finding fail(String check, String text, String todo) {
        return new Finding(check, State.FAIL, text, todo);
    }

    /** Returns the line for people. */
    public Line line() {
        Line line = Line.EMPTY
                .and(state.wire(), state.style)
                .padded(6)
                .and(check)
                .padded(17)
                .and(Plain.line(text));
        return todo.isEmpty() ? line : line.and(". " + Plain.line(todo), Style.STRONG);
    }

    /** Returns the JSON form: {@code {check, state, text, todo}}. */
    public Json.Obj toJson() {
        return Json.object()
                .with("check", check)
                .with("state", state.wire())
                .with("text", text)
                .with("todo", todo.isEmpty() ? new Json.Null() : Json.of(todo));
    }
}
