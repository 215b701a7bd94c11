package dev.orrery;

import dev.orrery.kernel.Budget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to run.
 *
 * @param goal what is wanted, in words
 * @param id the run's id; a new one is made when empty. The same id never starts a second run
 * @param knowledge the folders to read
 * @param budget what may be spent
 * @param planOnly end with the plan as the answer
 * @param approvePlan ask before the plan runs
 * @param out the folder for the report and files
 */
public record RunRequest(
        String goal,
        Optional<String> id,
        List<Path> knowledge,
        Budget budget,
        boolean planOnly,
        boolean approvePlan,
        Optional<Path> out) {

    public RunRequest {
        knowledge = List.copyOf(knowledge);
    }

    /** Asks for {@code goal} over the documents in {@code knowledge}. */
    public static RunRequest of(String goal, Path... knowledge) {
        return new RunRequest(
                goal, Optional.empty(), List.of(knowledge), Budget.DEFAULT, false, false, Optional.empty());
    }

    /** Returns a copy with this id. */
    public RunRequest withId(String name) {
        return new RunRequest(goal, Optional.of(name), knowledge, budget, planOnly, approvePlan, out);
    }

    /** Returns a copy with this budget. */
    public RunRequest withBudget(Budget cap) {
        return new RunRequest(goal, id, knowledge, cap, planOnly, approvePlan, out);
    }

    /** Returns a copy that writes to {@code folder}. */
    public RunRequest withOut(Path folder) {
        return new RunRequest(goal, id, knowledge, budget, planOnly, approvePlan, Optional.of(folder));
    }
}
