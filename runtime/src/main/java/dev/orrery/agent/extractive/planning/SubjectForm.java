package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.subjects.Member;
import dev.orrery.agent.extractive.subjects.Place;
import dev.orrery.agent.extractive.subjects.Places;
import dev.orrery.agent.extractive.task.Subject;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Gives members the form in which a plan hands them to its steps. */
final class SubjectForm {
    private final List<Member> members;
    private final Places places;
    private final List<String> keys = new ArrayList<>();

    SubjectForm(List<Member> members, Places places) {
        this.members = members;
        this.places = places;
        var taken = new HashSet<String>();
        for (Member member : members) {
            String key = member.key();
            // Two subjects may have one slug; a number tells them apart.
            for (int n = 2; !taken.add(key); n++) key = member.key() + "-" + n;
            keys.add(key);
        }
    }

    /** Returns the subjects as the steps read them. */
    List<Subject> subjects() {
        return json().stream().flatMap(j -> Subject.of(j).stream()).toList();
    }

    /** Returns the subjects as the plan holds them. */
    List<Json> json() {
        var all = new ArrayList<Json>();
        for (int i = 0; i < members.size(); i++) all.add(json(members.get(i), keys.get(i)));
        return all;
    }

    private Json json(Member member, String key) {
        Optional<Place> place = member.place();
        var names = new LinkedHashSet<String>();
        names.add(name(member));
        names.addAll(member.aliases());
        place.ifPresent(p -> names.add(p.name()));
        return Json.object()
                .with("key", key)
                .with("name", name(member))
                .with("folder", place.map(Place::path).orElse(""))
                .with("names", Json.texts(List.copyOf(names)))
                .with("scoped", Json.of(place.isPresent()))
                .with(
                        "evidence",
                        Json.of(member.evidence().stream()
                                .map(SubjectForm::evidence)
                                .toList()));
    }

    /** Returns the names by which the report calls the subjects. */
    List<String> names() {
        return members.stream().map(this::name).toList();
    }

    /** A name that was only met as the name of a folder is shown as the headings write it. */
    private String name(Member member) {
        boolean folder = member.place().isPresent()
                && member.name().equals(member.place().get().name());
        if (!folder) return member.name();
        String written = places.written(member.name());
        return written.equals(member.name()) && !seen(member.name()) ? titled(member.name()) : written;
    }

    /** Tells whether a heading writes {@code name} just so: then its small letters are meant. */
    private boolean seen(String name) {
        return places.outline().files().stream()
                .anyMatch(f -> f.title().matches("(?s).*\\b" + java.util.regex.Pattern.quote(name) + "\\b.*"));
    }

    private static String titled(String folder) {
        var name = new StringBuilder();
        for (String word : folder.split("[-_ ]+", -1)) {
            if (word.isEmpty()) continue;
            if (!name.isEmpty()) name.append(' ');
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.isEmpty() ? folder : name.toString();
    }

    private static Json evidence(Passage passage) {
        return passage.cite().with("text", passage.text());
    }
}
