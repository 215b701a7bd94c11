package dev.orrery.agent.llm;

import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.model.Call;
import dev.orrery.model.LenientJson;
import dev.orrery.model.Offer;
import java.util.ArrayList;
import java.util.List;

/** Makes a turn of the tool calls that a model asks for. Whether they are allowed, the gate says. */
final class Calls {
    private Calls() {}

    static Turn turn(List<Call> calls, List<Offer> offers) {
        if (offers.isEmpty()) throw new UnusableReply("there are no tools here; answer in the form that was asked for");
        List<String> names = offers.stream().map(Offer::name).toList();
        var wanted = new ArrayList<ToolCall>();
        for (Call call : calls) {
            if (!names.contains(call.tool())) {
                throw new UnusableReply(
                        "there is no tool " + Texts.brief(call.tool(), 60) + "; there are " + String.join(", ", names));
            }
            wanted.add(new ToolCall(call.tool(), arguments(call)));
        }
        return new Turn.ToolCalls(
                wanted.stream().distinct().limit(Turn.CALLS_MAX).toList());
    }

    private static Json.Obj arguments(Call call) {
        return call.json()
                .or(() -> LenientJson.find(call.arguments(), 0)
                        .flatMap(f -> f.value() instanceof Json.Obj o
                                ? java.util.Optional.of(o)
                                : java.util.Optional.empty()))
                .orElseThrow(() -> new UnusableReply("the arguments of " + call.tool() + " are no JSON object: "
                        + Texts.brief(call.arguments(), 100)));
    }
}
