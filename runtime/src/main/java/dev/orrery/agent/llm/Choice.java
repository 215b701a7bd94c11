package dev.orrery.agent.llm;

import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A question that is answered by ids: some of what is shown is named, and nothing is copied.
 *
 * @param items what there is to choose from, shown as {@code s1}, {@code s2}, … in this order
 * @param most how many may be named
 */
record Choice(List<Json> items, int most) {
    private static final long REPLY_TOKENS_MAX = 100;

    /** Asks {@code text}, and makes a turn of the items that are named, each once, in the order of the reply. */
    Question asked(String text, Function<List<Json>, Turn> reading) {
        Json.Obj schema = Schema.object(Map.of("ids", Schema.listOf(Schema.oneOf(Texts.ids("s", items.size())), most)));
        return new Question(text, new Shape("choice", schema), REPLY_TOKENS_MAX, reply -> reading.apply(named(reply)));
    }

    private List<Json> named(Json reply) {
        return reply.textList("ids").stream()
                .distinct()
                .map(id -> items.get(Texts.index(id)))
                .toList();
    }
}
