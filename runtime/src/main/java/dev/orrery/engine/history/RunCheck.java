package dev.orrery.engine.history;

import dev.orrery.engine.RunMentions;
import dev.orrery.engine.wire.EventReader;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.Recorded;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.RunState;
import dev.orrery.message.Hash;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Goes through an export as a run would go through it: each event is known, follows, and has its contents. */
final class RunCheck implements Consumer<ChainedRecord> {
    private final RunFile exported;
    private final Decider decider;
    private final RunMentions mentions = new RunMentions();
    private final Set<String> named = new HashSet<>();
    private RunState state = RunState.NONE;

    RunCheck(RunFile exported, Decider decider) {
        this.exported = exported;
        this.decider = decider;
    }

    @Override
    public void accept(ChainedRecord record) {
        for (Recorded event : record.recorded()) {
            evolve(event);
            name(event);
        }
    }

    private void evolve(Recorded event) {
        try {
            state = decider.evolve(state, EventReader.read(event));
        } catch (JournalException e) {
            throw new ExportException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new ExportException("event " + event.seq() + " does not follow from those before it", e);
        }
    }

    private void name(Recorded event) {
        try {
            for (Hash hash : mentions.of(event, exported::content)) named.add(hash.hex());
        } catch (JournalDamaged e) {
            throw new ExportException("event " + event.seq() + " names what cannot be understood", e);
        }
    }

    /** Refuses what is not whole once all records were seen. */
    void end() {
        if (state.start().isEmpty()) throw new ExportException("its run never began");
        if (!named.equals(exported.contents())) throw new ExportException("it lacks contents, or has too many");
        for (String name : named) exported.content(new Hash(name));
    }
}
