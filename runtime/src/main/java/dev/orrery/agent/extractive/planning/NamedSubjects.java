package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.subjects.Member;
import dev.orrery.agent.extractive.subjects.Places;
import dev.orrery.message.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells which subjects, known by name, the knowledge has something about: a folder, a file, or at least sentences. */
final class NamedSubjects {
    private static final int HITS = 20;

    /** A name without a folder of its own needs this many sentences; fewer are mentions in passing. */
    private static final int SENTENCES_MIN = 3;

    private final List<Member> named;
    private final Inquiry inquiry;

    NamedSubjects(List<Member> named, Inquiry inquiry) {
        this.named = List.copyOf(named);
        this.inquiry = inquiry;
    }

    /** Makes subjects of names alone. */
    static NamedSubjects of(List<String> names, Places places, Inquiry inquiry) {
        return new NamedSubjects(
                names.stream().map(n -> Member.named(n, places.find(n))).toList(), inquiry);
    }

    /** Returns the calls that are still to be made: names without a place are searched for. */
    List<ToolCall> wanted() {
        return inquiry.missing(named.stream()
                .filter(m -> m.place().isEmpty())
                .map(NamedSubjects::search)
                .toList());
    }

    private static ToolCall search(Member member) {
        return Inquiry.search(member.name(), List.of(), HITS);
    }

    /** Returns those of whom the knowledge has something. */
    List<Member> present() {
        return named.stream().filter(this::known).toList();
    }

    /** Returns those of whom it has nothing. */
    List<Member> absent() {
        return named.stream().filter(m -> !known(m)).toList();
    }

    private boolean known(Member member) {
        if (member.place().isPresent()) return true;
        Set<String> words = Stems.in(member.name());
        var told = new ArrayList<Passage>();
        for (Passage hit : inquiry.hits(search(member))) {
            boolean evidence = member.evidence().stream().anyMatch(e -> e.at().equals(hit.at()));
            boolean names = Stems.in(hit.text()).containsAll(words)
                    || Stems.in(hit.heading()).containsAll(words);
            if (names && !evidence) told.add(hit);
        }
        return told.size() >= SENTENCES_MIN;
    }
}
