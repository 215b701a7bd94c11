package dev.orrery;

import dev.orrery.agent.Agent;
import dev.orrery.context.Recall;
import dev.orrery.context.WindowBuilder;
import dev.orrery.engine.Engine;
import dev.orrery.engine.Replies;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Learned;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.tool.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what a run is worked on with: its agents, its tools, its windows. */
final class Staffing {
    private final Config config;

    Staffing(Config config) {
        this.config = config;
    }

    /** Returns what a new run pins. */
    Pins pins(Learned learned, Map<String, Tool> tools) {
        var agents = new LinkedHashMap<String, AgentCard>();
        config.agents().forEach(own -> agents.put(own.card().name(), own.card()));
        var classes = new LinkedHashMap<String, EffectClass>();
        var hashes = new LinkedHashMap<String, String>();
        tools.forEach((name, tool) -> {
            classes.put(name, tool.spec().effect());
            hashes.put(name, tool.spec().hash().hex());
        });
        return new Pins(agents, classes, hashes, Map.of(), learned, Pins.Ladder.DEFAULT);
    }

    /** Returns the tools of a run that reads {@code knowledge}. */
    Map<String, Tool> tools(List<String> knowledge) {
        var tools = new LinkedHashMap<String, Tool>();
        config.tools().forEach(tool -> tools.put(tool.spec().name(), tool));
        return tools;
    }

    /** Returns what a run with these pins and tools is worked on with. */
    Engine.Staff staff(Pins pins, Map<String, Tool> tools, Recall recall) {
        var agents = new LinkedHashMap<String, Agent>();
        config.agents().forEach(own -> agents.put(own.card().name(), own.agent()));
        var specs = new LinkedHashMap<String, ToolSpec>();
        tools.forEach((name, tool) -> specs.put(name, tool.spec()));
        return new Engine.Staff(
                new WindowBuilder(specs, recall), new Replies(agents, (schema, value) -> List.of()), tools);
    }
}
