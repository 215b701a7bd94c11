package dev.orrery.agent;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Limits;
import dev.orrery.message.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The agents that come with Orrery: one for each capability of the main job, with its scoped instructions. */
public final class BuiltIns {
    private static final String OUTLINE = "knowledge.outline";
    private static final String SEARCH = "knowledge.search";
    private static final String READ = "knowledge.read";
    private static final List<String> ALL_MEMORY = List.of("*");
    private static final List<String> NO_MEMORY = List.of();

    /** The turns are about twice what the main job has been seen to need; all else is usual. */
    private static final Limits LIMITS =
            new Limits(24, Limits.DEFAULT.tokens(), Limits.DEFAULT.costMicros(), Limits.DEFAULT.timeMillis());

    /**
     * What holds for a definition that has a model and says nothing of limits: a model is asked small questions, so it takes
     * more turns, and it may run on slow hardware.
     */
    private static final Limits MODEL_LIMITS =
            new Limits(160, Limits.DEFAULT.tokens(), Limits.DEFAULT.costMicros(), 300_000);

    private BuiltIns() {}

    /** Returns {@code card} with the limits of a definition that has a model, unless it has limits of its own. */
    static AgentCard roomy(AgentCard card) {
        boolean usual = card.limits().equals(LIMITS) || card.limits().equals(Limits.DEFAULT);
        return card.mind() == AgentCard.Mind.MODEL && usual ? card.withLimits(MODEL_LIMITS) : card;
    }

    /** Returns their definitions, read once. */
    public static List<AgentCard> cards() {
        return Cards.ALL;
    }

    private static final class Cards {
        static final List<AgentCard> ALL = List.of(
                card("planner", Capability.PLAN, List.of(OUTLINE, SEARCH, READ), ALL_MEMORY),
                card("research", Capability.RESEARCH, List.of(OUTLINE, SEARCH, READ), NO_MEMORY),
                card("qa", Capability.QA, List.of(SEARCH, READ), NO_MEMORY),
                card("writer", Capability.WRITE, List.of(SEARCH, READ), ALL_MEMORY),
                card("memory", Capability.MEMORY, List.of(), NO_MEMORY));
    }

    private static AgentCard card(String name, Capability capability, List<String> tools, List<String> memory) {
        return new AgentCard(
                name,
                Set.of(capability),
                tools,
                AgentCard.Origin.BUILTIN,
                LIMITS,
                role(name),
                Optional.empty(),
                memory);
    }

    private static String role(String name) {
        String file = "roles/" + name + ".md";
        try (InputStream in = BuiltIns.class.getResourceAsStream(file)) {
            if (in == null) throw new AssertionError(file + " is missing from the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " cannot be read from the jar", broken);
        }
    }
}
