package dev.orrery.kernel;

/** The one gate: everything that touches the world passes here before it is owed. Implementations are pure. */
@FunctionalInterface
public interface Policy {
    /** The rule of a refusal because the run cannot pay: the step is given up, whoever would do it. */
    String BUDGET = "budget";

    /** The rule of a refusal because the agent's own limits do not allow it: another agent may do. */
    String LIMIT = "limit";

    /** Judges {@code effect} in the run's state and the world as of now. */
    Judgement judge(RunState state, Effect effect, World world);

    /** What the gate says. */
    sealed interface Judgement {
        /** The effect may be owed on these terms. */
        record Allow(Terms terms) implements Judgement {}

        /** A human must say yes first. Only tool calls can be asked about. */
        record Ask(String why) implements Judgement {}

        /** It may not be. {@code rule} names the rule for programs, {@code why} says it for people. */
        record Deny(String rule, String why) implements Judgement {}
    }
}
