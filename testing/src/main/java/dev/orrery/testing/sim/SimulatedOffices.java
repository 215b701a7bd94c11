package dev.orrery.testing.sim;

import dev.orrery.engine.Offices;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes reports and proposals; asked twice for the same, it comes to the same. For one thread. */
final class SimulatedOffices implements Offices {
    private final Map<String, Json> delivered = new TreeMap<>();

    @Override
    public List<String> deliver(String run, String out, Json output) {
        delivered.put(out, output);
        return List.of(out + "/report.md");
    }

    @Override
    public List<String> propose(String run, String step, Json output, Label label) {
        return List.of("m-" + step);
    }

    Map<String, Json> delivered() {
        return delivered;
    }
}
