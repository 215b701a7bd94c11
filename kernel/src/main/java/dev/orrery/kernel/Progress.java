package dev.orrery.kernel;

import dev.orrery.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/**
 * Where a run as a whole stands.
 *
 * @param plan the current plan
 * @param revision its number; 0 while there is none
 * @param pending a plan that waits for a human's leave
 * @param replans how often the plan was rewritten around failures
 * @param effects how many effects were requested
 * @param asked how many questions were put
 * @param missing what was given up, by step, in order
 * @param cancelling why the run is to end, once a human said so
 * @param ending how it ended
 * @param guidance what humans said to the run as a whole
 */
public record Progress(
        Optional<Plan> plan,
        int revision,
        Optional<Plan> pending,
        int replans,
        long effects,
        long asked,
        PMap<String, Plan.Gap> missing,
        Optional<String> cancelling,
        Optional<RunState.Ending> ending,
        Guidance guidance) {

    static final Progress NONE = new Progress(
            Optional.empty(),
            0,
            Optional.empty(),
            0,
            0,
            0,
            OrderedPMap.empty(),
            Optional.empty(),
            Optional.empty(),
            Guidance.NONE);

    /** Returns what was given up, in order. */
    public List<Plan.Gap> gaps() {
        return List.copyOf(missing.values());
    }

    Progress pending(Optional<Plan> proposed) {
        return new Progress(plan, revision, proposed, replans, effects, asked, missing, cancelling, ending, guidance);
    }

    Progress accepted(Plan anew, int number) {
        Progress now = new Progress(
                Optional.of(anew),
                number,
                Optional.empty(),
                replans,
                effects,
                asked,
                missing,
                cancelling,
                ending,
                guidance);
        for (Plan.Gap gap : anew.gaps()) now = now.gap(gap);
        return now;
    }

    Progress gap(Plan.Gap gap) {
        if (missing.containsKey(gap.step())) return this;
        PMap<String, Plan.Gap> more = missing.plus(gap.step(), gap);
        return new Progress(plan, revision, pending, replans, effects, asked, more, cancelling, ending, guidance);
    }

    /** The step {@code id} is begun again, so what it lacked is no gap any more. */
    Progress reopened(String id) {
        return new Progress(
                plan, revision, pending, replans, effects, asked, missing.minus(id), cancelling, ending, guidance);
    }

    Progress replanned() {
        return new Progress(
                plan, revision, pending, replans + 1, effects, asked, missing, cancelling, ending, guidance);
    }

    Progress requested() {
        return new Progress(
                plan, revision, pending, replans, effects + 1, asked, missing, cancelling, ending, guidance);
    }

    Progress questioned() {
        return new Progress(
                plan, revision, pending, replans, effects, asked + 1, missing, cancelling, ending, guidance);
    }

    Progress cancelling(String why) {
        return new Progress(
                plan, revision, pending, replans, effects, asked, missing, Optional.of(why), ending, guidance);
    }

    Progress ended(RunState.Ending how) {
        return new Progress(
                plan, revision, pending, replans, effects, asked, missing, cancelling, Optional.of(how), guidance);
    }

    Progress guided(Guidance now) {
        return new Progress(plan, revision, pending, replans, effects, asked, missing, cancelling, ending, now);
    }
}
