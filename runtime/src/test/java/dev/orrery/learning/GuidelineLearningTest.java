package dev.orrery.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.Learned.Guideline;
import dev.orrery.learning.LearningDecider.Decision;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Edits become rules for writers once two reports say the same. */
class GuidelineLearningTest {
    private LearningState state = LearningState.EMPTY;

    @Test
    void twoReportsThatLoseTheSameSectionProposeARuleAndNameTheFeedback() {
        ToldRun first = edited("r1", without("Pricing"));
        ToldRun second = edited("r2", without("Pricing"));

        Proposal proposal = only();
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.GUIDELINE);
        assertThat(proposal.target()).isEqualTo("write");
        assertThat(JsonText.print(proposal.change()))
                .isEqualTo("{\"rule\":{\"omit\":[\"Pricing\"]},\"text\":\"Leave out the section 'Pricing'.\","
                        + "\"why\":\"the same edit in 2 runs\"}");
        assertThat(proposal.evidence())
                .containsExactly(
                        new Evidence("r1", first.events().getLast().seq(), "removed the section 'Pricing'"),
                        new Evidence("r2", second.events().getLast().seq(), "removed the section 'Pricing'"));
    }

    @Test
    void acceptedItIsAGuidelineAndRolledBackItIsGone() {
        edited("r1", without("Pricing"));
        edited("r2", without("Pricing"));
        String id = only().id();

        apply(LearningDecider.accept(state, id));
        assertThat(state.learned().guidelines())
                .containsExactly(new Guideline(
                        id,
                        "Leave out the section 'Pricing'.",
                        Json.object().with("omit", Json.texts(List.of("Pricing")))));

        apply(LearningDecider.rollback(state, id));
        assertThat(state.learned().guidelines()).isEmpty();
        assertThat(state.learned().version()).isEqualTo(2);
    }

    @Test
    void oneReportEditedTwiceIsOneVoice() {
        ToldRun run = edited("r1", without("Pricing"));
        observe(run.feedback(copy(run, without("Pricing"))));

        assertThat(state.proposals()).isEmpty();
    }

    @Test
    void theLastCopyOfAReportCounts() {
        ToldRun run = edited("r1", without("Pricing"));
        observe(run.feedback(copy(run, without("Memory"))));
        edited("r2", without("Pricing"));

        assertThat(state.proposals()).isEmpty();
    }

    @Test
    void ordersOfReportsThatCoverDifferentThingsAgreeOnWhatTheyShare() {
        edited("r1", "Memory Pricing Support", text -> swap(text, "Memory", "Pricing"));
        edited("r2", "Licence Memory Pricing", text -> swap(text, "Memory", "Pricing"));

        assertThat(only().change().at("rule").orElseThrow())
                .isEqualTo(Json.object().with("order", Json.texts(List.of("Pricing", "Memory"))));
    }

    @Test
    void ordersThatContradictEachOtherTeachNothing() {
        edited("r1", "Memory Pricing Support", text -> swap(text, "Memory", "Pricing"));
        edited("r2", "Memory Support Pricing", text -> swap(text, "Support", "Pricing"));

        assertThat(state.lessons())
                .allSatisfy(one -> assertThat(one.edits())
                        .extracting(Lessons.Edited::key)
                        .containsExactly("section.moved: pricing"));
        assertThat(state.proposals()).isEmpty();
    }

    @Test
    void afterARejectionTwoMoreReportsProposeItAnew() {
        edited("r1", without("Pricing"));
        edited("r2", without("Pricing"));
        String first = only().id();
        apply(LearningDecider.reject(state, first, "we do want prices"));

        edited("r3", without("Pricing"));
        assertThat(state.proposals()).hasSize(1);
        edited("r4", without("Pricing"));

        Proposal second = state.proposals().getLast();
        assertThat(second.id()).isNotEqualTo(first);
        assertThat(second.evidence()).extracting(Evidence::run).containsExactly("r3", "r4");
        assertThat(second.change().text("why"))
                .isEqualTo("the same edit in 2 runs, all since " + first + " was rejected");
    }

    @Test
    void withTheRuleInForceTheSameEditProposesNothingMore() {
        edited("r1", without("Pricing"));
        edited("r2", without("Pricing"));
        apply(LearningDecider.accept(state, only().id()));

        edited("r3", without("Pricing"));
        edited("r4", without("Pricing"));

        assertThat(state.proposals()).hasSize(1);
    }

    @Test
    void anApprovalCountsOnlyForWhatStoodAsItWas() {
        ToldRun run = report("r1", "Memory Pricing");
        observe(run.feedback(new Feedback.Approval()));
        assertThat(run.lessons().verdicts()).extracting(Lessons.Verdict::pass).containsExactly(true);

        run.feedback(copy(run, without("Pricing")));
        assertThat(run.lessons().verdicts()).isEmpty();

        run.feedback(copy(run, text -> text));
        assertThat(run.lessons().verdicts()).extracting(Lessons.Verdict::pass).containsExactly(true);
        assertThat(run.lessons().edits()).isEmpty();
    }

    private static UnaryOperator<String> without(String section) {
        return text -> text.replaceFirst("(?s)## " + section + "\n.*?(?=## |$)", "");
    }

    private static String swap(String text, String one, String other) {
        return text.replaceFirst("(?s)(## " + one + "\n[^#]*)(## " + other + "\n[^#]*)", "$2$1");
    }

    private ToldRun edited(String id, UnaryOperator<String> edit) {
        return edited(id, "Memory Pricing Support", edit);
    }

    private ToldRun edited(String id, String sections, UnaryOperator<String> edit) {
        ToldRun run = report(id, sections);
        run.feedback(copy(run, edit));
        observe(run);
        return run;
    }

    private static ToldRun report(String id, String sections) {
        var text = new StringBuilder("# Report\n");
        for (String section : sections.split(" ")) {
            text.append("## ")
                    .append(section)
                    .append("\n- Acme on ")
                    .append(section)
                    .append(" [1]\n\n");
        }
        return new ToldRun(id).wrote(text.toString().lines().toList()).ended();
    }

    private static Feedback copy(ToldRun run, UnaryOperator<String> edit) {
        String text = String.join(
                "\n",
                run.story().report().orElseThrow().lines().stream()
                        .map(line -> line.text())
                        .toList());
        return new Feedback.EditedCopy(edit.apply(text + "\n"));
    }

    private void observe(ToldRun run) {
        state = state.applyAll(LearningDecider.observe(state, run.lessons()));
        state = state.applyAll(LearningDecider.propose(state));
    }

    private Proposal only() {
        assertThat(state.proposals()).hasSize(1);
        return state.proposals().getFirst();
    }

    private void apply(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        if (decision instanceof Decision.Accepted accepted) state = state.applyAll(accepted.events());
    }
}
