import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.scope.AgenticScope;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;

/** The chain and the fan-out on langchain4j-agentic, which keeps nothing on the disk while it runs. */
public final class LangChain4jAgentic {
    private static final int ROUNDS = 20;

    private LangChain4jAgentic() {}

    /** Prints a line for each. */
    public static void main(String[] arguments) {
        Object[] steps = new Object[300];
        Arrays.setAll(steps, i -> AgenticServices.agentAction((AgenticScope scope) -> scope.writeState("n", i)));
        say("chain-step-millis", "ms a step", steps.length, AgenticServices.sequenceBuilder().subAgents(steps).build());
        Object[] tasks = new Object[100];
        Arrays.setAll(tasks, i -> AgenticServices.agentAction((AgenticScope scope) -> scope.writeState("k" + i, i)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            say(
                    "fan-out-100-millis",
                    "ms a task",
                    tasks.length,
                    AgenticServices.parallelBuilder().subAgents(tasks).executor(threads).build());
        }
    }

    private static void say(String work, String unit, int pieces, UntypedAgent agent) {
        double[] millis = new double[ROUNDS];
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            long began = System.nanoTime();
            agent.invoke(Map.of("goal", "chain"));
            if (i >= 0) millis[i] = (System.nanoTime() - began) / 1e6 / pieces;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "{\"work\":\"%s\",\"peer\":\"langchain4j-agentic 1.19.0-beta29\",\"median\":%.4f,\"p95\":%.4f,"
                        + "\"unit\":\"%s\",\"store\":\"none: in memory\"}%n",
                work,
                millis[ROUNDS / 2],
                millis[ROUNDS * 95 / 100],
                unit);
    }
}
