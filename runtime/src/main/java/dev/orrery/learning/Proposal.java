package dev.orrery.learning;

import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A change that earlier runs speak for. It changes nothing until it is accepted.
 *
 * @param id short and stable, such as {@code l-4f0a9c}
 * @param key what is proposed, whatever the evidence; equal proposals have equal keys
 * @param kind what it would change
 * @param target whose behaviour it would change: {@code CAPABILITY/AGENT} for a route, {@code write} for a guideline
 * @param change what it would change it to, with {@code why} for people
 * @param evidence what speaks for it, oldest first, at most {@value #EVIDENCE_MAX}; {@code why} tells the full number
 * @param status how it stands
 * @param version the learned version that accepting it, or rolling it back, made; 0 when neither happened
 */
public record Proposal(
        String id,
        String key,
        Kind kind,
        String target,
        Json.Obj change,
        List<Evidence> evidence,
        Status status,
        long version) {

    /** How much evidence a proposal carries at most; what comes later is counted and not kept. */
    public static final int EVIDENCE_MAX = 500;

    /** What a proposal would change. */
    public enum Kind {
        /** Which agent is the first choice for a capability. */
        ROUTE,
        /** A rule for those who write. */
        GUIDELINE;

        /** Returns the stable name. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a proposal stands. */
    public enum Status {
        /** It waits for a human. */
        PROPOSED("proposed"),
        /** It is part of the learned version. */
        ACCEPTED("accepted"),
        /** It was turned down. */
        REJECTED("rejected"),
        /** It was part of a learned version and is no longer. */
        ROLLED_BACK("rolled-back");

        private final String wire;

        Status(String wire) {
            this.wire = wire;
        }

        /** Returns the stable name. */
        public String wire() {
            return wire;
        }
    }

    public Proposal {
        evidence = List.copyOf(evidence);
    }

    /** Returns what {@code learn list --json} shows. */
    public Json.Obj toJson() {
        return Json.object()
                .with("id", id)
                .with("kind", kind.wire())
                .with("target", target)
                .with("change", change)
                .with(
                        "evidence",
                        Json.of(evidence.stream().map(Evidence::toJson).toList()))
                .with("status", status.wire())
                .with("version", version);
    }

    Proposal now(Status next, long made) {
        return new Proposal(id, key, kind, target, change, evidence, next, made);
    }

    Proposal strengthened(Json.Obj anew, List<Evidence> more) {
        var all = new ArrayList<>(evidence);
        all.addAll(more);
        List<Evidence> kept = all.size() > EVIDENCE_MAX ? all.subList(0, EVIDENCE_MAX) : all;
        return new Proposal(id, key, kind, target, anew, kept, status, version);
    }
}
