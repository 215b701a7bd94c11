package dev.orrery.journal;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * The text form of a record: a JSON array of {@code {"type", "version", "at", "body"}}. It is what lies on disk, can be
 * read with any tool, and may only ever be added to.
 */
public final class RecordText {
    private RecordText() {}

    /**
     * Writes the events of one record as UTF-8.
     *
     * @throws IllegalArgumentException when there are none or the text is larger than {@link Journal#RECORD_BYTES_MAX}
     */
    public static byte[] encode(List<StoredEvent> events) {
        if (events.isEmpty()) throw new IllegalArgumentException("a record holds at least one event");
        var text = new StringBuilder(256);
        for (StoredEvent event : events) {
            text.append(text.isEmpty() ? '[' : ',');
            // Types hold no character that JSON escapes.
            text.append("{\"type\":\"").append(event.type());
            text.append("\",\"version\":").append(event.version());
            text.append(",\"at\":\"").append(event.at());
            text.append("\",\"body\":").append(JsonText.print(event.body())).append('}');
        }
        byte[] bytes = text.append(']').toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Journal.RECORD_BYTES_MAX) {
            throw new IllegalArgumentException("a record of " + bytes.length + " bytes is too large: at most "
                    + Journal.RECORD_BYTES_MAX + "; keep large contents as blobs");
        }
        return bytes;
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static List<StoredEvent> decode(byte[] record) {
        return JsonText.parse(new String(record, StandardCharsets.UTF_8)).items().stream()
                .map(RecordText::event)
                .toList();
    }

    private static StoredEvent event(Json json) {
        try {
            Json body = json instanceof Json.Obj o ? o.members().get("body") : null;
            if (body == null) throw new IllegalArgumentException("not a record: an event has no body");
            return new StoredEvent(
                    json.text("type"), (int) json.number("version", 0), Instant.parse(json.text("at")), body);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a record: " + e.getMessage(), e);
        }
    }
}
