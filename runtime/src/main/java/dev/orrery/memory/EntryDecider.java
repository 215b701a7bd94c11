package dev.orrery.memory;

import dev.orrery.memory.EntryEvent.Accepted;
import dev.orrery.memory.EntryEvent.Added;
import dev.orrery.memory.EntryEvent.Closed;
import dev.orrery.memory.EntryEvent.Flagged;
import dev.orrery.memory.EntryEvent.Proposed;
import dev.orrery.memory.EntryEvent.Rejected;
import dev.orrery.memory.Memory.Outcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what becomes of requests to memory. Pure: the same entries, request and time give the same decision.
 *
 * @param entries all entries by id, as they stand
 * @param at the time of the decision
 */
record EntryDecider(Map<String, Entry> entries, Instant at) {
    /** How the closing of what another entry took the place of is told; such an entry may come back. */
    private static final String SUPERSEDED = "superseded by ";

    /** What is to be written, and what the caller is told. */
    record Decision(List<EntryEvent> events, Outcome outcome) {}

    Decision propose(Proposal proposal, Governance governance) {
        List<String> faults = Checks.form(proposal);
        if (!faults.isEmpty()) return refused(String.join("; ", faults));
        Optional<Entry> known = entry(proposal.id());
        if (known.isPresent() && !mayComeBack(known.get())) {
            return new Decision(List.of(), new Outcome.Known(known.get()));
        }
        List<Entry> contradicted = Checks.contradicted(proposal, live());
        Entry entry = entry(proposal, known, Status.PROPOSED, contradicted);
        var events = new ArrayList<EntryEvent>(List.of(new Proposed(entry)));
        Outcome outcome = switch (governance.judge(proposal, contradicted)) {
            case REVIEW -> new Outcome.Done(entry);
            case ACCEPT -> {
                events.add(new Accepted(entry.id()));
                contradicted.forEach(e -> events.add(new Closed(e.id(), SUPERSEDED + entry.id())));
                yield new Outcome.Done(entry.now(Status.LIVE, ""));
            }
        };
        return new Decision(events, outcome);
    }

    Decision add(Proposal proposal) {
        List<String> faults = Checks.form(proposal);
        if (!faults.isEmpty()) return refused(String.join("; ", faults));
        Optional<Entry> known = entry(proposal.id());
        if (known.isPresent() && known.get().status() == Status.LIVE) {
            return new Decision(List.of(), new Outcome.Known(known.get()));
        }
        Entry entry = entry(proposal, known, Status.LIVE, List.of());
        var events = new ArrayList<EntryEvent>(List.of(new Added(entry)));
        Checks.contradicted(proposal, live()).forEach(e -> events.add(new Closed(e.id(), SUPERSEDED + entry.id())));
        return new Decision(events, new Outcome.Done(entry));
    }

    Decision accept(String id) {
        Optional<Entry> known = entry(id);
        if (known.isEmpty() || !known.get().isForReview()) return notWaiting(id, known);
        Entry entry = known.get();
        var events = new ArrayList<EntryEvent>(List.of(new Accepted(entry.id())));
        Checks.contradicted(entry.what(), live()).stream()
                .filter(e -> !e.id().equals(entry.id()))
                .forEach(e -> events.add(new Closed(e.id(), SUPERSEDED + entry.id())));
        return new Decision(events, new Outcome.Done(entry.now(Status.LIVE, "")));
    }

    Decision reject(String id, String why) {
        if (why.isBlank()) return refused("say why " + id + " is rejected: who proposed it should learn from it");
        Optional<Entry> known = entry(id);
        if (known.isEmpty() || !known.get().isForReview()) return notWaiting(id, known);
        Entry entry = known.get();
        return entry.status() == Status.LIVE
                ? close(entry, why)
                : new Decision(
                        List.of(new Rejected(entry.id(), why)), new Outcome.Done(entry.now(Status.REJECTED, why)));
    }

    Decision forget(String id, String why) {
        Optional<Entry> known = entry(id);
        if (known.isEmpty()) return refused("there is no entry " + id + " in memory");
        Entry entry = known.get();
        return isOpen(entry)
                ? close(entry, why)
                : refused(id + " is " + entry.status().wire() + " already");
    }

    Decision flag(String id, String why) {
        Optional<Entry> known = entry(id);
        if (known.isEmpty() || known.get().status() != Status.LIVE) {
            return refused("only a live entry can be flagged, and " + id + " is none");
        }
        Entry entry = known.get();
        if (entry.flagged()) return new Decision(List.of(), new Outcome.Known(entry));
        return new Decision(List.of(new Flagged(entry.id(), why)), new Outcome.Done(entry.flagged(why)));
    }

    /** Returns the closing of all that rests on {@code source}. */
    List<EntryEvent> revoke(String source, String why) {
        return closing(source, why, new HashSet<>());
    }

    private Decision close(Entry entry, String why) {
        var events = new ArrayList<EntryEvent>(List.of(new Closed(entry.id(), why)));
        var gone = new HashSet<>(Set.of(entry.id()));
        events.addAll(closing("memory:" + entry.id(), "rests on " + entry.id() + ", which was closed", gone));
        return new Decision(events, new Outcome.Done(entry.closed(at, why)));
    }

    /** What rests on what rests on it goes too. */
    private List<EntryEvent> closing(String source, String why, Set<String> gone) {
        var events = new ArrayList<EntryEvent>();
        List<Entry> open =
                entries.values().stream().filter(EntryDecider::isOpen).toList();
        Deque<String> revoked = new ArrayDeque<>(List.of(source));
        while (!revoked.isEmpty()) {
            for (Entry entry : Checks.derived(revoked.poll(), open)) {
                if (!gone.add(entry.id())) continue;
                events.add(new Closed(entry.id(), why));
                revoked.add("memory:" + entry.id());
            }
        }
        return events;
    }

    private Entry entry(Proposal proposal, Optional<Entry> known, Status status, List<Entry> contradicted) {
        return new Entry(
                proposal.id(),
                known.map(k -> k.version() + 1).orElse(1),
                proposal,
                status,
                at,
                Optional.empty(),
                at,
                "",
                false,
                contradicted.stream().map(Entry::id).toList());
    }

    private Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    private List<Entry> live() {
        return entries.values().stream().filter(e -> e.status() == Status.LIVE).toList();
    }

    private static boolean isOpen(Entry entry) {
        return entry.status() == Status.LIVE || entry.status() == Status.PROPOSED;
    }

    private static boolean mayComeBack(Entry entry) {
        return entry.status() == Status.CLOSED && entry.note().startsWith(SUPERSEDED);
    }

    private static Decision notWaiting(String id, Optional<Entry> known) {
        return refused(known.map(e ->
                        id + " does not wait for review: it is " + e.status().wire())
                .orElse("there is no entry " + id + " in memory"));
    }

    private static Decision refused(String reason) {
        return new Decision(List.of(), new Outcome.Refused(reason));
    }
}
