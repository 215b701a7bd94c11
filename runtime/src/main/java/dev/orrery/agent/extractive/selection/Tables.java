package dev.orrery.agent.extractive.selection;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows tables that compare a subject with others, and which of their cells are about the others. */
final class Tables {
    private final Set<String> names;
    private final Set<String> byRow = new HashSet<>();
    private final Set<String> byColumn = new HashSet<>();

    Tables(List<Passage> passages, List<String> names) {
        this.names = names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        for (Passage passage : passages) {
            if (named(passage.row())) byRow.add(table(passage));
            if (named(passage.column())) byColumn.add(table(passage));
        }
    }

    /** Tells whether {@code passage} is a cell about someone else in a table with a row or column about the subject. */
    boolean ofAnother(Passage passage) {
        if (!passage.kind().equals("cell")) return false;
        boolean otherRow = byRow.contains(table(passage)) && !named(passage.row());
        return otherRow || (byColumn.contains(table(passage)) && !named(passage.column()));
    }

    private boolean named(String label) {
        return names.contains(label.toLowerCase(Locale.ROOT));
    }

    private static String table(Passage passage) {
        return passage.path() + " " + passage.block();
    }
}
