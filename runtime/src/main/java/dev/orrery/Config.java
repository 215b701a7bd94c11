package dev.orrery;

import dev.orrery.agent.Agent;
import dev.orrery.agent.OwnAgent;
import dev.orrery.kernel.AgentCard;
import dev.orrery.memory.Knowledge;
import dev.orrery.tool.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an {@link Orrery} is opened with. Immutable; the {@code with…} methods return a changed copy.
 *
 * @param home the folder that everything durable lies in
 * @param agentFolder a folder with agent definition files
 * @param agents agents defined in code
 * @param tools tools beside the built-in ones
 * @param fetchHosts the hosts that {@code web.fetch} may reach; none switches it off
 * @param reading is told how far the reading of documents has got
 */
public record Config(
        Path home,
        Optional<Path> agentFolder,
        List<OwnAgent> agents,
        List<Tool> tools,
        List<String> fetchHosts,
        Knowledge.Progress reading) {

    public Config {
        agents = List.copyOf(agents);
        tools = List.copyOf(tools);
        fetchHosts = List.copyOf(fetchHosts);
    }

    /** Returns the configuration with {@code home} and nothing else of one's own. */
    public static Config at(Path home) {
        return new Config(home, Optional.empty(), List.of(), List.of(), List.of(), Knowledge.Progress.UNSEEN);
    }

    /** Returns a copy that reads agent definitions from {@code folder}. */
    public Config withAgents(Path folder) {
        return new Config(home, Optional.of(folder), agents, tools, fetchHosts, reading);
    }

    /** Returns a copy with one more agent; one of the same name takes the built-in's place. */
    public Config withAgent(AgentCard card, Agent agent) {
        var more = new ArrayList<>(agents);
        more.add(new OwnAgent(card, agent));
        return new Config(home, agentFolder, more, tools, fetchHosts, reading);
    }

    /** Returns a copy with one more tool. */
    public Config withTool(Tool tool) {
        var more = new ArrayList<>(tools);
        more.add(tool);
        return new Config(home, agentFolder, agents, more, fetchHosts, reading);
    }

    /** Returns a copy in which {@code web.fetch} may reach {@code hosts}. */
    public Config withFetchHosts(List<String> hosts) {
        return new Config(home, agentFolder, agents, tools, hosts, reading);
    }

    /** Returns a copy that tells {@code progress} how far the reading of documents has got. */
    public Config withReading(Knowledge.Progress progress) {
        return new Config(home, agentFolder, agents, tools, fetchHosts, progress);
    }
}
