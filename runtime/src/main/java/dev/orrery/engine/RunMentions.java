package dev.orrery.engine;

import dev.orrery.context.WindowStore;
import dev.orrery.engine.wire.EventReader;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.MemoryRef;
import dev.orrery.kernel.Outcome;
import dev.orrery.message.Hash;
import dev.orrery.message.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which contents the events of runs name: windows with all that they show, what was sent to models, tools' results. */
public final class RunMentions implements Mentions {
    @Override
    public Set<Hash> of(Recorded recorded, Function<Hash, Optional<byte[]>> contents) {
        if (recorded.stream().kind() != StreamId.Kind.RUN) return Set.of();
        var named = new LinkedHashSet<Hash>();
        try {
            name(EventReader.read(recorded), contents, named);
        } catch (IllegalArgumentException e) {
            throw new JournalDamaged(
                    recorded.stream() + " event " + recorded.seq(), "it cannot be understood: " + e.getMessage(), e);
        }
        return named;
    }

    private static void name(Event event, Function<Hash, Optional<byte[]>> contents, Set<Hash> named) {
        if (event instanceof Event.ContextAssembled e) {
            window(e.window(), contents, named);
            e.memory().stream().map(MemoryRef::content).forEach(named::add);
        }
        if (event instanceof Event.Requested(Effect.Think think, var _)) window(think.window(), contents, named);
        if (event instanceof Event.Requested(Effect.Retry retry, var _)) window(retry.window(), contents, named);
        if (event instanceof Event.TurnTaken e) e.sent().ifPresent(named::add);
        if (event instanceof Event.TurnFailed e) e.sent().ifPresent(named::add);
        if (event instanceof Event.ToolReturned e && e.outcome() instanceof Outcome.Returned returned) {
            named.add(returned.content());
        }
    }

    private static void window(Hash manifest, Function<Hash, Optional<byte[]>> contents, Set<Hash> named) {
        named.add(manifest);
        contents.apply(manifest)
                .map(bytes -> JsonText.parse(new String(bytes, StandardCharsets.UTF_8)))
                .ifPresent(json -> named.addAll(WindowStore.contents(json)));
    }
}
