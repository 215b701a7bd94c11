package dev.orrery.kernel;

import dev.orrery.kernel.StepState.Phase;
import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import dev.orrery.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The steps of a run and what each waits for. Counts are kept as steps end, so that no decision looks at all steps.
 *
 * @param steps all steps by id, reviews and children included
 * @param order the ids in the order in which they were added
 * @param dependents the steps that need a step, by its id
 * @param ready the steps that can be routed, in order
 * @param stuck the steps that wait for the plan to be rewritten
 * @param running how many attempts are under way
 */
public record Graph(
        PMap<String, StepState> steps,
        PVector<String> order,
        PMap<String, PVector<String>> dependents,
        OrderedPSet<String> ready,
        OrderedPSet<String> stuck,
        int running) {

    /** The graph without steps. */
    static final Graph EMPTY = new Graph(
            HashTreePMap.empty(),
            TreePVector.empty(),
            HashTreePMap.empty(),
            OrderedPSet.empty(),
            OrderedPSet.empty(),
            0);

    /** Returns the step {@code id}. */
    public Optional<StepState> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** Returns the step {@code id}, which exists. */
    StepState get(String id) {
        StepState step = steps.get(id);
        if (step == null) throw new IllegalStateException("no step " + id);
        return step;
    }

    /** Adds a step, or puts a fresh one in the place of an abandoned one. */
    Graph add(Step step, StepState.Origin origin) {
        int open = 0;
        PMap<String, PVector<String>> needed = dependents;
        for (String need : step.needs()) {
            // A review needs the output of a step that has not ended; that is what it is for.
            if (origin.reviewOf().filter(need::equals).isPresent()) continue;
            StepState other = steps.get(need);
            if (other == null || !other.phase().ended()) {
                open++;
                PVector<String> known = needed.getOrDefault(need, TreePVector.empty());
                needed = needed.plus(need, known.plus(step.id()));
            }
        }
        PVector<String> ids = steps.containsKey(step.id()) ? order : order.plus(step.id());
        var added = new Graph(steps, ids, needed, ready, stuck, running);
        return added.put(StepState.fresh(step, origin, open));
    }

    /** Replaces a step's state and keeps the counts in step with its phase. */
    Graph put(StepState now) {
        String id = now.id();
        StepState before = steps.get(id);
        boolean ran = before != null && before.phase() == Phase.RUNNING;
        boolean runs = now.phase() == Phase.RUNNING;
        return new Graph(
                steps.plus(id, now),
                order,
                dependents,
                now.phase() == Phase.READY ? ready.plus(id) : ready.minus(id),
                now.phase() == Phase.STUCK ? stuck.plus(id) : stuck.minus(id),
                running + (runs ? 1 : 0) - (ran ? 1 : 0));
    }

    /** The step ends as {@code now} says: what waits for it waits for one less. */
    Graph end(StepState now) {
        boolean endedBefore = get(now.id()).phase().ended();
        Graph graph = put(now);
        if (endedBefore) return graph;
        for (String dependent : dependents.getOrDefault(now.id(), TreePVector.empty())) {
            graph = graph.oneLess(dependent);
        }
        graph = graph.forget(now.id());
        String parent = now.origin().parent().orElse("");
        return parent.isEmpty() ? graph : graph.oneLess(parent);
    }

    private Graph oneLess(String id) {
        StepState step = steps.get(id);
        return step == null || step.phase().ended() ? this : put(step.waitingFor(step.waitingFor() - 1));
    }

    private Graph forget(String id) {
        return new Graph(steps, order, dependents.minus(id), ready, stuck, running);
    }

    /** A {@code forEach} step grows a child for each value that it has none for. */
    Graph expand(String id, List<Json> items) {
        StepState parent = get(id);
        Graph graph = this;
        PVector<String> children = TreePVector.empty();
        int open = 0;
        for (Json item : items) {
            Step child = parent.step().child(item);
            StepState known = graph.steps.get(child.id());
            if (known == null || known.phase() == Phase.ABANDONED) {
                graph = graph.add(child, new StepState.Origin(Optional.of(id), Optional.of(item), Optional.empty()));
            }
            children = children.plus(child.id());
            if (!graph.get(child.id()).phase().ended()) open++;
        }
        return graph.put(parent.grown(children).waitingFor(open));
    }

    /** Takes over a plan: keeps the steps that are there and unchanged, adds the others. */
    Graph revise(Plan plan) {
        Graph graph = this;
        var added = new ArrayList<Step>();
        for (Step step : plan.steps()) {
            StepState known = steps.get(step.id());
            if (known == null || known.phase() == Phase.ABANDONED) added.add(step);
            else graph = graph.put(known.defined(step));
        }
        for (Step step : added) graph = graph.add(step, StepState.Origin.PLAN);
        return graph;
    }
}
