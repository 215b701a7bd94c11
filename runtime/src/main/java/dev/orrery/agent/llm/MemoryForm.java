package dev.orrery.agent.llm;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.ExtractiveMemory;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import dev.orrery.model.Shape;
import java.util.List;
import java.util.Map;

/** Chooses among the findings those worth remembering, by id; the proposals keep the words and sources of the findings. */
final class MemoryForm implements Form {
    private static final int CHOSEN_MAX = 8;
    private static final long REPLY_TOKENS_MAX = 100;
    private final Agent proposing = new ExtractiveMemory();

    @Override
    public Move next(Window window) {
        Turn found = proposing.reply(window);
        if (!(found instanceof Turn.Final done)) return new Move.Settled(found);
        List<Json> proposals = done.output().list("proposals").stream()
                .filter(p -> !Suspect.is(p.text("text")))
                .toList();
        if (proposals.isEmpty()) {
            return new Move.Settled(new Turn.Final(Json.object().with("proposals", Json.of(proposals))));
        }
        List<String> texts = proposals.stream().map(p -> p.text("text")).toList();
        String text = Critiques.of(window) + "Findings of this run:\n" + Texts.numbered("s", texts)
                + "\nWhich of them would a later run on the same subjects want to know? Name at most " + CHOSEN_MAX
                + " ids, the most useful first.";
        Json.Obj schema =
                Schema.object(Map.of("ids", Schema.listOf(Schema.oneOf(Texts.ids("s", proposals.size())), CHOSEN_MAX)));
        return new Move.Asked(new Question(text, new Shape("choice", schema), REPLY_TOKENS_MAX, reply -> {
            List<Json> chosen = reply.textList("ids").stream()
                    .distinct()
                    .map(id -> proposals.get(Texts.index(id)))
                    .toList();
            return new Turn.Final(Json.object().with("proposals", Json.of(chosen)));
        }));
    }
}
