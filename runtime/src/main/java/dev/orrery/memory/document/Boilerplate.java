package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import dev.orrery.memory.KnowledgeFile;
import dev.orrery.memory.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes out what is repeated over the files of a top folder: notices, calls to edit the page, licence heads. Copies of a
 * file in several versions' folders count once, so that versioned documentation is not taken for its own boilerplate.
 */
public final class Boilerplate {
    /** A block in so many files is boilerplate. */
    private static final int FILES_MANY = 6;

    /** So is one in this many files, if they are more than a quarter of the folder. */
    private static final int FILES_SOME = 3;

    private static final double SHARE = 0.25;

    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Integer> files = new HashMap<>();

    private Boilerplate() {}

    /** Returns {@code files} without what is repeated, their passages numbered anew. */
    public static List<KnowledgeFile> remove(List<KnowledgeFile> files) {
        var boilerplate = new Boilerplate();
        files.forEach(boilerplate::count);
        return files.stream().map(boilerplate::without).toList();
    }

    private void count(KnowledgeFile file) {
        files.merge(file.topFolder(), 1, Integer::sum);
        String name = Names.acrossVersions(file.path());
        for (String block : new HashSet<>(blocks(file).values())) {
            names.computeIfAbsent(file.topFolder() + "\n" + block, _ -> new HashSet<>())
                    .add(name);
        }
    }

    private KnowledgeFile without(KnowledgeFile file) {
        Map<Integer, String> blocks = blocks(file);
        var kept = new ArrayList<Passage>();
        for (Passage p : file.passages()) {
            String block = blocks.get(p.index());
            if (block == null || !isRepeated(file.topFolder(), block)) kept.add(p.at(kept.size()));
        }
        return kept.size() == file.passages().size()
                ? file
                : new KnowledgeFile(file.path(), file.content(), file.title(), file.version(), kept);
    }

    private boolean isRepeated(String folder, String block) {
        int in = names.getOrDefault(folder + "\n" + block, Set.of()).size();
        return in >= FILES_MANY || (in >= FILES_SOME && in > SHARE * files.getOrDefault(folder, 0));
    }

    /**
     * Returns the text by which each passage is recognised as repeated: that of its paragraph, of its item, of its row.
     * Headings recur in good documentation, and cells do in any table; both stay.
     */
    private static Map<Integer, String> blocks(KnowledgeFile file) {
        Map<Integer, String> paragraphs = file.passages().stream()
                .filter(p -> p.kind() == Kind.PROSE)
                .collect(Collectors.groupingBy(
                        Passage::block, Collectors.mapping(Passage::text, Collectors.joining(" "))));
        var blocks = new HashMap<Integer, String>();
        for (Passage p : file.passages()) {
            switch (p.kind()) {
                case PROSE -> blocks.put(p.index(), key(paragraphs.getOrDefault(p.block(), "")));
                case ITEM, ROW -> blocks.put(p.index(), key(p.text()));
                case CELL, HEADING -> {}
            }
        }
        return blocks;
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
