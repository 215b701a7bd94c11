package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A passage reduced to stems, so that topics can be compared with it quickly.
 *
 * @param passage the passage
 * @param stems the stems of its words, in order
 * @param heading the stems of its nearest heading
 * @param page the stems of its document's title, or of the file's name when that is shorter
 * @param above the stems of all its headings, its title and its file's name
 */
record Reading(Passage passage, List<String> stems, Set<String> heading, Set<String> page, Set<String> above) {
    static Reading of(Passage passage) {
        var above = new LinkedHashSet<String>(Stems.in(passage.title()));
        for (String heading : passage.headings()) above.addAll(Stems.in(heading));
        above.addAll(Stems.in(fileName(passage.path())));
        return new Reading(
                passage,
                Tokens.of(context(passage) + passage.text()).stream()
                        .map(Stems::of)
                        .toList(),
                Stems.in(passage.heading()),
                page(passage),
                above);
    }

    /** A cell is read with the words that make sense of it. */
    private static String context(Passage passage) {
        return passage.kind().equals("cell") ? passage.row() + " " + passage.column() + " " : "";
    }

    private static Set<String> page(Passage passage) {
        Set<String> title = Stems.in(passage.title());
        Set<String> file = Stems.in(fileName(passage.path()));
        return file.size() < title.size() && title.containsAll(file) ? file : title;
    }

    private static String fileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('-', ' ').replace('_', ' ');
    }
}
