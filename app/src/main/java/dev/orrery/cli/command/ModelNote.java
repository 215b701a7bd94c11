package dev.orrery.cli.command;

import dev.orrery.RunSummary;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.ModelOptions;
import dev.orrery.cli.session.Session;
import dev.orrery.kernel.AgentCard;
import java.util.Optional;

/** Says on stderr, in a line, whether a model works on a run, where the user may not know it. */
final class ModelNote {
    private ModelNote() {}

    /** Speaks of the run {@code id} that is asked for with {@code set}; of one that has ended there is nothing to say. */
    static void say(Session session, Library library, Optional<String> id, Optional<ModelOptions.Setting> set) {
        Optional<RunSummary> known = id.flatMap(
                run -> library.runs().stream().filter(r -> r.run().equals(run)).findFirst());
        if (known.isPresent()) goesOn(session, known.get(), set);
        else begins(session, library, set);
    }

    private static void begins(Session session, Library library, Optional<ModelOptions.Setting> set) {
        if (set.isPresent()) {
            if (set.get().typed()) return;
            String at = set.get().wish().baseUrl().map(url -> " at " + url).orElse("");
            session.say(set.get().wish().name() + at + " works for the agents: "
                    + set.get().by() + " says so");
        } else if (library.agents().stream().allMatch(a -> a.card().mind() != AgentCard.Mind.MODEL)) {
            session.say("no model is set, so the report quotes what was read; to have one work, add --model openai:NAME"
                    + " or anthropic:NAME");
        }
    }

    /** A run keeps the agents that it began with. */
    private static void goesOn(Session session, RunSummary run, Optional<ModelOptions.Setting> set) {
        if (run.status().ended() || set.filter(ModelOptions.Setting::typed).isEmpty()) return;
        session.say("run " + run.run() + " keeps the agents that it began with; --model counts for new runs");
    }
}
