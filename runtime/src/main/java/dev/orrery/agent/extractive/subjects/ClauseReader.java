package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Passage;
import java.util.List;
import java.util.Set;

/** Reads one clause in the light of what stands above it and what was said before. */
final class ClauseReader {
    private final Relation relation;
    private final Mentions mentions;

    ClauseReader(Relation relation, Mentions mentions) {
        this.relation = relation;
        this.mentions = mentions;
    }

    /**
     * What a clause is read in the light of.
     *
     * @param passage where it stands
     * @param context what the headings above say
     * @param before what the clause before it in the same sentence said
     * @param spokenOf whom the sentence before spoke of
     * @param related whether the sentence before spoke of the relation
     */
    record Light(Passage passage, Context context, Verdict before, List<Mention> spokenOf, boolean related) {}

    Verdict read(String clause, Light light) {
        List<Mention> named = mentions.in(clause, relation);
        Template template = template(clause, named, light);
        Verdict before = light.before();
        boolean verbless = Cues.verbless(template);
        List<Mention> spoken = template.mentions().isEmpty() ? before.spoken : template.mentions();
        var verdict = new Verdict(spoken, template.related() || before.related && verbless, Cues.denies(clause));
        verdict.in(Assertions.members(template), Emphasis.PLAIN);
        verdict.out(Assertions.outsiders(template));
        if (before.related && !template.related() && !named.isEmpty())
            carriedOn(clause, named, verbless, before, verdict);
        if (apposition(template, verbless) && !before.related) {
            // "Tarnwick – our main rival – …"
            if (verdict.denied) verdict.out(before.spoken);
            else verdict.in(before.spoken, Emphasis.PLAIN);
        }
        if (light.context().member() && !template.related()) headed(template, light, verdict);
        if (Assertions.onlyThese(template) && verdict.hasMembers()) {
            verdict.out(
                    light.spokenOf().stream().filter(m -> !verdict.isMember(m)).toList());
        }
        for (Mention hinted : Assertions.hinted(template)) {
            boolean behind = Assertions.behindRelation(template, hinted);
            if (!verdict.isMember(hinted)) verdict.in(Set.of(hinted), behind ? Emphasis.IMPLIED : Emphasis.HINTED);
        }
        return verdict;
    }

    private Template template(String clause, List<Mention> named, Light light) {
        List<Mention> spoken = light.before().spoken.isEmpty() ? light.spokenOf() : light.before().spoken;
        Template template =
                named.isEmpty() ? Referents.of(clause, spoken, relation) : Template.of(clause, named, relation);
        return light.related() || light.before().related ? Ellipsis.filled(template) : template;
    }

    /** The clause before spoke of the relation, and this one does not: it may go on, except, or contrast. */
    private static void carriedOn(
            String clause, List<Mention> named, boolean verbless, Verdict before, Verdict verdict) {
        if (Cues.excepts(clause)) {
            if (before.denied) verdict.in(named, Emphasis.PLAIN);
            else verdict.out(named);
        } else if (Cues.contrasts(clause)) {
            verdict.out(named);
        } else if (verbless && !before.denied && !Cues.labels(clause)) {
            verdict.in(named, Emphasis.PLAIN);
        }
    }

    private static boolean apposition(Template template, boolean verbless) {
        return template.mentions().isEmpty() && verbless && template.related();
    }

    /** Under "Our rivals", the sentence "Tarnwick is hosted only" speaks of a rival, and "we use Inkwell" does not. */
    private void headed(Template template, Light light, Verdict verdict) {
        verdict.out(Assertions.inUse(template));
        if (Names.otherRole(template, relation)) verdict.out(template.mentions());
        boolean item = light.passage().kind().equals("item");
        if (item || !light.context().nearest() || Cues.denies(template.text())) return;
        double strength = light.context().strength();
        List<Mention> known =
                template.mentions().stream().filter(Mention::mapped).toList();
        if (Cues.verbless(template)) verdict.in(known, strength);
        if (!template.text().startsWith("<0>")) return;
        Mention first = template.mentions().getFirst();
        // Without a place, only what a paragraph begins with is taken for a name.
        if (first.mapped() || light.passage().position() == 0) verdict.in(Set.of(first), strength);
    }
}
