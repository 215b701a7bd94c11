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
 * @param dependents the steps that wait for a step, by its id
 * @param ready the steps that can be routed, in order
 * @param unasked the steps whose window is built and whose agent is not asked yet, in order
 * @param stuck the steps that wait for the plan to be rewritten
 * @param running how many attempts are under way
 */
public record Graph(
        PMap<String, StepState> steps,
        PVector<String> order,
        PMap<String, OrderedPSet<String>> dependents,
        OrderedPSet<String> ready,
        OrderedPSet<String> unasked,
        OrderedPSet<String> stuck,
        int running) {

    /** The graph without steps. */
    static final Graph EMPTY = new Graph(
            HashTreePMap.empty(),
            TreePVector.empty(),
            HashTreePMap.empty(),
            OrderedPSet.empty(),
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

    /** Adds a step, or begins one again that was abandoned; it waits for the steps that it needs. */
    Graph add(Step step, StepState.Origin origin) {
        return place(step, origin).count(step.id());
    }

    private Graph place(Step step, StepState.Origin origin) {
        StepState before = steps.get(step.id());
        StepState now = before == null ? StepState.fresh(step, origin) : before.again(step, origin);
        PVector<String> ids = before == null ? order.plus(step.id()) : order;
        return new Graph(steps, ids, dependents, ready, unasked, stuck, running).put(now);
    }

    /** Counts what a step waits for; each of those will know. */
    private Graph count(String id) {
        PMap<String, OrderedPSet<String>> waiting = dependents;
        for (String need : open(get(id))) {
            waiting = waiting.plus(
                    need, waiting.getOrDefault(need, OrderedPSet.empty()).plus(id));
        }
        return new Graph(steps, order, waiting, ready, unasked, stuck, running).recount(id);
    }

    private Graph recount(String id) {
        StepState step = get(id);
        return step.phase() == Phase.WAITING ? put(step.waitingFor(open(step).size())) : this;
    }

    /** Returns the steps that {@code step} needs and that have not ended. */
    private List<String> open(StepState step) {
        // A review needs the output of a step that has not ended; that is what it is for.
        return step.step().needs().stream()
                .filter(need -> !step.origin().reviewOf().equals(Optional.of(need)))
                .filter(need -> !step(need).map(s -> s.phase().ended()).orElse(false))
                .toList();
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
                now.unasked() ? unasked.plus(id) : unasked.minus(id),
                now.phase() == Phase.STUCK ? stuck.plus(id) : stuck.minus(id),
                running + (runs ? 1 : 0) - (ran ? 1 : 0));
    }

    /** The step ends as {@code now} says: what waits for it waits for one less. */
    Graph end(StepState now) {
        boolean endedBefore = get(now.id()).phase().ended();
        Graph graph = put(now);
        if (endedBefore) return graph;
        for (String dependent : dependents.getOrDefault(now.id(), OrderedPSet.empty())) {
            graph = graph.recount(dependent);
        }
        return graph.forget(now.id()).childEnded(now.origin().parent());
    }

    private Graph forget(String id) {
        return new Graph(steps, order, dependents.minus(id), ready, unasked, stuck, running);
    }

    /** Takes one off the count instead of counting anew: a list may have thousands of children. */
    private Graph childEnded(Optional<String> parent) {
        return parent.flatMap(this::step)
                .filter(p -> p.phase() == Phase.EXPANDED)
                .map(p -> put(p.waitingFor(p.waitingFor() - 1)))
                .orElse(this);
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

    /**
     * Takes over a plan: keeps the steps that have begun, adds the new ones, and has those that have not begun wait anew.
     * All are placed before any is counted, so that none takes a step that is begun again for one that has ended.
     */
    Graph revise(Plan plan) {
        Graph graph = this;
        var placed = new ArrayList<String>();
        for (Step step : plan.steps()) {
            StepState known = steps.get(step.id());
            if (known == null || known.replaceable()) {
                graph = graph.place(step, StepState.Origin.PLAN);
                placed.add(step.id());
            } else {
                graph = graph.put(known.defined(step));
            }
        }
        for (String id : placed) graph = graph.count(id);
        return graph;
    }
}
