package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Passage;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a table cell: a column may be headed by the relation, and a row may say the relation of its first cell. */
final class TableClaims {
    private static final Pattern YES = Pattern.compile("yes|y|x|✓|✔|true", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile("no|n|-|–|—|✗|✘|false|none", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIAL =
            Pattern.compile("\\b(?:no|not|non|never|former|formerly|ex|past)\\b", Pattern.CASE_INSENSITIVE);

    private TableClaims() {}

    static List<Claim> of(Passage cell, Relation relation, Mentions mentions) {
        String text = cell.text().strip();
        boolean headed = relation.in(cell.column());
        boolean denied = DENIAL.matcher(cell.column()).find();
        if (headed && YES.matcher(text).matches()) return row(cell, mentions, !denied);
        if (headed && NO.matcher(text).matches()) return row(cell, mentions, denied);
        if (headed && !relation.in(text) && Names.alone(text)) {
            return List.of(new Claim(mentions.whole(text), !denied, Emphasis.PLAIN, 0, cell));
        }
        if (!cell.row().isBlank() && !cell.row().equals(text) && text.split("\\s+", -1).length <= 12) {
            if (relation.in(text))
                return row(cell, mentions, !DENIAL.matcher(text).find());
            boolean otherRole = relation.otherIn(text) && text.split("\\s+", -1).length <= 3;
            if (otherRole) return row(cell, mentions, false);
        }
        Context context = Context.of(cell, relation);
        boolean first = cell.row().isBlank() || cell.row().equals(text);
        if (first
                && context.member()
                && context.nearest()
                && Names.alone(text)
                && mentions.whole(text).mapped()) {
            return List.of(new Claim(mentions.whole(text), true, Emphasis.IMPLIED, 0, cell));
        }
        return List.of();
    }

    private static List<Claim> row(Passage cell, Mentions mentions, boolean member) {
        if (!Names.alone(cell.row())) return List.of();
        return List.of(new Claim(mentions.whole(cell.row()), member, Emphasis.PLAIN, 0, cell));
    }
}
