package dev.orrery.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.AgentCard.Origin;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Learned;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.Options;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.Router.Candidate;
import dev.orrery.kernel.RunDecider;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import dev.orrery.kernel.World.Health;
import dev.orrery.message.Capability;
import dev.orrery.policy.StandardPolicy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Capability first, then availability, then what was learned, then the user's own, then the name. */
class CapabilityRouterTest {
    private static final Map<String, Double> NOTHING = Map.of();

    @Test
    void theUsersOwnPrecedesABuiltInThenTheNameDecides() {
        assertThat(names(rank(NOTHING, World.at(Instant.EPOCH)))).containsExactly("zed", "anna", "bert");
    }

    @Test
    void whatWasLearnedComesBeforeBoth() {
        assertThat(names(rank(Map.of("plan/bert", 0.5, "plan/zed", -0.5), World.at(Instant.EPOCH))))
                .containsExactly("bert", "anna", "zed");
    }

    @Test
    void healthAndLoadSayWhoCanBeTakenAndNeverChangeTheOrder() {
        var world = new World(
                Instant.EPOCH,
                Map.of(
                        "zed",
                        new Health(0, true, "it fails"),
                        "anna",
                        new Health(CapabilityRouter.LOAD_MAX, false, "")),
                Set.of());

        List<Candidate> ranked = rank(NOTHING, world);

        assertThat(names(ranked)).containsExactly("zed", "anna", "bert");
        assertThat(ranked).extracting(Candidate::available).containsExactly(false, false, true);
    }

    @Test
    void whenAllAreBusyTheyAreTakenAllTheSame() {
        var busy = new Health(CapabilityRouter.LOAD_MAX, false, "");
        var world = new World(Instant.EPOCH, Map.of("zed", busy, "anna", busy, "bert", busy), Set.of("zed"));

        assertThat(rank(NOTHING, world)).extracting(Candidate::available).containsExactly(false, true, true);
    }

    private static List<Candidate> rank(Map<String, Double> learned, World world) {
        var pins = new Pins(
                cards(card("bert", Origin.BUILTIN), card("anna", Origin.BUILTIN), card("zed", Origin.USER)),
                Map.of(),
                Map.of(),
                Map.of(),
                new Learned(1, learned, List.of()),
                Pins.Ladder.DEFAULT);
        RunState state = RunState.NONE;
        var decider = new RunDecider(new StandardPolicy(), new CapabilityRouter());
        var start = new Command.Start("run-1", "goal", Options.NONE, Budget.DEFAULT, pins);
        if (decider.decide(state, start, World.at(Instant.EPOCH)) instanceof Decision.Accepted accepted) {
            for (var event : accepted.events()) state = decider.evolve(state, event);
        }
        return new CapabilityRouter().rank(state, state.graph().step("plan").orElseThrow(), world);
    }

    private static Map<String, AgentCard> cards(AgentCard... cards) {
        return Arrays.stream(cards).collect(Collectors.toMap(AgentCard::name, c -> c));
    }

    private static AgentCard card(String name, Origin origin) {
        return new AgentCard(
                name, Set.of(Capability.PLAN), List.of(), origin, Limits.DEFAULT, "", Optional.empty(), List.of());
    }

    private static List<String> names(List<Candidate> ranked) {
        return ranked.stream().map(Candidate::agent).toList();
    }
}
