package dev.orrery.agent.llm;

import dev.orrery.agent.extractive.report.Report;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import dev.orrery.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writing by rewording: section by section the model says each statement in a plain sentence, and the runtime holds every
 * sentence to the lines that it cites. What does not hold goes back once with the reason; what then still does not hold is
 * dropped, and the quotation stands in its place. Headings, order, rules, table and citations are made of the research.
 */
final class WriteForm implements Form {
    private static final int SENTENCE_MAX = 400;
    private static final long TOKENS_PER_SENTENCE = 110;

    private final String model;

    WriteForm(String model) {
        this.model = model;
    }

    @Override
    public Move next(Window window) {
        List<ToolCall> wanted = new Report(window).wanted();
        if (!wanted.isEmpty()) {
            return new Move.Settled(
                    new Turn.ToolCalls(wanted.stream().limit(Turn.CALLS_MAX).toList()));
        }
        Notes notes = Notes.of(window);
        var wording = new Wording();
        for (Passage section : Passage.sections(window)) {
            Optional<Json> first = notes.with("section", section.name());
            if (first.isEmpty()) return new Move.Asked(question(window, section, section.statements(), Map.of()));
            Map<Json, List<String>> faulty = wording.take(section, first.get());
            if (faulty.isEmpty()) continue;
            Optional<Json> second = notes.with("section", section.name() + AGAIN);
            if (second.isEmpty()) {
                return new Move.Asked(question(window, section, List.copyOf(faulty.keySet()), faulty));
            }
            wording.drop(wording.take(section, second.get()).size());
        }
        return new Move.Settled(new Turn.Final(wording.report(window, model)));
    }

    private static final String AGAIN = ", again";

    private static Question question(
            Window window, Passage section, List<Json> statements, Map<Json, List<String>> faults) {
        List<String> texts = statements.stream().map(Passage::shown).toList();
        var text = new StringBuilder(Critiques.steering(window));
        if (!section.subject().isEmpty()) {
            text.append("Subject: ").append(section.subject()).append('\n');
        }
        text.append("Topic: ")
                .append(section.topic())
                .append("\n\nStatements:\n")
                .append(Texts.numbered("s", texts));
        text.append("\nSay each of them as one plain sentence that is understood without the others. Name the subject")
                .append(" instead of \"it\" or \"we\". Keep every number, name, condition and \"not\". Add nothing.");
        if (!faults.isEmpty())
            text.append("\n\nYour sentences before did not hold:\n").append(critique(statements, faults));
        Map<String, Json> members = new LinkedHashMap<>();
        for (String id : Texts.ids("s", statements.size())) members.put(id, Schema.text(SENTENCE_MAX));
        String name = faults.isEmpty() ? section.name() : section.name() + AGAIN;
        return new Question(
                text.toString(),
                new Shape("sentences", Schema.object(members)),
                TOKENS_PER_SENTENCE * statements.size(),
                reply -> note(name, statements, reply));
    }

    private static String critique(List<Json> statements, Map<Json, List<String>> faults) {
        var lines = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            List<String> why = faults.getOrDefault(statements.get(i), List.of());
            lines.append('s')
                    .append(i + 1)
                    .append(": ")
                    .append(String.join("; ", why))
                    .append('\n');
        }
        return lines.toString();
    }

    private static Turn note(String section, List<Json> statements, Json reply) {
        var said = new ArrayList<Json>();
        for (int i = 0; i < statements.size(); i++) {
            said.add(Json.object()
                    .with("quote", statements.get(i).text("text"))
                    .with("text", Texts.brief(reply.text("s" + (i + 1)), SENTENCE_MAX)));
        }
        return new Turn.Note(Json.object().with("section", section).with("sentences", Json.of(said)));
    }
}
