package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A stream has no gap, its time never runs backwards, it begins once, and little may follow its end. */
final class WholeStream implements Check {
    private final Map<String, String> kinds = new HashMap<>();
    private long last;
    private Instant time = Instant.EPOCH;
    private boolean ended;

    @Override
    public void see(Recorded event, Findings findings) {
        long seq = event.seq();
        String type = event.event().type();
        Promise whole = Promise.STREAMS_ARE_WHOLE;
        findings.require(seq == last + 1, whole, seq, "it follows event " + last);
        findings.require(!event.event().at().isBefore(time), whole, seq, "time runs backwards");
        findings.require(type.equals("run.started") == (last == 0), whole, seq, type + " does not belong here");
        if (type.equals("human.asked")) {
            kinds.put(event.event().body().text("id"), event.event().body().text("kind"));
        }
        findings.require(!ended || mayFollow(event), whole, seq, type + " after the end");
        if (type.equals("run.ended")) ended = true;
        last = seq;
        time = event.event().at();
    }

    private boolean mayFollow(Recorded event) {
        return switch (event.event().type()) {
            case "feedback.given", "tool.returned" -> true;
            case "human.answered" ->
                "outcome".equals(kinds.get(event.event().body().text("id")));
            default -> false;
        };
    }
}
