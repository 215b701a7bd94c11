package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Hash;
import java.util.HashMap;
import java.util.Map;

/** What the journal acknowledged is there, at its place, word for word. */
final class AcknowledgedRecords implements Check {
    private final Map<Long, Hash> there = new HashMap<>();
    private final Outside outside;

    AcknowledgedRecords(Outside outside) {
        this.outside = outside;
    }

    @Override
    public void see(Recorded event, Findings findings) {
        there.put(event.seq(), Outside.hash(event));
    }

    @Override
    public void end(Findings findings) {
        for (Outside.Acknowledged record : outside.acknowledged()) {
            for (int i = 0; i < record.events().size(); i++) {
                long seq = record.firstSeq() + i;
                findings.require(
                        record.events().get(i).equals(there.get(seq)),
                        Promise.NOTHING_ACKNOWLEDGED_IS_LOST,
                        seq,
                        "it was acknowledged and is " + (there.containsKey(seq) ? "another now" : "gone"));
            }
        }
    }
}
