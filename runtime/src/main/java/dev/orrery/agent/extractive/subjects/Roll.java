package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.language.Counts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences that "We have three rivals." announces: each of the next three names one at its beginning. */
final class Roll {
    private static final Pattern ANNOUNCEMENT = Pattern.compile(
            "\\b(?:has|have|are|know|see|face|count|name|names)\\b.*?\\b(" + Counts.PATTERN + ")\\b",
            Pattern.CASE_INSENSITIVE);

    private final Relation relation;
    private int left;

    Roll(Relation relation) {
        this.relation = relation;
    }

    boolean open() {
        return left > 0;
    }

    void end() {
        left = 0;
    }

    /** Returns the member that {@code sentence}, whose names are {@code named}, was announced to name. */
    Optional<Mention> called(String sentence, List<Mention> named) {
        if (left > 0 && !named.isEmpty() && named.getFirst().start() == 0) {
            left--;
            return Cues.denies(sentence) ? Optional.empty() : Optional.of(named.getFirst());
        }
        Matcher announcement = ANNOUNCEMENT.matcher(sentence);
        boolean announces = named.isEmpty() && relation.in(sentence) && !Cues.denies(sentence) && announcement.find();
        if (announces) left = Counts.of(announcement.group(1)).orElse(0);
        return Optional.empty();
    }
}
