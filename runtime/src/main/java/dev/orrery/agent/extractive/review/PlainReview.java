package dev.orrery.agent.extractive.review;

import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import java.util.List;

/** Reviews a result of a capability about which nothing is known here: it must at least say something. */
record PlainReview(Json result) implements Review {
    @Override
    public List<ToolCall> wanted() {
        return List.of();
    }

    @Override
    public void judge(Verdict verdict) {
        verdict.checked();
        if (result.allTexts().allMatch(String::isBlank)) verdict.demand("The result says nothing.");
    }
}
