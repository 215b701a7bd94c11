package dev.orrery.agent.llm;

import dev.orrery.agent.Agent;
import dev.orrery.agent.extractive.ExtractiveResearcher;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Research by choosing: the documents are searched as a native researcher would, and for each topic the model is shown the
 * best candidates and names those that answer it, by id. So it quotes nothing wrongly, and whether there is evidence at
 * all is not for it to say: where it chooses none, the strongest candidate stands.
 */
final class ResearchForm implements Form {
    /** How many statements a topic gets at most. */
    static final int CHOSEN_MAX = 5;

    private final Agent searching = ExtractiveResearcher.generous();

    @Override
    public Move next(Window window) {
        Turn found = searching.reply(window);
        if (!(found instanceof Turn.Final done)) return new Move.Settled(found);
        Json.Obj findings = (Json.Obj) done.output();
        String subject = findings.text("subject");
        Notes notes = Notes.of(window);
        Set<String> used = new HashSet<>();
        var topics = new ArrayList<Json>();
        for (Json topic : findings.list("topics")) {
            var statements = new ArrayList<Json>();
            for (Share share : Share.of(topic.text("topic"), candidates(topic.list("statements"), used))) {
                Optional<Json> chosen = notes.with("share", share.name());
                if (chosen.isEmpty()) return new Move.Asked(question(window, subject, share));
                statements.addAll(chosen.get().list("statements"));
            }
            statements.forEach(s -> used.add(s.text("text")));
            topics.add(((Json.Obj) topic)
                    .with("statements", Json.of(statements))
                    .with("none", Json.of(statements.isEmpty())));
        }
        findings = findings.with("topics", Json.of(topics));
        List<Json> introduction = candidates(findings.list("introduction"), used);
        if (introduction.isEmpty()) return new Move.Settled(new Turn.Final(findings));
        Share share = new Share("introduction", "what " + subject + " is and does", introduction, CHOSEN_MAX);
        Optional<Json> chosen = notes.with("share", share.name());
        if (chosen.isEmpty()) return new Move.Asked(question(window, subject, share));
        return new Move.Settled(new Turn.Final(
                findings.with("introduction", Json.of(chosen.get().list("statements")))));
    }

    /** The candidates of one topic that are asked about at once: few, so that a small model keeps them apart. */
    private record Share(String name, String topic, List<Json> candidates, int most) {
        private static final int CANDIDATES_MAX = 8;

        static List<Share> of(String topic, List<Json> candidates) {
            var shares = new ArrayList<Share>();
            // More candidates than that come only from lists, which want all entries and not the best.
            boolean all = candidates.size() > CANDIDATES_MAX;
            for (int from = 0; from < candidates.size(); from += CANDIDATES_MAX) {
                List<Json> some = candidates.subList(from, Math.min(candidates.size(), from + CANDIDATES_MAX));
                String name = topic + " " + (from / CANDIDATES_MAX + 1);
                shares.add(new Share(name, topic, some, all ? CANDIDATES_MAX : CHOSEN_MAX));
            }
            return shares;
        }
    }

    private static List<Json> candidates(List<Json> statements, Set<String> used) {
        return statements.stream()
                .filter(s -> !used.contains(s.text("text")))
                .filter(s -> !Suspect.is(s.text("text")))
                .toList();
    }

    private static Question question(Window window, String subject, Share share) {
        List<Json> candidates = share.candidates();
        List<String> texts = candidates.stream().map(ResearchForm::shown).toList();
        String text = Texts.goal(window, 300)
                + (subject.isEmpty() ? "" : "Subject: " + subject + "\n")
                + Critiques.of(window)
                + "Topic: " + share.topic() + "\n\nStatements found in the documents:\n"
                + Texts.numbered("s", texts)
                + "\nWhich of them tell something about this topic? Name at most " + share.most()
                + " ids, the most informative first, and leave out what is about something else.";
        return new Choice(candidates, share.most())
                .asked(
                        text,
                        chosen -> new Turn.Note(Json.object()
                                .with("share", share.name())
                                .with("statements", Json.of(chosen.isEmpty() ? candidates.subList(0, 1) : chosen))));
    }

    private static String shown(Json statement) {
        String lead = statement.text("lead");
        return lead.isEmpty() ? statement.text("text") : lead + ": " + statement.text("text");
    }
}
