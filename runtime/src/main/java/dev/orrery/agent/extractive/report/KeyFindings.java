package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.selection.Statement;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chooses which findings are worth remembering: round by round the best of each subject, so that none crowds out another. */
public final class KeyFindings {
    private static final int PROPOSALS_MAX = 12;
    /** A statement that leans on its heading is of no use where the heading is gone. */
    private static final double SCORE_MIN = 0.6;

    private record Finding(Part part, String topic, Statement statement) {}

    private KeyFindings() {}

    /** Returns the proposals for what {@code window} was handed. */
    public static Json of(Window window) {
        Work work = Work.of(window);
        List<List<Finding>> bySubject =
                work.parts().stream().map(p -> findings(p, work.topics())).toList();
        var proposals = new ArrayList<Json>();
        var seen = new HashSet<String>();
        for (int round = 0; proposals.size() < PROPOSALS_MAX; round++) {
            int rank = round;
            List<Finding> next = bySubject.stream()
                    .filter(l -> l.size() > rank)
                    .map(l -> l.get(rank))
                    .toList();
            if (next.isEmpty()) break;
            for (Finding finding : next) propose(finding, proposals, seen);
        }
        return Json.object().with("proposals", Json.of(proposals));
    }

    private static List<Finding> findings(Part part, List<String> topics) {
        var findings = new ArrayList<Finding>();
        part.findings().definition().ifPresent(d -> findings.add(new Finding(part, "what it is", d)));
        for (String topic : topics) {
            part.on(topic).stream()
                    .filter(s -> s.score() >= SCORE_MIN && s.lead().isEmpty())
                    .findFirst()
                    .ifPresent(s -> findings.add(new Finding(part, topic, s)));
        }
        return findings;
    }

    private static void propose(Finding finding, List<Json> proposals, Set<String> seen) {
        String text = finding.statement().text();
        boolean fresh = seen.add(text.toLowerCase(Locale.ROOT));
        if (!fresh || proposals.size() >= PROPOSALS_MAX) return;
        Json.Obj proposal = Json.object()
                .with("kind", "fact")
                .with("namespace", "facts")
                .with("text", text)
                .with("topic", finding.topic())
                .with("sources", Json.texts(finding.statement().places()));
        String name = finding.part().name();
        proposals.add(name.isEmpty() ? proposal : proposal.with("subject", name));
    }
}
