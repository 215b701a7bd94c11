package dev.orrery;

import dev.orrery.agent.Agent;
import dev.orrery.agent.OwnAgent;
import dev.orrery.kernel.AgentCard;
import dev.orrery.memory.Knowledge;
import dev.orrery.tool.Tool;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an {@link Orrery} is opened with. Immutable; the {@code with…} methods return a changed copy.
 *
 * @param home the folder that everything durable lies in
 * @param agentFolder a folder with agent definition files
 * @param agents agents defined in code
 * @param tools tools beside the built-in ones
 * @param fetchHosts the hosts that {@code web.fetch} may reach; none switches it off
 * @param model the model that answers for agents whose definitions leave that open; empty for the native agents
 * @param environment looks up variables of the environment, for the keys of models
 * @param reading is told how far the reading of documents has got
 * @param clock tells the time of events, waits and budgets; calls are timed by the system all the same
 */
public record Config(
        Path home,
        Optional<Path> agentFolder,
        List<OwnAgent> agents,
        List<Tool> tools,
        List<String> fetchHosts,
        Optional<ModelWish> model,
        Function<String, Optional<String>> environment,
        Knowledge.Progress reading,
        InstantSource clock) {

    /**
     * A model as a user names it.
     *
     * @param name {@code PROVIDER:NAME}, such as {@code openai:gpt-5-mini}
     * @param baseUrl the endpoint, up to and with its {@code /v1}; empty for the provider's own
     */
    public record ModelWish(String name, Optional<String> baseUrl) {}

    public Config {
        agents = List.copyOf(agents);
        tools = List.copyOf(tools);
        fetchHosts = List.copyOf(fetchHosts);
    }

    /** Returns the configuration with {@code home} and nothing else of one's own. */
    public static Config at(Path home) {
        return new Config(
                home,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                variable -> Optional.ofNullable(System.getenv(variable)),
                Knowledge.Progress.UNSEEN,
                InstantSource.system());
    }

    /** Returns a copy that reads agent definitions from {@code folder}. */
    public Config withAgents(Path folder) {
        return new Config(home, Optional.of(folder), agents, tools, fetchHosts, model, environment, reading, clock);
    }

    /** Returns a copy with one more agent; one of the same name takes the built-in's place. */
    public Config withAgent(AgentCard card, Agent agent) {
        var more = new ArrayList<>(agents);
        more.add(new OwnAgent(card, agent));
        return new Config(home, agentFolder, more, tools, fetchHosts, model, environment, reading, clock);
    }

    /** Returns a copy with one more tool. */
    public Config withTool(Tool tool) {
        var more = new ArrayList<>(tools);
        more.add(tool);
        return new Config(home, agentFolder, agents, more, fetchHosts, model, environment, reading, clock);
    }

    /** Returns a copy in which {@code web.fetch} may reach {@code hosts}. */
    public Config withFetchHosts(List<String> hosts) {
        return new Config(home, agentFolder, agents, tools, hosts, model, environment, reading, clock);
    }

    /** Returns a copy that tells {@code progress} how far the reading of documents has got. */
    public Config withReading(Knowledge.Progress progress) {
        return new Config(home, agentFolder, agents, tools, fetchHosts, model, environment, progress, clock);
    }

    /** Returns a copy in which {@code wish} answers for all agents whose definitions leave that open. */
    public Config withModel(ModelWish wish) {
        return new Config(home, agentFolder, agents, tools, fetchHosts, Optional.of(wish), environment, reading, clock);
    }

    /** Returns a copy that looks up the keys of models in {@code variables}. */
    public Config withEnvironment(Function<String, Optional<String>> variables) {
        return new Config(home, agentFolder, agents, tools, fetchHosts, model, variables, reading, clock);
    }

    /** Returns a copy that takes the time from {@code source}: a test need not wait for what a run waits for. */
    public Config withClock(InstantSource source) {
        return new Config(home, agentFolder, agents, tools, fetchHosts, model, environment, reading, source);
    }
}
