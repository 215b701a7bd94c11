package dev.orrery.learning.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises words that were replaced by others, wherever they stood. */
final class PhraseEdits {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*|\\s+|.", Pattern.DOTALL);
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** Longer lines are no sentences, and comparing them word by word would take long. */
    private static final int LINE_MAX = 4_000;

    private static final int PHRASE_MAX = 80;

    private PhraseEdits() {}

    /** Words and what stands in their place. */
    private record Replacement(String from, String to) {
        boolean isPhrase() {
            return LETTER.matcher(from).find()
                    && LETTER.matcher(to).find()
                    && from.length() <= PHRASE_MAX
                    && to.length() <= PHRASE_MAX;
        }

        /** Tells whether the old words are still in {@code text}, other than as part of the new ones. */
        boolean leftIn(String text) {
            return text.contains(from)
                    && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(from) + "(?![\\p{L}\\p{N}])")
                            .matcher(text.replace(to, " "))
                            .find();
        }
    }

    /** Returns the replacements in the lines that {@code changed} pairs, by index before and after. */
    static List<Edit> of(List<Line> old, List<Line> now, Map<Integer, Integer> changed) {
        Map<Replacement, Integer> counts = new LinkedHashMap<>();
        changed.forEach((before, after) -> {
            String from = old.get(before).plain();
            String to = now.get(after).plain();
            if (from.length() > LINE_MAX
                    || to.length() > LINE_MAX
                    || Heading.of(from).isPresent()) return;
            replacements(from, to).stream()
                    .filter(Replacement::isPhrase)
                    .distinct()
                    .forEach(r -> counts.merge(r, 1, Integer::sum));
        });
        String all = now.stream().map(Line::plain).collect(Collectors.joining("\n"));
        var edits = new ArrayList<Edit>();
        counts.forEach((r, lines) -> {
            String text =
                    "replaced '" + r.from() + "' by '" + r.to() + "' in " + lines + (lines == 1 ? " line" : " lines");
            boolean everywhere = !r.leftIn(all);
            edits.add(
                    everywhere
                            ? Edit.ruled(
                                    Edit.Kind.PHRASE_REPLACED,
                                    r.from() + " -> " + r.to(),
                                    text,
                                    Json.object()
                                            .with(
                                                    "replace",
                                                    Json.object()
                                                            .with("from", r.from())
                                                            .with("to", r.to())))
                            : Edit.plain(Edit.Kind.PHRASE_REPLACED, text + ", but not everywhere"));
        });
        return edits;
    }

    private static List<Replacement> replacements(String from, String to) {
        List<String> old = tokens(from);
        List<String> now = tokens(to);
        var found = new ArrayList<Replacement>();
        int oldFrom = -1;
        int oldTo = -1;
        int newFrom = -1;
        int newTo = -1;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int source = delta.getSource().getPosition();
            int target = delta.getTarget().getPosition();
            // Changed words that only a space parts are one phrase.
            boolean goesOn =
                    oldFrom >= 0 && source - oldTo == 1 && old.get(oldTo).isBlank();
            if (!goesOn) {
                if (oldFrom >= 0) found.add(phrase(old.subList(oldFrom, oldTo), now.subList(newFrom, newTo)));
                oldFrom = source;
                newFrom = target;
            }
            oldTo = source + delta.getSource().size();
            newTo = target + delta.getTarget().size();
        }
        if (oldFrom >= 0) found.add(phrase(old.subList(oldFrom, oldTo), now.subList(newFrom, newTo)));
        return found;
    }

    private static Replacement phrase(List<String> from, List<String> to) {
        return new Replacement(
                String.join("", from).strip(), String.join("", to).strip());
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
