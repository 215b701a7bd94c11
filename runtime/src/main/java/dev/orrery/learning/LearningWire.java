package dev.orrery.learning;

import dev.orrery.journal.JournalNewer;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.kernel.Learned;
import dev.orrery.message.Json;
import java.time.Instant;
import java.util.List;

/** Learning's events as they are stored. The names and shapes are on users' disks: they are only ever added to. */
final class LearningWire {
    private static final int VERSION = 1;

    private LearningWire() {}

    static StoredEvent write(LearningEvent event, Instant at) {
        return new StoredEvent(type(event), VERSION, at, body(event));
    }

    private static String type(LearningEvent event) {
        return switch (event) {
            case LearningEvent.RunObserved _ -> "run.observed";
            case LearningEvent.ProposalMade _ -> "proposal.made";
            case LearningEvent.ProposalStrengthened _ -> "proposal.strengthened";
            case LearningEvent.ProposalAccepted _ -> "proposal.accepted";
            case LearningEvent.ProposalRejected _ -> "proposal.rejected";
            case LearningEvent.VersionMade _ -> "version.made";
            case LearningEvent.VersionRolledBack _ -> "version.rolled-back";
        };
    }

    private static Json.Obj body(LearningEvent event) {
        return switch (event) {
            case LearningEvent.RunObserved e -> e.lessons().toJson();
            case LearningEvent.ProposalMade e -> proposal(e.proposal());
            case LearningEvent.ProposalStrengthened e ->
                id(e.id()).with("change", e.change()).with("evidence", evidence(e.more()));
            case LearningEvent.ProposalAccepted e -> id(e.id());
            case LearningEvent.ProposalRejected e -> id(e.id()).with("why", e.why());
            case LearningEvent.VersionMade e ->
                id(e.id()).with("learned", e.learned().toJson());
            case LearningEvent.VersionRolledBack e ->
                id(e.id()).with("learned", e.learned().toJson());
        };
    }

    private static Json.Obj id(String id) {
        return Json.object().with("id", id);
    }

    private static Json.Obj proposal(Proposal p) {
        return id(p.id())
                .with("key", p.key())
                .with("kind", p.kind().wire())
                .with("target", p.target())
                .with("change", p.change())
                .with("evidence", evidence(p.evidence()));
    }

    private static Json evidence(List<Evidence> evidence) {
        return Json.of(evidence.stream().map(Evidence::toJson).toList());
    }

    static LearningEvent read(Recorded recorded) {
        Json body = recorded.event().body();
        if (recorded.event().version() > VERSION) throw newer(recorded);
        return switch (recorded.event().type()) {
            case "run.observed" -> new LearningEvent.RunObserved(Lessons.of(body));
            case "proposal.made" -> new LearningEvent.ProposalMade(proposal(body));
            case "proposal.strengthened" ->
                new LearningEvent.ProposalStrengthened(body.text("id"), change(body), evidence(body));
            case "proposal.accepted" -> new LearningEvent.ProposalAccepted(body.text("id"));
            case "proposal.rejected" -> new LearningEvent.ProposalRejected(body.text("id"), body.text("why"));
            case "version.made" -> new LearningEvent.VersionMade(body.text("id"), learned(body));
            case "version.rolled-back" -> new LearningEvent.VersionRolledBack(body.text("id"), learned(body));
            default -> throw newer(recorded);
        };
    }

    private static JournalNewer newer(Recorded r) {
        String what =
                "event " + r.seq() + " of " + r.stream() + ", '" + r.event().type() + "',";
        return new JournalNewer(what, Math.max(r.event().version(), VERSION + 1), VERSION);
    }

    private static Proposal proposal(Json body) {
        return new Proposal(
                body.text("id"),
                body.text("key"),
                body.text("kind").equals(Proposal.Kind.ROUTE.wire()) ? Proposal.Kind.ROUTE : Proposal.Kind.GUIDELINE,
                body.text("target"),
                change(body),
                evidence(body),
                Proposal.Status.PROPOSED,
                0);
    }

    private static Json.Obj change(Json body) {
        return body.at("change").orElse(Json.object()) instanceof Json.Obj change ? change : Json.object();
    }

    private static List<Evidence> evidence(Json body) {
        return body.list("evidence").stream().map(Evidence::of).toList();
    }

    private static Learned learned(Json body) {
        return Learned.of(body.at("learned").orElse(Json.object()));
    }
}
