package dev.orrery;

import dev.orrery.agent.Agent;
import dev.orrery.agent.AgentFile;
import dev.orrery.agent.AgentFiles;
import dev.orrery.agent.Problem;
import dev.orrery.agent.Roster;
import dev.orrery.agent.SchemaCheck;
import dev.orrery.agent.Schemas;
import dev.orrery.agent.extractive.ExtractiveMemory;
import dev.orrery.agent.extractive.ExtractivePlanner;
import dev.orrery.agent.extractive.ExtractiveResearcher;
import dev.orrery.agent.extractive.ExtractiveReviewer;
import dev.orrery.agent.extractive.ExtractiveWriter;
import dev.orrery.agent.screen.InjectionScreen;
import dev.orrery.context.Recall;
import dev.orrery.context.WindowBuilder;
import dev.orrery.engine.Engine;
import dev.orrery.engine.Replies;
import dev.orrery.engine.Screen;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Flag;
import dev.orrery.kernel.Learned;
import dev.orrery.kernel.ModelPin;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.ToolSpec;
import dev.orrery.memory.Knowledge;
import dev.orrery.memory.KnowledgeOutline;
import dev.orrery.memory.KnowledgeRead;
import dev.orrery.memory.KnowledgeSearch;
import dev.orrery.memory.LazyKnowledge;
import dev.orrery.memory.lucene.LuceneKnowledge;
import dev.orrery.message.Capability;
import dev.orrery.message.ToolCall;
import dev.orrery.model.Checked;
import dev.orrery.tool.FilesWrite;
import dev.orrery.tool.Tool;
import dev.orrery.tool.Toolbox;
import dev.orrery.tool.WebFetch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what a run is worked on with: its agents, its tools, its windows. */
final class Staffing {
    /** The names of Orrery's own tools; definitions may name them whether a run has them or not. */
    private static final List<String> TOOLS =
            List.of("files.write", "knowledge.outline", "knowledge.read", "knowledge.search", "web.fetch");

    private final Config config;
    private final SchemaCheck check = new SchemaCheck();
    private final OpenModels models;
    private final Roster roster;

    /**
     * Reads the agents that {@code config} names.
     *
     * @throws OrreryException when a definition cannot be used; the message names each fault with its place
     */
    Staffing(Config config) {
        this.config = config;
        this.models = new OpenModels(config.home(), config.environment(), check);
        List<AgentFile> files = config.agentFolder().map(this::files).orElse(List.of());
        try {
            this.roster = new Roster(
                    new Roster.Minds(
                            natives(), config.agents(), models, config.model().map(this::pin)),
                    files,
                    check);
        } catch (IllegalArgumentException e) {
            String why = e.getMessage() == null ? "two agents have one name" : e.getMessage();
            throw new OrreryException(OrreryException.Kind.USAGE, why, e);
        }
    }

    private ModelPin pin(Config.ModelWish wish) {
        return switch (models.pin(wish.name(), wish.baseUrl())) {
            case Checked.Valid<ModelPin>(ModelPin pin) -> pin;
            case Checked.Faulty<ModelPin>(String message) ->
                throw new OrreryException(OrreryException.Kind.USAGE, message);
        };
    }

    /** Asks the model what it and its server can do. */
    TriedModel tryModel(Config.ModelWish wish) {
        return models.tried(wish);
    }

    private List<AgentFile> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new OrreryException(
                    OrreryException.Kind.USAGE, "the agents folder " + folder + " does not exist, or is not a folder");
        }
        return switch (read(folder)) {
            case AgentFiles.Reading.Loaded loaded -> loaded.files();
            case AgentFiles.Reading.Refused refused ->
                throw new OrreryException(
                        OrreryException.Kind.USAGE,
                        String.join(
                                "\n",
                                refused.problems().stream()
                                        .map(Problem::toString)
                                        .toList()));
        };
    }

    /** Reads the definitions at {@code path} and says what is wrong with them. */
    AgentFiles.Reading read(Path path) {
        return AgentFiles.read(path, new AgentFiles.Known(toolNames(), check, models));
    }

    private Set<String> toolNames() {
        Set<String> names = new TreeSet<>(TOOLS);
        config.tools().forEach(tool -> names.add(tool.spec().name()));
        return names;
    }

    private static Map<Capability, Agent> natives() {
        return Map.of(
                Capability.PLAN, new ExtractivePlanner(),
                Capability.RESEARCH, new ExtractiveResearcher(),
                Capability.QA, new ExtractiveReviewer(),
                Capability.WRITE, new ExtractiveWriter(),
                Capability.MEMORY, new ExtractiveMemory());
    }

    Roster roster() {
        return roster;
    }

    /** Opens the documents that a run reads. */
    LazyKnowledge knowledge(List<String> folders, Path home) {
        List<Path> paths = folders.stream().map(Path::of).toList();
        return new LazyKnowledge(() -> LuceneKnowledge.open(paths, home, Optional.empty(), config.reading()));
    }

    /**
     * Returns what a new run pins.
     *
     * @throws OrreryException when the key of a model is missing
     */
    Pins pins(Learned learned, Map<String, Tool> tools) {
        models.check(roster.cards());
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

    /**
     * Checks that a run with these pins can go on as it began: without a key its stand-ins would do all that is left.
     *
     * @throws OrreryException when the key of a model is missing
     */
    void check(Pins pins) {
        models.check(pins.agents().values());
    }

    /** Returns the tools of a run that reads {@code knowledge}. */
    Map<String, Tool> tools(Knowledge knowledge) {
        var tools = new ArrayList<Tool>(List.of(
                new KnowledgeSearch(knowledge),
                new KnowledgeRead(knowledge),
                new KnowledgeOutline(knowledge),
                new FilesWrite()));
        if (!config.fetchHosts().isEmpty()) tools.add(new WebFetch(config.fetchHosts()));
        tools.addAll(config.tools());
        return new Toolbox(tools).tools();
    }

    /** Returns what is wrong with {@code call}, whose tool must be as it was when the run began. */
    List<String> argumentErrors(Pins pins, ToolCall call) {
        try (LazyKnowledge none = knowledge(List.of(), config.home())) {
            Tool tool = tools(none).get(call.tool());
            if (tool == null) return List.of("there is no such tool here");
            boolean changed = !tool.spec()
                    .hash()
                    .hex()
                    .equals(pins.hashes()
                            .getOrDefault(call.tool(), tool.spec().hash().hex()));
            return changed
                    ? List.of("the tool is another one than when the run began")
                    : check.errors(tool.spec().arguments(), call.arguments());
        }
    }

    /** Returns what a run with these pins and tools is worked on with. */
    Engine.Staff staff(Pins pins, Map<String, Tool> tools, Recall recall) {
        var specs = new LinkedHashMap<String, ToolSpec>();
        tools.forEach((name, tool) -> specs.put(name, tool.spec()));
        return new Engine.Staff(
                new WindowBuilder(specs, recall),
                new Replies(roster.answering(pins.agents().values()), check::errors),
                tools,
                screen(tools.keySet()));
    }

    private static Screen screen(Set<String> tools) {
        var injections = new InjectionScreen(tools);
        return result -> injections.flags(result.content()).stream()
                .map(found -> new Flag("injection", found.source(), found.excerpt()))
                .toList();
    }
}
