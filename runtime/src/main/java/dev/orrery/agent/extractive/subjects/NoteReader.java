package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.goal.Group;
import dev.orrery.agent.extractive.selection.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Reads one document, passage by passage in order, for what it says about who belongs to a group. What a sentence says
 * may depend on the heading above it, on the sentence that opened its list, and on whom the sentence before spoke of.
 */
final class NoteReader {
    private final Group group;
    private final Relation relation;
    private final Mentions mentions;
    private final ClauseReader clauses;
    private final OpenList list = new OpenList();
    private final Roll roll;
    private final List<Claim> claims = new ArrayList<>();

    private List<Mention> spokenOf = List.of();
    /** A sentence whose names, not looked for yet, are those spoken of. */
    private String spokenIn = "";

    private boolean related;
    private boolean asked;

    NoteReader(Group group, Relation relation, Mentions mentions) {
        this.group = group;
        this.relation = relation;
        this.mentions = mentions;
        this.clauses = new ClauseReader(relation, mentions);
        this.roll = new Roll(relation);
    }

    /** Returns what {@code passages}, which are one document in order, say about names. */
    List<Claim> read(List<Passage> passages) {
        for (Passage passage : passages) {
            switch (passage.kind()) {
                case "heading" -> heading(passage);
                case "cell" -> claims.addAll(TableClaims.of(passage, relation, mentions));
                case "row" -> {}
                case "item" -> item(passage);
                default -> text(passage);
            }
        }
        return List.copyOf(claims);
    }

    /** "Tarnwick" below "Competitors", or "Tarnwick (competitor)". */
    private void heading(Passage passage) {
        roll.end();
        list.end();
        spokenOf = List.of();
        spokenIn = "";
        String text = passage.text();
        if (Context.above(passage, relation).member() && !relation.in(text) && Names.alone(text)) {
            claim(mentions.whole(text), true, Emphasis.IMPLIED, text, passage);
        }
        Template template = Template.of(text, mentions.in(text, relation), relation);
        Assertions.members(template).forEach(m -> claim(m, true, Emphasis.PLAIN, text, passage));
        Assertions.outsiders(template).forEach(m -> claim(m, false, Emphasis.PLAIN, text, passage));
    }

    private void item(Passage passage) {
        if (idle(passage)) return;
        boolean listed = list.holds(passage);
        Context context = Context.of(passage, relation);
        List<Mention> named = mentions.in(passage.text(), relation);
        Names.leading(passage.text(), named, mentions, listed || context.member())
                .ifPresent(leading -> leading(leading, listed, context, passage));
        sentence(passage);
        if (!list.listed().isEmpty()) spokenOf = list.listed();
    }

    private void leading(Mention leading, boolean listed, Context context, Passage passage) {
        list.add(leading);
        Template template = Template.of(passage.text(), List.of(leading), relation);
        boolean denied =
                !Assertions.outsiders(template).isEmpty() || Names.otherRole(template, relation) || context.outsider();
        if (denied) claim(leading, false, Emphasis.PLAIN, passage.text(), passage);
        else if (listed) claim(leading, true, Emphasis.PLAIN, passage.text(), passage);
        else if (context.member()) claim(leading, true, context.strength(), passage.text(), passage);
    }

    private void text(Passage passage) {
        String text = passage.text().strip();
        list.end();
        if (idle(passage)) {
            spokenOf = List.of();
            spokenIn = text;
            related = false;
            return;
        }
        if (!spokenIn.isEmpty()) spokenOf = certain(spokenIn);
        spokenIn = "";
        if (text.endsWith("?")) {
            question(text);
            return;
        }
        List<Mention> named = mentions.in(text, relation);
        roll.called(text, named).ifPresent(m -> claim(m, true, Emphasis.IMPLIED, text, passage));
        sentence(passage);
        boolean opens = (text.endsWith(":") || Names.alone(text)) && named.isEmpty();
        if (opens) list.begin(relation.in(text) && !Cues.denies(text));
    }

    /**
     * Tells whether {@code passage} can say nothing about the relation, which is true of nearly all: its names are not
     * looked for until the next passage proves to speak of them.
     */
    private boolean idle(Passage passage) {
        if (asked || related || roll.open() || list.open() || relation.in(passage.text())) return false;
        Context context = Context.of(passage, relation);
        return !context.member() && !context.outsider();
    }

    /** A question says nothing, but the answer may be a bare enumeration, or speak of the same. */
    private void question(String text) {
        spokenOf = mentions.in(text, relation);
        asked = relation.in(text) && spokenOf.isEmpty() && !Cues.denies(text);
    }

    private void sentence(Passage passage) {
        Context context = Context.of(passage, relation);
        var here = new LinkedHashSet<Mention>();
        Verdict verdict = Verdict.none(asked);
        asked = false;
        for (String clause : Clauses.of(passage.text())) {
            verdict = clauses.read(clause, new ClauseReader.Light(passage, context, verdict, spokenOf, related));
            verdict.members().forEach((who, strength) -> claim(who, true, strength, clause, passage));
            verdict.outsiders().forEach(who -> claim(who, false, Emphasis.PLAIN, clause, passage));
            here.addAll(certain(clause));
        }
        boolean says = relation.in(passage.text());
        related = says || related && !here.isEmpty() && verdict.related;
        if (!here.isEmpty()) spokenOf = List.copyOf(here);
        else if (!says && !Cues.denies(passage.text())) spokenOf = List.of();
    }

    /** The names in {@code text} but for a single word at its beginning, which may owe its capital to the sentence. */
    private List<Mention> certain(String text) {
        return mentions.in(text, relation).stream()
                .filter(m -> m.mapped() || m.start() > 0 || m.name().contains(" "))
                .toList();
    }

    private void claim(Mention who, boolean member, double start, String said, Passage passage) {
        double strength = Emphasis.of(said, passage.heading(), start);
        claims.add(new Claim(who, member, strength, Emphasis.traits(said, passage.heading(), group), passage));
    }
}
