package dev.orrery.agent.extractive.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplanningTest {
    private static final Json PLAN = JsonText.parse("""
            {"kind": "survey", "deliver": "write", "gaps": [], "steps": [
              {"id": "research", "capability": "research", "inputs": {"subject": {"item": true}},
               "forEach": {"over": {"value": [{"key": "acme", "name": "Acme"}, {"key": "globex", "name": "Globex"}]}, "as": "subject"}},
              {"id": "write", "capability": "write", "inputs": {"research": {"step": "research"}}},
              {"id": "memory", "capability": "memory", "inputs": {"research": {"step": "research"}}}]}
            """);

    @Test
    void aFailedItemIsTakenOutAndNamedAsAGapAndTheRestKeepsItsDefinition() {
        Json plan = Replanning.of(request("research/acme", "no tools"));

        assertThat(JsonText.print(plan.list("steps").getFirst()))
                .isEqualTo(JsonText.print(PLAN.list("steps").getFirst())
                        .replace("{\"key\":\"acme\",\"name\":\"Acme\"},", ""));
        assertThat(plan.list("steps").subList(1, 3))
                .isEqualTo(PLAN.list("steps").subList(1, 3));
        assertThat(plan.list("gaps").getFirst().text("step")).isEqualTo("research/acme");
        assertThat(plan.list("gaps").getFirst().text("text")).isEqualTo("Acme was given up: no tools");
    }

    @Test
    void aFailedReviewIsTheFailureOfWhatItReviewed() {
        Json plan = Replanning.of(request("research/acme#qa2", "off target"));

        assertThat(plan.list("gaps").getFirst().text("step")).isEqualTo("research/acme");
    }

    @Test
    void aFailedMemoryStepIsDroppedWithoutTheReport() {
        Json plan = Replanning.of(request("memory", "broken"));

        assertThat(plan.list("steps")).extracting(s -> s.text("id")).containsExactly("research", "write");
    }

    @Test
    void withoutAnyResearchOrReportNoPlanIsLeft() {
        assertThat(Replanning.of(request("research", "broken")).text("unplannable"))
                .contains("broken");
        assertThat(Replanning.of(request("write", "broken")).text("unplannable"))
                .contains("broken");
    }

    private static Json request(String step, String reason) {
        Json failure = Json.object().with("step", step).with("reason", reason);
        return Json.object()
                .with("replan", Json.of(true))
                .with("failed", Json.of(List.of(failure)))
                .with("plan", PLAN);
    }
}
