package dev.orrery.cli.text;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.learning.Evidence;
import dev.orrery.learning.Proposal;
import java.util.ArrayList;
import java.util.List;

/** Shows what runs have taught. */
public final class ProposalText {
    private static final int ID = 10;
    private static final int STATUS = 13;

    private ProposalText() {}

    /** Returns one line for each of {@code proposals}. */
    public static List<Line> of(List<Proposal> proposals) {
        return proposals.stream().map(ProposalText::line).toList();
    }

    private static Line line(Proposal p) {
        return Line.EMPTY
                .and(p.id(), Style.STRONG)
                .padded(ID)
                .and(p.status().wire(), style(p.status()))
                .padded(ID + STATUS)
                .and(change(p))
                .and("  " + Plain.line(p.change().text("why")), Style.FAINT);
    }

    /** Returns {@code p} with its evidence. */
    public static List<Line> whole(Proposal p) {
        var lines = new ArrayList<Line>();
        lines.add(line(p));
        if (p.version() > 0) lines.add(Line.of("  learned version " + p.version()));
        lines.add(Line.of("  because of"));
        for (Evidence e : p.evidence()) {
            lines.add(Line.of("    ")
                    .and(e.run() + " event " + e.seq(), Style.STRONG)
                    .and("  " + Plain.line(e.signal())));
        }
        return lines;
    }

    /** Returns what {@code p} would change, in a sentence. */
    public static String change(Proposal p) {
        return Plain.line(
                switch (p.kind()) {
                    case ROUTE -> {
                        int slash = p.target().indexOf('/');
                        yield "For " + p.target().substring(0, slash) + ", take "
                                + p.change().text("prefer") + " before "
                                + p.target().substring(slash + 1) + ".";
                    }
                    case GUIDELINE -> p.change().text("text");
                });
    }

    private static Style style(Proposal.Status status) {
        return switch (status) {
            case PROPOSED -> Style.NOTICE;
            case ACCEPTED -> Style.GOOD;
            case REJECTED, ROLLED_BACK -> Style.FAINT;
        };
    }
}
