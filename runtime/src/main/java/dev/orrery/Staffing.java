package dev.orrery;

import dev.orrery.agent.Agent;
import dev.orrery.agent.AgentFile;
import dev.orrery.agent.Roster;
import dev.orrery.agent.SchemaCheck;
import dev.orrery.agent.Schemas;
import dev.orrery.agent.extractive.ExtractiveMemory;
import dev.orrery.agent.extractive.ExtractiveResearcher;
import dev.orrery.agent.extractive.ExtractiveReviewer;
import dev.orrery.agent.extractive.ExtractiveWriter;
import dev.orrery.context.Recall;
import dev.orrery.context.WindowBuilder;
import dev.orrery.engine.Engine;
import dev.orrery.engine.Replies;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Learned;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.memory.Knowledge;
import dev.orrery.memory.KnowledgeOutline;
import dev.orrery.memory.KnowledgeRead;
import dev.orrery.memory.KnowledgeSearch;
import dev.orrery.memory.lucene.LuceneKnowledge;
import dev.orrery.message.Capability;
import dev.orrery.tool.Tool;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what a run is worked on with: its agents, its tools, its windows. */
final class Staffing {
    private final Config config;
    private final SchemaCheck check = new SchemaCheck();
    private final Roster roster;

    Staffing(Config config, List<AgentFile> files) {
        this.config = config;
        this.roster = new Roster(new Roster.Minds(natives(), config.agents()), files, check);
    }

    private static Map<Capability, Agent> natives() {
        return Map.of(
                Capability.RESEARCH, new ExtractiveResearcher(),
                Capability.QA, new ExtractiveReviewer(),
                Capability.WRITE, new ExtractiveWriter(),
                Capability.MEMORY, new ExtractiveMemory());
    }

    Roster roster() {
        return roster;
    }

    /** Opens the documents that a run reads. */
    static Knowledge knowledge(List<String> folders, Path home) {
        return LuceneKnowledge.open(folders.stream().map(Path::of).toList(), home);
    }

    /** Returns what a new run pins. */
    Pins pins(Learned learned, Map<String, Tool> tools) {
        var agents = new LinkedHashMap<String, AgentCard>();
        roster.cards().forEach(card -> agents.put(card.name(), card));
        var classes = new LinkedHashMap<String, EffectClass>();
        var hashes = new LinkedHashMap<String, String>();
        tools.forEach((name, tool) -> {
            classes.put(name, tool.spec().effect());
            hashes.put(name, tool.spec().hash().hex());
        });
        return new Pins(agents, classes, hashes, Schemas.outputs(), learned, Pins.Ladder.DEFAULT);
    }

    /** Returns the tools of a run that reads {@code knowledge}. */
    Map<String, Tool> tools(Knowledge knowledge) {
        var tools = new LinkedHashMap<String, Tool>();
        for (Tool tool : List.of(
                new KnowledgeSearch(knowledge), new KnowledgeRead(knowledge), new KnowledgeOutline(knowledge))) {
            tools.put(tool.spec().name(), tool);
        }
        config.tools().forEach(tool -> tools.put(tool.spec().name(), tool));
        return tools;
    }

    /** Returns what a run with these pins and tools is worked on with. */
    Engine.Staff staff(Pins pins, Map<String, Tool> tools, Recall recall) {
        var specs = new LinkedHashMap<String, ToolSpec>();
        tools.forEach((name, tool) -> specs.put(name, tool.spec()));
        return new Engine.Staff(
                new WindowBuilder(specs, recall),
                new Replies(roster.answering(pins.agents().values()), check::errors),
                tools);
    }
}
