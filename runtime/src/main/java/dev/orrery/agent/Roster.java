package dev.orrery.agent;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.ModelPin;
import dev.orrery.message.Capability;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who can work on a run. A user's definition takes the place of the built-in of the same name, which does not come back;
 * under a new name it joins those with the same capabilities and competes by routing. A definition with neither a class nor
 * a model runs the native agent of the capability that is asked for, with the definition's own tools and limits; one with a
 * model has that native agent as its stand-in. Immutable and
 * thread-safe.
 */
public final class Roster {
    private final Map<String, Member> members;
    private final Answering answering;

    /**
     * One agent of the roster.
     *
     * @param source where the definition is from: its file, {@code built-in}, or {@code code}
     * @param description what it is for, in the words of its author; may be empty
     */
    public record Member(AgentCard card, String source, String description) {}

    /**
     * What answers.
     *
     * @param natives the native agents; those with a capability that is missing here cannot answer without a class
     * @param own the agents in the user's own classes
     * @param models answers for definitions that name a model
     * @param standard the model of all definitions that leave it open; empty for the native agents
     */
    public record Minds(
            Map<Capability, Agent> natives, List<OwnAgent> own, Models models, Optional<ModelPin> standard) {
        public Minds {
            natives = Map.copyOf(natives);
            own = List.copyOf(own);
        }

        /** Makes minds without any model. */
        public Minds(Map<Capability, Agent> natives, List<OwnAgent> own) {
            this(natives, own, Models.NONE, Optional.empty());
        }

        private AgentCard answered(AgentCard card, boolean open) {
            return BuiltIns.roomy(open ? standard.map(card::withModel).orElse(card) : card);
        }
    }

    /**
     * Makes the roster of the built-in agents, the definitions in {@code files}, and the user's own classes.
     *
     * @throws IllegalArgumentException when two of the user's have one name; the message says where both are from
     */
    public Roster(Minds minds, List<AgentFile> files, SchemaCheck check) {
        var users = new LinkedHashMap<String, Member>();
        var own = new LinkedHashMap<String, Agent>();
        for (AgentFile file : files) {
            add(users, new Member(minds.answered(file.card(), file.open()), file.source(), file.description()));
        }
        for (OwnAgent agent : minds.own()) {
            add(users, new Member(agent.card(), "code", ""));
            own.put(agent.card().name(), agent.agent());
        }
        var all = new LinkedHashMap<String, Member>();
        for (AgentCard card : BuiltIns.cards()) {
            all.put(card.name(), new Member(minds.answered(card, true), "built-in", ""));
        }
        all.putAll(users);
        for (Member member : List.copyOf(all.values())) {
            StandIns.of(member.card(), minds.natives().keySet())
                    .ifPresent(card -> all.putIfAbsent(
                            card.name(),
                            new Member(card, "stand-in of " + member.card().name(), "")));
        }
        members = Map.copyOf(all);
        answering = new Answering(minds, Map.copyOf(own), check);
    }

    private static void add(Map<String, Member> users, Member member) {
        Member other = users.putIfAbsent(member.card().name(), member);
        if (other != null) {
            throw new IllegalArgumentException(
                    "two agents are called " + member.card().name() + ", one from " + other.source() + " and one from "
                            + member.source() + "; rename one of them");
        }
    }

    /** Returns all agents, the user's first, then by name: the order in which equals are preferred. */
    public List<Member> members() {
        return members.values().stream()
                .sorted(Comparator.comparing((Member m) -> m.card().origin())
                        .thenComparing(m -> m.card().name()))
                .toList();
    }

    /** Returns the definitions of all agents, in the order of {@link #members}. */
    public List<AgentCard> cards() {
        return members().stream().map(Member::card).toList();
    }

    /**
     * Returns who answers in the name of each of {@code cards}, by name. These may be the cards that a run has pinned: a
     * definition that was changed or removed since is answered for as it was then.
     */
    public Map<String, Agent> answering(Collection<AgentCard> cards) {
        return cards.stream().collect(Collectors.toUnmodifiableMap(AgentCard::name, answering::of));
    }
}
