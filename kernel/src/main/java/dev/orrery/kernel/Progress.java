package dev.orrery.kernel;

import dev.orrery.plan.Plan;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Where a run as a whole stands.
 *
 * @param plan the current plan
 * @param revision its number; 0 while there is none
 * @param pending a plan that waits for a human's leave
 * @param replans how often the plan was rewritten around failures
 * @param effects how many effects were requested
 * @param asked how many questions were put
 * @param gaps what was given up, in order
 * @param cancelling why the run is to end, once a human said so
 * @param ending how it ended
 */
public record Progress(
        Optional<Plan> plan,
        int revision,
        Optional<Plan> pending,
        int replans,
        long effects,
        long asked,
        PVector<Plan.Gap> gaps,
        Optional<String> cancelling,
        Optional<RunState.Ending> ending) {

    static final Progress NONE = new Progress(
            Optional.empty(), 0, Optional.empty(), 0, 0, 0, TreePVector.empty(), Optional.empty(), Optional.empty());

    Progress pending(Optional<Plan> proposed) {
        return new Progress(plan, revision, proposed, replans, effects, asked, gaps, cancelling, ending);
    }

    Progress accepted(Plan anew, int number) {
        Progress now = new Progress(
                Optional.of(anew), number, Optional.empty(), replans, effects, asked, gaps, cancelling, ending);
        for (Plan.Gap gap : anew.gaps()) now = now.gap(gap);
        return now;
    }

    Progress gap(Plan.Gap gap) {
        if (gaps.stream().anyMatch(g -> g.step().equals(gap.step()))) return this;
        return new Progress(plan, revision, pending, replans, effects, asked, gaps.plus(gap), cancelling, ending);
    }

    /** The step {@code id} is begun again, so what it lacked is no gap any more. */
    Progress reopened(String id) {
        PVector<Plan.Gap> open =
                TreePVector.from(gaps.stream().filter(g -> !g.step().equals(id)).toList());
        return new Progress(plan, revision, pending, replans, effects, asked, open, cancelling, ending);
    }

    Progress replanned() {
        return new Progress(plan, revision, pending, replans + 1, effects, asked, gaps, cancelling, ending);
    }

    Progress requested() {
        return new Progress(plan, revision, pending, replans, effects + 1, asked, gaps, cancelling, ending);
    }

    Progress questioned() {
        return new Progress(plan, revision, pending, replans, effects, asked + 1, gaps, cancelling, ending);
    }

    Progress cancelling(String why) {
        return new Progress(plan, revision, pending, replans, effects, asked, gaps, Optional.of(why), ending);
    }

    Progress ended(RunState.Ending how) {
        return new Progress(plan, revision, pending, replans, effects, asked, gaps, cancelling, Optional.of(how));
    }
}
