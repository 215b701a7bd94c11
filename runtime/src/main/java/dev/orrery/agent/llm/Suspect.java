package dev.orrery.agent.llm;

import dev.orrery.agent.screen.InjectionScreen;
import dev.orrery.message.Json;
import java.util.LinkedHashMap;
import java.util.Set;

/** Tells which text of a document a model is better not shown: what gives orders to whoever reads it. */
final class Suspect {
    private static final InjectionScreen SCREEN = new InjectionScreen(
            Set.of("files.write", "web.fetch", "knowledge.search", "knowledge.read", "knowledge.outline"));

    private Suspect() {}

    private static final Json LEFT_OUT = Json.of("(left out: this text gives orders to its reader)");

    static boolean is(String text) {
        return SCREEN.look(text).isPresent();
    }

    /** Returns {@code value} with each text in it that gives orders replaced by a word about that. */
    static Json without(Json value) {
        return switch (value) {
            case Json.Str text -> is(text.text()) ? LEFT_OUT : text;
            case Json.Arr array ->
                Json.of(array.items().stream().map(Suspect::without).toList());
            case Json.Obj object -> {
                var members = new LinkedHashMap<String, Json>();
                object.members().forEach((name, member) -> members.put(name, without(member)));
                yield new Json.Obj(members);
            }
            case Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }
}
