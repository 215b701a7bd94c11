package dev.orrery.testing.sim;

import dev.orrery.kernel.ToolSpec;
import dev.orrery.message.Value;
import dev.orrery.testing.audit.Outside;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.util.function.LongSupplier;

/**
 * A tool of the user's, reached over a line that fails as chance has it. What it really did is noted outside. It never
 * claims to have done nothing when it did something: against that no engine can guard.
 */
final class SimulatedTool implements Tool {
    private final Tool tool;
    private final SimulatedProcess.World world;
    private final Outside outside;
    private final LongSupplier durable;

    /** Wraps {@code tool}; {@code durable} tells how many events of the run are on the disk. */
    SimulatedTool(Tool tool, SimulatedProcess.World world, Outside outside, LongSupplier durable) {
        this.tool = tool;
        this.world = world;
        this.outside = outside;
        this.durable = durable;
    }

    @Override
    public ToolSpec spec() {
        return tool.spec();
    }

    @Override
    public ToolResult call(ToolRequest request) {
        Chance chance = world.chance();
        if (!chance.percent(world.mishaps().tools())) {
            world.taking().takes(chance.between(0, 5_000));
            return reach(request);
        }
        return switch (chance.below(8)) {
            case 0 -> {
                note(request, false);
                yield new ToolResult.NotDone("the simulated line was busy");
            }
            case 1 -> {
                reach(request);
                yield new ToolResult.Unknown("the simulated line broke after the call");
            }
            case 2 -> {
                note(request, false);
                yield new ToolResult.Unknown("the simulated line broke before the call");
            }
            case 3 -> {
                world.taking().takes(Taking.FOREVER);
                yield reach(request);
            }
            case 4 -> {
                // Around the time that a call may take.
                world.taking().takes(chance.between(40_000, 400_000));
                yield reach(request);
            }
            case 5 -> odd(reach(request));
            case 6 -> {
                reach(request);
                throw new IllegalStateException("the simulated tool broke after the call");
            }
            default -> {
                note(request, false);
                throw new IllegalStateException("the simulated tool broke before the call");
            }
        };
    }

    private ToolResult odd(ToolResult result) {
        return result instanceof ToolResult.Returned returned
                ? new ToolResult.Returned(
                        new Value(Oddities.any(world.chance()), returned.value().label()))
                : result;
    }

    private ToolResult reach(ToolRequest request) {
        ToolResult result = tool.call(request);
        note(request, !(result instanceof ToolResult.NotDone));
        return result;
    }

    private void note(ToolRequest request, boolean happened) {
        outside.call(new Outside.Called(spec().name(), request.key(), spec().effect(), durable.getAsLong(), happened));
    }
}
