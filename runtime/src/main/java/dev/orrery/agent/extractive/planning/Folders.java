package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.planning.Finding.Found;
import dev.orrery.agent.extractive.planning.Finding.Wants;
import dev.orrery.agent.extractive.subjects.Member;
import dev.orrery.agent.extractive.subjects.Place;
import dev.orrery.agent.extractive.subjects.Places;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a goal without subjects is best answered folder by folder: when several folders, each with papers enough to
 * be about something of its own, speak of it, and nothing outside them does.
 */
final class Folders {
    private static final int HITS = 40;
    private static final int FOLDERS_MAX = 8;

    /** A folder with fewer files is a drawer of papers, not a subject. */
    private static final int FILES_MIN = 3;

    private final List<String> topics;
    private final Places places;
    private final Inquiry inquiry;

    Folders(List<String> topics, Places places, Inquiry inquiry) {
        this.topics = topics;
        this.places = places;
        this.inquiry = inquiry;
    }

    /** Returns the folders to go through; none when the knowledge is better searched as a whole. */
    Finding<List<Member>> find() {
        List<Place> peers = places.peers().stream().filter(Place::folder).toList();
        if (peers.size() < 2) return new Found<>(List.of());
        List<ToolCall> searches =
                topics.stream().map(t -> Inquiry.search(t, List.of(), HITS)).toList();
        List<ToolCall> missing = inquiry.missing(searches);
        if (!missing.isEmpty()) return new Wants<>(missing);
        Set<String> folders = new LinkedHashSet<>();
        for (ToolCall search : searches) folders.addAll(matched(search));
        List<Place> speaking =
                peers.stream().filter(p -> folders.contains(p.path())).toList();
        boolean whole = speaking.size() == folders.size() && speaking.stream().allMatch(p -> p.files() >= FILES_MIN);
        boolean few = speaking.size() > 1 && speaking.size() <= FOLDERS_MAX;
        if (!topics.isEmpty() && !(whole && few)) return new Found<>(List.of());
        List<Place> chosen = topics.isEmpty() ? peers : speaking;
        if (chosen.size() > FOLDERS_MAX) return new Found<>(List.of());
        return new Found<>(
                chosen.stream().map(p -> Member.named(p.name(), Optional.of(p))).toList());
    }

    private Set<String> matched(ToolCall search) {
        Json matches = inquiry.answer(search).flatMap(r -> r.at("matches")).orElse(Json.object());
        return matches instanceof Json.Obj o ? o.members().keySet() : Set.of();
    }
}
