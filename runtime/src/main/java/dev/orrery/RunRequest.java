package dev.orrery;

import dev.orrery.OrreryException.Kind;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Options;
import java.nio.file.Files;
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

    /** Returns this request, with an id of its own when it has none: whoever asks knows the run's id beforehand. */
    public RunRequest withFreshId() {
        return id.isPresent() ? this : withId(RunIds.fresh());
    }

    /** Returns a copy with this budget. */
    public RunRequest withBudget(Budget cap) {
        return new RunRequest(goal, id, knowledge, cap, planOnly, approvePlan, out);
    }

    /** Returns a copy that writes to {@code folder}. */
    public RunRequest withOut(Path folder) {
        return new RunRequest(goal, id, knowledge, budget, planOnly, approvePlan, Optional.of(folder));
    }

    /**
     * Returns the form in which a run keeps what was asked for; folders by their full paths.
     *
     * @throws OrreryException when the goal is empty or a folder is none
     */
    Options options() {
        if (goal.isBlank()) throw new OrreryException(Kind.USAGE, "the goal is empty; say what is wanted");
        for (Path folder : knowledge) {
            if (!Files.isDirectory(folder)) {
                String what = Files.exists(folder) ? "is not a folder" : "does not exist";
                throw new OrreryException(Kind.USAGE, "the knowledge folder " + folder + " " + what);
            }
        }
        return new Options(
                planOnly,
                approvePlan,
                knowledge.stream().map(RunRequest::full).toList(),
                out.map(RunRequest::full).orElse(""));
    }

    private static String full(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }
}
