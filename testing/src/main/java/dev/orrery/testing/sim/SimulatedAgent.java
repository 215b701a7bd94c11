package dev.orrery.testing.sim;

import dev.orrery.agent.Agent;
import dev.orrery.agent.AgentException;
import dev.orrery.agent.Answer;
import dev.orrery.agent.Room;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.FailureKind;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.message.Window;
import java.time.Duration;
import java.util.List;

/** An agent of the user's that breaks, is late, answers nonsense or lies about what it used, as chance has it. */
final class SimulatedAgent implements Agent {
    private static final int HUGE = 400_000;

    private final Agent agent;
    private final SimulatedProcess.World world;

    SimulatedAgent(Agent agent, SimulatedProcess.World world) {
        this.agent = agent;
        this.world = world;
    }

    @Override
    public Turn reply(Window window) {
        return agent.reply(window);
    }

    @Override
    public Answer answer(Window window, Room room) {
        Chance chance = world.chance();
        if (!chance.percent(world.mishaps().agents())) {
            world.taking().takes(chance.between(0, 800));
            return agent.answer(window, room);
        }
        return switch (chance.below(15)) {
            case 0 -> throw new AgentException("the simulated agent broke");
            case 1 -> throw new IllegalStateException("the simulated agent fell over");
            case 2 -> throw new AgentException("the simulated agent is busy").withRetry();
            case 3 ->
                throw new AgentException("the simulated agent is busy for a while")
                        .withRetryAfter(Duration.ofSeconds(chance.between(-5, 400)))
                        .withUsed(lie(room));
            case 4 ->
                throw new AgentException("out of time")
                        .withKind(FailureKind.TIMEOUT)
                        .withUsed(lie(room));
            case 5 -> throw new AgentException("no JSON").withKind(FailureKind.INVALID);
            case 6 -> Answer.of(new Turn.Final(Json.texts(List.of("nonsense"))));
            case 7 -> Answer.of(new Turn.Final(Json.object().with("text", "x".repeat(HUGE))));
            case 8 -> {
                world.taking().takes(Taking.FOREVER);
                yield agent.answer(window, room);
            }
            case 9 -> {
                world.taking().takes(chance.between(0, 2 * Math.max(1, room.millisMax() % 1_000_000)));
                yield agent.answer(window, room);
            }
            case 10 -> agent.answer(window, room).withUsed(lie(room));
            case 11 -> Answer.of(new Turn.Final(Oddities.any(chance)));
            case 12 -> Answer.of(new Turn.ToolCalls(List.of(new ToolCall(tool(window, chance), Oddities.any(chance)))));
            case 13 -> Answer.of(new Turn.Note(Oddities.any(chance)));
            default -> Answer.of(new Turn.Ask(chance.percent(80) ? "What now?" : "?".repeat(40_000)));
        };
    }

    private static String tool(Window window, Chance chance) {
        List<String> shown =
                window.items(Window.Part.TOOLS).stream().map(Window.Item::name).toList();
        return shown.isEmpty() ? "no-such-tool" : chance.of(shown);
    }

    /** Returns what nobody used: nothing, less than nothing, what was reserved, or more than that. */
    private Amount lie(Room room) {
        return switch (world.chance().below(4)) {
            case 0 -> Amount.ZERO;
            case 1 -> new Amount(-100, -100, -1);
            case 2 -> new Amount(room.tokensMax(), room.costMicrosMax(), 1);
            default -> new Amount(room.tokensMax() + 5_000, room.costMicrosMax() + 700, 3);
        };
    }
}
