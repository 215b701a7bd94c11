package dev.orrery.crash;

import dev.orrery.engine.RunMentions;
import dev.orrery.engine.history.Replay;
import dev.orrery.engine.history.Replayed;
import dev.orrery.journal.Blob;
import dev.orrery.journal.Home;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Question;
import dev.orrery.kernel.RunState;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a journal that a process left, and says what does not agree with what the world outside was told. */
final class Audit {
    private static final int EVENTS_MAX = 100_000;

    private final Home home;
    private final Life.Work work;
    private final Outside outside;
    private final List<String> faults = new ArrayList<>();

    private Audit(Home home, Life.Work work, Outside outside) {
        this.home = home;
        this.work = work;
        this.outside = outside;
    }

    /** Returns all faults; none when every promise was kept. */
    static List<String> of(Home home, Life.Work work, Outside outside) {
        var audit = new Audit(home, work, outside);
        audit.faults.addAll(outside.faults());
        try (SqliteJournal journal = SqliteJournal.open(home, SmallRun.LISTS)) {
            audit.journal(journal);
        } catch (JournalException e) {
            audit.faults.add("the journal does not open or cannot be read: " + e.getMessage());
        }
        return audit.faults;
    }

    private void journal(SqliteJournal journal) {
        long last = journal.lastCommit();
        if (last < outside.lastCommit()) faults.add("commits end at " + last + ", not at " + outside.lastCommit());
        Mentions mentions = work.isOfRuns() ? new RunMentions() : Mentions.NONE;
        SqliteJournal.check(home, SmallRun.LISTS, mentions)
                .damages()
                .forEach(damage -> faults.add("damage at " + damage));
        for (String name : work.streams()) {
            if (work.isOfRuns()) run(journal, StreamId.run(name));
            else written(journal, WritingProcess.stream(name));
        }
        outside.calls().forEach((call, times) -> {
            if (call.startsWith(SmallRun.SEND) && times > 1) faults.add(call + " was made " + times + " times");
        });
    }

    private List<Recorded> acknowledged(SqliteJournal journal, StreamId stream) {
        List<Recorded> events = journal.read(stream, 0, EVENTS_MAX);
        outside.acknowledged(stream.id()).forEach((seq, type) -> {
            boolean there = seq <= events.size()
                    && events.get((int) (seq - 1)).event().type().equals(type);
            if (!there) faults.add(stream + " event " + seq + " (" + type + ") was acknowledged and is lost");
        });
        return events;
    }

    private void written(SqliteJournal journal, StreamId stream) {
        List<Recorded> events = acknowledged(journal, stream);
        if (events.size() % 2 != 0) faults.add(stream + " holds half of a record");
        for (int seq = 2; seq <= events.size(); seq += 2) {
            Blob content = WritingProcess.content(stream, seq);
            if (journal.blobs().get(content.hash()).isEmpty()) faults.add(stream + " " + seq + " has no content");
        }
    }

    private void run(SqliteJournal journal, StreamId run) {
        List<Recorded> events = acknowledged(journal, run);
        Replayed replayed = new Replay(journal, run, SmallRun.DECIDER, SmallRun.LISTS).run();
        replayed.difference().ifPresent(d -> faults.add(run + " does not replay: " + d));
        once(run, events);
        calls(run, events);
    }

    /** What may happen once in a run happened once. */
    private void once(StreamId run, List<Recorded> events) {
        var seen = new HashSet<String>();
        for (Recorded recorded : events) {
            String type = recorded.event().type();
            Json body = recorded.event().body();
            String what = switch (type) {
                case "run.started", "run.ended" -> type;
                case "step.completed" -> type + " " + body.text("step");
                case "tool.started", "tool.returned", "turn.taken", "context.assembled" ->
                    type + " " + body.text("effect");
                default -> type + " " + recorded.seq();
            };
            if (!seen.add(what)) faults.add(run + " event " + recorded.seq() + ": a second " + what);
        }
    }

    /** Each call that cannot be repeated was durable before it was made, and none of unknown outcome is passed over. */
    private void calls(StreamId run, List<Recorded> events) {
        var keys = new java.util.HashMap<String, String>();
        Set<String> started = new HashSet<>();
        Set<String> settled = new HashSet<>();
        Set<String> asked = new HashSet<>();
        boolean ended = false;
        for (Recorded recorded : events) {
            Json body = recorded.event().body();
            switch (recorded.event().type()) {
                case "effect.requested" -> {
                    if (body.text("kind").equals("tool")) keys.put(body.text("key"), body.text("effect"));
                }
                case "tool.started" -> started.add(body.text("effect"));
                case "tool.returned" -> settled.add(body.text("effect"));
                case "human.asked" -> asked.add(body.text("about"));
                case "run.ended" -> ended = true;
                default -> {}
            }
        }
        for (String call : outside.calls().keySet()) {
            String key = call.substring(call.indexOf(' ') + 1);
            if (!key.startsWith(run.id() + "/")) continue;
            String effect = keys.get(key);
            if (effect == null) faults.add(call + " was made, and nothing durable wanted it");
            else if (call.startsWith(SmallRun.SEND) && !started.contains(effect)) {
                faults.add(call + " was made, and its start is not durable");
            } else if (ended && !settled.contains(effect)) {
                faults.add(call + " was made, and the run ended without knowing what became of it");
            }
        }
        started.removeAll(settled);
        started.removeAll(asked);
        if (!started.isEmpty() && outside.over().contains(run.id() + " WAITING")) {
            faults.add(run + " waits, and does not ask what became of " + started);
        }
    }

    /** Returns the key of the call that a human is asked about. */
    static Optional<String> key(RunState state, Question question) {
        return Optional.ofNullable(state.owed().get(question.about()))
                .filter(debt -> debt.effect() instanceof Effect.UseTool)
                .map(debt -> ((Effect.UseTool) debt.effect()).key());
    }
}
