package dev.orrery.agent.llm;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.ExtractiveMemory;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.List;

/** Chooses among the findings those worth remembering, by id; the proposals keep the words and sources of the findings. */
final class MemoryForm implements Form {
    private static final int CHOSEN_MAX = 8;
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
        return new Move.Asked(new Choice(proposals, CHOSEN_MAX)
                .asked(text, chosen -> new Turn.Final(Json.object().with("proposals", Json.of(chosen)))));
    }
}
