package dev.orrery.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.Learned;
import dev.orrery.learning.LearningDecider.Decision;
import dev.orrery.learning.Proposal.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts become an order of preference, and only with leave. */
class RouteLearningTest {
    private LearningState state = LearningState.EMPTY;

    @Test
    void fiveRunsInWhichQaFlagsTheFirstChoiceProposeTheOtherAndNameTheVerdicts() {
        List<ToldRun> runs = fiveRuns("r", "quick", "research");

        Proposal proposal = only();
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.ROUTE);
        assertThat(proposal.target()).isEqualTo("research/quick");
        assertThat(proposal.change().text("prefer")).isEqualTo("research");
        assertThat(proposal.change().text("why"))
                .isEqualTo("quick passed 0 of 10 verdicts, research passed 5 of 5 in the same 5 runs");
        assertThat(proposal.evidence()).hasSize(10).allSatisfy(e -> {
            ToldRun run = runs.get(Integer.parseInt(e.run().substring(1)) - 1);
            assertThat(run.event(e.seq()).orElseThrow().event().type()).isEqualTo("verdict.given");
        });
        assertThat(proposal.evidence().stream().map(Evidence::run).distinct()).hasSize(5);
        assertThat(state.learned()).isEqualTo(Learned.NONE);
    }

    @Test
    void itWorksInEitherDirection() {
        fiveRuns("r", "research", "quick");

        assertThat(only().target()).isEqualTo("research/research");
        accept(only().id());
        assertThat(weight("quick")).isGreaterThan(weight("research"));
    }

    @Test
    void acceptedTheOtherComesFirstAndRolledBackItIsAsBefore() {
        fiveRuns("r", "quick", "research");
        String id = only().id();

        accept(id);
        assertThat(weight("research")).isGreaterThan(weight("quick"));
        assertThat(state.learned().version()).isEqualTo(1);
        assertThat(only()).extracting(Proposal::status, Proposal::version).containsExactly(Status.ACCEPTED, 1L);

        rollback(id);
        assertThat(state.learned()).isEqualTo(new Learned(2, Learned.NONE.routes(), Learned.NONE.guidelines()));
        assertThat(only()).extracting(Proposal::status, Proposal::version).containsExactly(Status.ROLLED_BACK, 2L);
    }

    @Test
    void fourVerdictsAreTooFew() {
        observe(ToldRun.inWhichTheSecondChoiceIsBetter("r1", "quick", "research", "acme", "bolt"));

        assertThat(state.proposals()).isEmpty();
    }

    @Test
    void anAgentWithoutAlternativeTeachesNothing() {
        var run = new ToldRun("r1");
        for (int attempt = 1; attempt < 8; attempt++) {
            run.routed("research", attempt, "research", "research").flagged("research", attempt, "research");
        }
        observe(run.ended());

        assertThat(state.lessons()).isEmpty();
    }

    @Test
    void twoThatDoEquallyBadlyStayInTheirOrder() {
        var run = new ToldRun("r1");
        for (int i = 1; i <= 6; i++) {
            String step = "research/s" + i;
            run.routed(step, 1, "quick", "quick", "research").flagged(step, 1, "quick");
            run.routed(step, 2, "research", "quick", "research").flagged(step, 2, "research");
        }
        observe(run.ended());

        assertThat(state.proposals()).isEmpty();
    }

    @Test
    void anOpenProposalGrowsInsteadOfBeingMadeAgain() {
        fiveRuns("r", "quick", "research");
        String id = only().id();

        observe(ToldRun.inWhichTheSecondChoiceIsBetter("r6", "quick", "research", "acme"));

        assertThat(only().id()).isEqualTo(id);
        assertThat(only().evidence()).hasSize(12);
        assertThat(only().change().text("why")).startsWith("quick passed 0 of 12 verdicts");
    }

    @Test
    void afterARejectionOnlyAsMuchNewEvidenceAgainProposesItAnew() {
        fiveRuns("r", "quick", "research");
        String first = only().id();
        apply(LearningDecider.reject(state, first, "it was a bad week"));

        observe(ToldRun.inWhichTheSecondChoiceIsBetter("s1", "quick", "research", "acme", "bolt", "cord", "dale"));
        assertThat(state.proposals())
                .as("eight verdicts, and ten were rejected")
                .hasSize(1);

        observe(ToldRun.inWhichTheSecondChoiceIsBetter("s2", "quick", "research", "acme"));
        Proposal second = state.proposals().getLast();
        assertThat(second.id()).isNotEqualTo(first);
        assertThat(second.evidence()).hasSize(10).allMatch(e -> e.run().startsWith("s"));
        assertThat(second.change().text("why"))
                .isEqualTo("quick passed 0 of 10 verdicts, research passed 5 of 5 in the same 2 runs, all since "
                        + first + " was rejected");
    }

    @Test
    void withTheNewOrderInForceOldVerdictsProposeNothingMore() {
        fiveRuns("r", "quick", "research");
        accept(only().id());
        var run = new ToldRun("later");
        run.routed("research", 1, "research", "research", "quick").passed("research", 1, "research");

        observe(run.ended());

        assertThat(state.proposals()).hasSize(1);
    }

    @Test
    void rollingBackOneChangeKeepsTheOthers() {
        fiveRuns("a", "quick", "research");
        String first = only().id();
        accept(first);
        for (int i = 1; i <= 5; i++) {
            observe(ToldRun.inWhichTheSecondChoiceIsBetter("b" + i, "research", "deep", "acme"));
        }
        String second = state.proposals().getLast().id();
        accept(second);
        assertThat(weight("deep")).isGreaterThan(weight("research"));
        assertThat(weight("research")).isGreaterThan(weight("quick"));

        rollback(first);

        assertThat(weight("deep")).isPositive();
        assertThat(weight("research")).isEqualTo(weight("quick")).isZero();
    }

    @Test
    void onlyTheLastRunsAreLookedBackOn() {
        for (int i = 1; i <= LearningState.RUNS_MAX + 2; i++) {
            Lessons lessons = ToldRun.inWhichTheSecondChoiceIsBetter("r" + i, "quick", "research", "acme")
                    .lessons();
            state = state.applyAll(LearningDecider.observe(state, lessons));
        }

        assertThat(state.lessons()).hasSize(LearningState.RUNS_MAX);
        assertThat(state.lessons().getFirst().run()).isEqualTo("r3");
    }

    @Test
    void humansCountLikeQa() {
        for (int i = 1; i <= 5; i++) {
            var run = new ToldRun("h" + i).routed("research", 1, "quick", "quick", "research");
            run.completed("research", 1, "quick").ended().feedback(new Feedback.Rejection("all wrong"));
            observe(run);
        }
        assertThat(state.proposals()).as("nothing is known of the other").isEmpty();

        var other = new ToldRun("h6").routed("research/a", 1, "quick", "quick", "research");
        other.flagged("research/a", 1, "quick").routed("research/a", 2, "research", "quick", "research");
        observe(other.completed("research/a", 2, "research").ended().feedback(new Feedback.Approval()));

        assertThat(only().evidence()).hasSize(6);
        assertThat(only().evidence().getFirst().signal()).isEqualTo("a human rejected what quick made: all wrong");
    }

    @Test
    void decisionsThatComeTooLateAreRefusedAndSayWhy() {
        fiveRuns("r", "quick", "research");
        String id = only().id();

        assertThat(LearningDecider.rollback(state, id)).isInstanceOf(Decision.Refused.class);
        accept(id);
        assertThat(LearningDecider.accept(state, id))
                .isEqualTo(new Decision.Refused(id + " was accepted already, in version 1"));
        assertThat(LearningDecider.reject(state, id, "")).isInstanceOf(Decision.Refused.class);
        assertThat(LearningDecider.accept(state, "l-nothing")).isInstanceOf(Decision.Refused.class);
    }

    private List<ToldRun> fiveRuns(String prefix, String weak, String strong) {
        var runs = new ArrayList<ToldRun>();
        for (int i = 1; i <= 5; i++) {
            runs.add(ToldRun.inWhichTheSecondChoiceIsBetter(prefix + i, weak, strong, "acme"));
            observe(runs.getLast());
        }
        return runs;
    }

    private void observe(ToldRun run) {
        state = state.applyAll(LearningDecider.observe(state, run.lessons()));
        state = state.applyAll(LearningDecider.propose(state));
        assertThat(LearningDecider.observe(state, run.lessons()))
                .as("observed twice")
                .isEmpty();
        assertThat(LearningDecider.propose(state)).as("proposed twice").isEmpty();
    }

    private Proposal only() {
        assertThat(state.proposals()).hasSize(1);
        return state.proposals().getFirst();
    }

    private void accept(String id) {
        apply(LearningDecider.accept(state, id));
    }

    private void rollback(String id) {
        apply(LearningDecider.rollback(state, id));
    }

    private void apply(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        if (decision instanceof Decision.Accepted accepted) state = state.applyAll(accepted.events());
    }

    private double weight(String agent) {
        return state.learned().routes().getOrDefault("research/" + agent, 0.0);
    }
}
