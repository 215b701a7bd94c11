package dev.orrery.cli.wire;

import dev.orrery.WindowView;
import dev.orrery.cli.text.SentText;
import dev.orrery.cli.text.WindowDiff;
import dev.orrery.context.Tokens;
import dev.orrery.message.Json;
import dev.orrery.message.Window;

/** The forms of what an agent saw, and of the difference between two such windows. */
public final class WindowJson {
    private WindowJson() {}

    /** Returns the form that {@code context} prints. */
    public static Json.Obj of(WindowView view) {
        Window window = view.window();
        Json.Obj json = place(view)
                .with(
                        "sections",
                        Json.of(window.sections().stream()
                                .map(WindowJson::section)
                                .toList()))
                .with(
                        "excluded",
                        Json.of(window.excluded().stream()
                                .map(WindowJson::excluded)
                                .toList()));
        return view.sent()
                .map(sent -> json.with("messages", Json.of(SentText.messages(sent))))
                .orElse(json);
    }

    /** Returns the form that {@code context --diff} prints. */
    public static Json.Obj of(WindowDiff diff) {
        return Json.object()
                .with("left", place(diff.left()))
                .with("right", place(diff.right()))
                .with(
                        "sections",
                        Json.of(diff.sections().stream()
                                .map(WindowJson::difference)
                                .toList()));
    }

    private static Json.Obj place(WindowView view) {
        Window window = view.window();
        return Json.object()
                .with("run", window.run())
                .with("step", window.step())
                .with("attempt", window.attempt())
                .with("turn", window.turn())
                .with("agent", window.agent())
                .with("hash", view.hash().hex());
    }

    private static Json section(Window.Section section) {
        return Json.object()
                .with("name", section.part().wire())
                .with("tokens", Tokens.of(section))
                .with(
                        "items",
                        Json.of(section.items().stream().map(WindowJson::item).toList()));
    }

    private static Json item(Window.Item item) {
        return Json.object()
                .with("name", item.name())
                .with("source", item.source())
                .with("text", item.text());
    }

    private static Json excluded(Window.Excluded excluded) {
        return Json.object().with("what", excluded.what()).with("reason", excluded.reason());
    }

    private static Json difference(WindowDiff.Section section) {
        return Json.object()
                .with("name", section.name())
                .with("leftTokens", section.leftTokens())
                .with("rightTokens", section.rightTokens())
                .with("lines", Json.texts(section.lines()));
    }
}
