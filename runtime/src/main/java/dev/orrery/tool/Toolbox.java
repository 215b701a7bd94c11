package dev.orrery.tool;

import dev.orrery.kernel.ToolSpec;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tools of a run, each under its own name. Immutable and as thread-safe as the tools are. */
public final class Toolbox {
    private final Map<String, Tool> tools;
    private final Map<String, ToolSpec> specs;

    /**
     * Puts {@code tools} together.
     *
     * @throws IllegalArgumentException when two have one name: a tool never takes another's place unseen
     */
    public Toolbox(Collection<? extends Tool> tools) {
        var byName = new TreeMap<String, Tool>();
        var described = new TreeMap<String, ToolSpec>();
        for (Tool tool : tools) {
            ToolSpec spec = tool.spec();
            if (byName.putIfAbsent(spec.name(), tool) != null) {
                throw new IllegalArgumentException("two tools are called " + spec.name() + "; rename one of them");
            }
            described.put(spec.name(), spec);
        }
        this.tools = Collections.unmodifiableMap(byName);
        this.specs = Collections.unmodifiableMap(described);
    }

    /** Returns the tools by name. */
    public Map<String, Tool> tools() {
        return tools;
    }

    /** Returns what the tools say of themselves, by name. */
    public Map<String, ToolSpec> specs() {
        return specs;
    }

    /** Returns the names of all tools. */
    public Set<String> names() {
        return tools.keySet();
    }
}
