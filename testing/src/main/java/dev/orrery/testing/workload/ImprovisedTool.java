package dev.orrery.testing.workload;

import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.testing.sim.Chance;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.util.List;

/** A tool of one effect class that gives one of a few answers, and now and then does nothing and says so. */
record ImprovisedTool(ToolSpec spec, Chance chance) implements Tool {
    /** The names of all tools, and of one that there is not. */
    static final List<String> NAMES = List.of("look", "note", "send", "fire", "knowledge.search", "none");

    static List<ImprovisedTool> all(Chance chance) {
        return List.of(
                tool("look", EffectClass.READ, chance),
                tool("note", EffectClass.IDEMPOTENT, chance),
                tool("send", EffectClass.NON_IDEMPOTENT, chance),
                tool("fire", EffectClass.IRREVERSIBLE, chance),
                tool("knowledge.search", EffectClass.READ, chance));
    }

    private static ImprovisedTool tool(String name, EffectClass effect, Chance chance) {
        Json arguments = Json.object().with("type", "object").with("required", Json.texts(List.of("about")));
        return new ImprovisedTool(new ToolSpec(name, "Does " + name + ".", arguments, effect), chance);
    }

    @Override
    public ToolResult call(ToolRequest request) {
        if (chance.percent(5)) return new ToolResult.NotDone("not now");
        Json content = Json.object().with("answer", spec.name() + " " + chance.below(8));
        return new ToolResult.Returned(new Value(content, Label.tool("tool:" + spec.name())));
    }
}
