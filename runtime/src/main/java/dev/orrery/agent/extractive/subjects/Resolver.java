package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.goal.Group;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.agent.extractive.subjects.Resolution.Doubtful;
import dev.orrery.agent.extractive.subjects.Resolution.Outsider;
import dev.orrery.agent.extractive.subjects.Resolution.Settled;
import dev.orrery.agent.extractive.subjects.Tally.Standing;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out from documents who belongs to a group. Immutable; the same documents give the same resolution. */
public final class Resolver {
    /** The most members of a group; a longer list is taken for something else. */
    public static final int MEMBERS_MAX = 12;

    /** Below this, a name is only hinted at. */
    private static final double PLAIN_MIN = 0.6;

    /** By how much the last wanted name must be stronger than the next one for the line to be drawn there. */
    private static final double GAP_MIN = 0.35;

    private final Group group;
    private final Places places;
    private final Relation relation;
    private final Mentions mentions;

    /** Makes a resolver for {@code group}, whose members may have some of {@code places}. */
    public Resolver(Group group, Places places) {
        this.group = group;
        this.places = places;
        this.relation = Relation.of(group);
        this.mentions = new Mentions(places);
    }

    /** Returns how {@code text} speaks of the group: how many names it has, when it speaks of the relation; else 0. */
    public int promise(String text) {
        return relation.in(text) ? 1 + mentions.in(text).size() : 0;
    }

    /** Returns how many names {@code text} has. */
    public int names(String text) {
        return mentions.in(text).size();
    }

    /** Returns the relation of the group. */
    public Relation relation() {
        return relation;
    }

    /**
     * Finds the members. The user's own papers, which lie in no possible subject's folder, are heard first: "our rivals"
     * in a paper of someone else are that one's rivals.
     *
     * @param documents each one's passages in order
     */
    public Resolution resolve(List<List<Passage>> documents) {
        List<Claim> own = claims(documents.stream().filter(d -> !foreign(d)).toList());
        List<Standing> standings = Tally.of(own);
        if (standings.stream().noneMatch(Standing::in)) {
            List<Claim> foreign =
                    claims(documents.stream().filter(this::foreign).toList());
            standings = Tally.of(Stream.concat(own.stream(), foreign.stream().filter(c -> of(c, foreign)))
                    .toList());
        }
        return decide(standings, documents);
    }

    private boolean foreign(List<Passage> document) {
        return !document.isEmpty()
                && places.peers().stream()
                        .anyMatch(p -> p.folder() && p.holds(document.getFirst().path()));
    }

    private List<Claim> claims(List<List<Passage>> documents) {
        return documents.stream()
                .flatMap(d -> new NoteReader(group, relation, mentions).read(d).stream())
                .filter(c -> !itself(c))
                .toList();
    }

    /** A paper in the folder of a possible subject is taken for ours when it speaks of several others that have folders. */
    private static boolean of(Claim claim, List<Claim> said) {
        long placed = said.stream()
                .filter(c -> c.passage().path().equals(claim.passage().path()))
                .flatMap(c -> c.who().place().stream())
                .distinct()
                .count();
        return placed > 1;
    }

    private static boolean itself(Claim claim) {
        return claim.who()
                .place()
                .filter(p -> p.folder() && p.holds(claim.passage().path()))
                .isPresent();
    }

    private Resolution decide(List<Standing> standings, List<List<Passage>> documents) {
        List<Outsider> outsiders = standings.stream()
                .filter(Standing::out)
                .flatMap(s ->
                        s.denial().stream().map(d -> new Outsider(s.member().name(), d)))
                .toList();
        List<Standing> in = withTraits(standings.stream().filter(Standing::in).toList());
        if (in.isEmpty()) return unnamed(documents, outsiders);
        if (group.wanted().isPresent()) return counted(in, group.wanted().getAsInt(), outsiders);
        List<Standing> plain = in.stream().filter(s -> s.pro() >= PLAIN_MIN).toList();
        if (plain.isEmpty()) return doubtful("The documents only hint at " + theGroup(), in, outsiders);
        if (plain.size() > MEMBERS_MAX)
            return doubtful("The documents name " + plain.size() + " " + group.noun(), plain, outsiders);
        return new Settled(members(plain), outsiders);
    }

    /** Of "reserve suppliers", those called so; when no text calls any so, all suppliers. */
    private static List<Standing> withTraits(List<Standing> standings) {
        int most = standings.stream().mapToInt(Standing::traits).max().orElse(0);
        return standings.stream().filter(s -> s.traits() == most).toList();
    }

    private Resolution counted(List<Standing> in, int wanted, List<Outsider> outsiders) {
        if (in.size() < wanted) return doubtful(asked() + "the documents name " + in.size(), in, outsiders);
        if (in.size() == wanted) {
            boolean plain = in.stream().allMatch(s -> s.pro() >= PLAIN_MIN - 0.1);
            return plain
                    ? new Settled(members(in), outsiders)
                    : doubtful(asked() + "the documents only hint at them", in, outsiders);
        }
        List<Standing> strongest =
                in.stream().sorted(Comparator.comparingDouble(s -> -s.pro())).toList();
        double gap = strongest.get(wanted - 1).pro() - strongest.get(wanted).pro();
        if (gap < GAP_MIN) return doubtful(asked() + "the documents name " + in.size(), in, outsiders);
        List<Standing> kept = strongest.subList(0, wanted);
        return new Settled(members(in.stream().filter(kept::contains).toList()), outsiders);
    }

    /** No passage says who they are: the names that stand together in one are offered. */
    private Resolution unnamed(List<List<Passage>> documents, List<Outsider> outsiders) {
        var out = outsiders.stream().map(o -> Spelling.key(o.name())).collect(Collectors.toSet());
        List<Mention> best = List.of();
        Optional<Passage> where = Optional.empty();
        for (List<Passage> document : documents) {
            for (Passage passage : document) {
                List<Mention> together = together(passage, out);
                boolean fits = group.wanted().isPresent()
                        && together.size() == group.wanted().getAsInt();
                boolean better = together.size() > best.size()
                                && best.size() != group.wanted().orElse(-1)
                        || fits && best.size() != together.size();
                if (together.size() > 1 && better) {
                    best = together;
                    where = Optional.of(passage);
                }
            }
        }
        String none = asked() + "no document says who they are";
        if (best.isEmpty()) return new Doubtful(none + ".", List.of(), outsiders);
        Passage passage = where.orElseThrow();
        List<Member> offered = best.stream()
                .map(m -> new Member(m.name(), m.place(), List.of(), List.of(passage)))
                .toList();
        return new Doubtful(
                none + "; " + passage.at() + " mentions " + Wording.names(offered) + ".", offered, outsiders);
    }

    private List<Mention> together(Passage passage, java.util.Set<String> out) {
        var seen = new LinkedHashSet<String>();
        return mentions.in(passage.text()).stream()
                .filter(Mention::mapped)
                .filter(m -> !out.contains(Spelling.key(m.name())))
                .filter(m -> m.place().filter(p -> p.holds(passage.path())).isEmpty())
                .filter(m -> seen.add(m.identity()))
                .toList();
    }

    private Doubtful doubtful(String why, List<Standing> standings, List<Outsider> outsiders) {
        List<Member> offered = members(standings).stream().limit(MEMBERS_MAX).toList();
        String where = offered.stream()
                .flatMap(m -> m.evidence().stream().limit(1))
                .map(Passage::at)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return new Doubtful(
                why + ": " + Wording.names(offered) + (where.isEmpty() ? "" : " (" + where + ")") + ".",
                offered,
                outsiders);
    }

    private String asked() {
        return "Your goal speaks of " + (group.wanted().isPresent() ? "" : "the ") + group.phrase() + ", and ";
    }

    private String theGroup() {
        return "who the " + group.phrase() + " are";
    }

    private static List<Member> members(List<Standing> standings) {
        return standings.stream().map(Standing::member).toList();
    }

    /** Returns the places that the members may have. */
    public Places places() {
        return places;
    }
}
