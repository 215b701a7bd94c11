package dev.orrery.journal.jdbc;

import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.RecordText;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A record as it is stored, its checksum found right. Never compared. */
@SuppressWarnings("ArrayRecordComponent")
record StoredRecord(StreamId stream, long commit, long firstSeq, int count, byte[] hash, byte[] text) {

    /**
     * Reads the record in the present row: number, first, events, crc, hash, text.
     *
     * @throws JournalDamaged when its checksum is wrong
     */
    static StoredRecord read(ResultSet row, StreamId stream) throws SQLException {
        byte[] hash = row.getBytes(5);
        byte[] text = row.getBytes(6);
        var record = new StoredRecord(
                stream,
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                hash == null ? new byte[0] : hash,
                text == null ? new byte[0] : text);
        int crc = Seal.crc(stream, record.commit, record.firstSeq, record.count, record.hash, record.text);
        if (crc != row.getInt(4)) throw record.damaged("its checksum is wrong");
        return record;
    }

    long lastSeq() {
        return firstSeq + count - 1;
    }

    /** Returns the events. */
    List<Recorded> events() {
        List<StoredEvent> events;
        try {
            events = RecordText.decode(text);
        } catch (IllegalArgumentException e) {
            throw new JournalDamaged(place(), "it is " + e.getMessage(), e);
        }
        if (events.size() != count) throw damaged("it holds " + events.size() + " events, not " + count);
        var out = new ArrayList<Recorded>(count);
        for (StoredEvent event : events) out.add(new Recorded(stream, firstSeq + out.size(), event, commit));
        return out;
    }

    JournalDamaged damaged(String what) {
        return new JournalDamaged(place(), what);
    }

    private String place() {
        return stream + " event " + firstSeq + " (commit " + commit + ")";
    }
}
