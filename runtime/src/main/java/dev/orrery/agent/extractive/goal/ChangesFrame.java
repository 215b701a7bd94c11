package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.task.Frame.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** Reads goals that ask what differs between versions. */
final class ChangesFrame {
    private static final Pattern CHANGED = Pattern.compile(
            "\\b(?:what|which \\w+)(?:'s|s| is| are| was| were| has| have)?(?: been)? (?:changed|new|different|added|removed|fixed|deprecated)\\b"
                    + "|\\bwhat did .*\\b(?:change|bring|add|introduce|remove|fix)\\b|\\bchange ?log\\b|\\brelease notes?\\b"
                    + "|\\bchanges?\\s+(?:made |introduced )?(?:between|from|since|in|with|to)\\b|\\bdifferences? between\\b|\\bchanges\\b.*\\b(?:with|in)\\b|\\bupgrad\\w+ (?:from|to)\\b"
                    + "|\\bdiffers?(?:ent)? from\\b|\\bhow (?:do|does|did|has|have) .*\\b(?:differ|change|changed|evolved?)\\b|\\bcompare\\b|\\bversus\\b|\\bvs\\b",
            Pattern.CASE_INSENSITIVE);

    /** Wordings that ask for changes even when no version is named. */
    private static final Pattern NO_VERSION_NEEDED = Pattern.compile(
            "\\bwhat(?:'s|s| is| was| has)?(?: been)? (?:changed|new)\\b(?! (?:employees|starters|joiners|hires))|\\bchange ?log\\b|\\brelease notes\\b"
                    + "|\\bchanges (?:in|to|since|between) (?:the )?(?:latest|last|newest|current|two)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What is left of the goal when the question is taken away is what changed. */
    private static final Pattern FRAME = Pattern.compile(
            "\\b(?:what(?:'s|s)?|which|how|has|have|is|are|was|were|do|does|did|been|changed?|changes|new|different|differs?|differences?|added|removed|fixed"
                    + "|deprecated|between|from|since|and|to|in|of|for|the|a|list|summari[sz]e|describe|explain|compare|show|me|us|all|versions?|releases?|editions?"
                    + "|release notes?|change ?log|upgrad\\w+|latest|last|newest|current|with|vs|versus|major|main|bring|evolved?|revisions?|two|made|introduced|breaking|came|come)\\b|[,:?]|'s\\b",
            Pattern.CASE_INSENSITIVE);

    private ChangesFrame() {}

    /** "Release notes for X 1.2", without a verb. */
    private static final Pattern TITLE = Pattern.compile(
            "^(?:the )?(?:latest )?(?:release notes?|change ?log|changes)\\b.+", Pattern.CASE_INSENSITIVE);

    /** Tells whether {@code part} is the name of a paper about changes. */
    static boolean titled(String part) {
        return TITLE.matcher(part).matches();
    }

    /** Reads {@code part} into {@code draft}; returns whether the part is of this frame. */
    static boolean read(String part, NameFinder finder, Draft draft) {
        if (!CHANGED.matcher(part).find()) return false;
        List<String> versions = Versions.in(part);
        boolean comparison = part.matches("(?is).*\\b(?:compare|vs|versus|differences? between|differs?).*");
        if (comparison
                ? versions.size() < 2
                : versions.isEmpty() && !NO_VERSION_NEEDED.matcher(part).find()) return false;
        draft.kind = Kind.CHANGES;
        draft.versions.addAll(versions);
        String rest = Versions.without(Asides.trimmed(part));
        var group = GroupFinder.find(rest).filter(g -> g.group().binding() != Group.Binding.OPEN);
        draft.group = group.map(GroupFinder.Found::group);
        finder.known(rest).forEach(s -> Draft.addOnce(draft.names, s.name()));
        if (!draft.hasSubjects()) {
            String thing =
                    FRAME.matcher(rest).replaceAll(" ").replaceAll("\\s+", " ").strip();
            if (!thing.isEmpty() && thing.split(" ", -1).length <= 4) draft.names.add(thing);
        }
        return true;
    }
}
