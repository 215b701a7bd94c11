package dev.orrery.context;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Window;

/**
 * Estimates tokens where no model says how it counts: four characters each, the usual rule of thumb for English text in
 * byte-pair encodings. Budgets for native agents are kept in the same unit.
 */
public final class Tokens {
    private static final int CHARACTERS_EACH = 4;

    private Tokens() {}

    /** Estimates the tokens of {@code text}. */
    public static long of(String text) {
        return (text.length() + CHARACTERS_EACH - 1L) / CHARACTERS_EACH;
    }

    /** Estimates the tokens of {@code json} as it would be printed. */
    public static long of(Json json) {
        return of(JsonText.print(json));
    }

    /** Estimates the tokens of everything that {@code window} shows. */
    public static long of(Window window) {
        return window.sections().stream().mapToLong(Tokens::of).sum();
    }

    /** Estimates the tokens of one section. */
    public static long of(Window.Section section) {
        return section.items().stream().mapToLong(i -> of(i.text())).sum();
    }
}
