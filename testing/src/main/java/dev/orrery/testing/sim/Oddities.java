package dev.orrery.testing.sim;

import dev.orrery.message.Json;

/** Values that are JSON and that few expect: nested deeply, named at length, in half characters, empty. */
final class Oddities {
    private Oddities() {}

    static Json any(Chance chance) {
        return switch (chance.below(8)) {
            case 0 -> nested(95);
            case 1 -> nested((int) chance.between(90, 102));
            case 2 -> nested(300);
            case 3 -> Json.object().with("n".repeat(11_000), "long");
            case 4 -> Json.object().with("half", "\ud83d and \udc00").with("\ud83d", 1);
            case 5 -> new Json.Null();
            case 6 -> Json.object().with("number", Json.of(1e300)).with("zero", Json.of(-0.0));
            default -> Json.of("");
        };
    }

    private static Json nested(int depth) {
        Json value = Json.object();
        for (int i = 1; i < depth; i++) value = Json.object().with("in", value);
        return value;
    }
}
