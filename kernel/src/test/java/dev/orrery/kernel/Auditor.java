package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.Event.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history of a run and says what is not in order. Knows the events alone, so that it cannot make the decider's
 * mistakes with it.
 */
final class Auditor {
    private enum Life {
        OPEN,
        RUNNING,
        REVIEW,
        STUCK,
        ENDED
    }

    private final Pins.Ladder ladder;
    private final Map<String, Event.Requested> open = new HashMap<>();
    private final Set<String> effects = new HashSet<>();
    private final Map<String, Life> steps = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, String> passed = new HashMap<>();
    private final Set<String> rubrics = new HashSet<>();
    private final Set<String> lists = new HashSet<>();
    private final Map<String, Question> questions = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> approvals = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> gaps = new HashSet<>();
    private Amount spent = Amount.ZERO;
    private Amount reserved = Amount.ZERO;
    private Amount excess = Amount.ZERO;
    private Pins pins = new Pins(Map.of(), Map.of(), Map.of(), Map.of(), Learned.NONE, Pins.Ladder.DEFAULT);
    private final Map<String, Integer> retries = new HashMap<>();
    private final Set<String> corrected = new HashSet<>();
    private Budget budget = Budget.DEFAULT;
    private int revision;
    private int replans;
    private Optional<Event.RunEnded> end = Optional.empty();

    Auditor(Pins.Ladder ladder) {
        this.ladder = ladder;
    }

    void audit(List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            try {
                if (end.isPresent()) afterTheEnd(event);
                see(event);
                money();
            } catch (AssertionError e) {
                throw new AssertionError("event " + (i + 1) + ", " + event + ": " + e.getMessage(), e);
            }
        }
        long running = steps.values().stream().filter(l -> l == Life.RUNNING).count();
        assertThat(running).as("attempts at once").isLessThanOrEqualTo(ladder.parallel());
    }

    private void afterTheEnd(Event event) {
        boolean allowed = event instanceof Event.FeedbackGiven
                || event instanceof Event.ToolReturned
                || event instanceof Event.HumanAnswered h
                        && known(questions.get(h.question())).kind() == Question.Kind.OUTCOME;
        assertThat(allowed).as("a stream ends once").isTrue();
    }

    private void see(Event event) {
        switch (event) {
            case Event.RunStarted e -> {
                budget = e.budget();
                pins = e.pins();
            }
            case Event.PlanProposed _, Event.PlanRejected _, Event.LoopDetected _, Event.BudgetRefused _ -> {}
            case Event.PlanAccepted e -> accepted(e);
            case Event.StepAdded e -> added(e);
            case Event.StepExpanded e -> expanded(e);
            case Event.StepRouted e -> routed(e);
            case Event.Requested e -> requested(e);
            case Event.EffectLost e -> lost(e);
            case Event.ContextAssembled e -> answered(e.effect(), Effect.Assemble.class, Amount.ZERO);
            case Event.TurnTaken e -> answered(e.effect(), Effect.Think.class, e.used());
            case Event.TurnFailed e -> turnFailed(e);
            case Event.ContentFlagged e -> assertThat(e.flags()).hasSizeBetween(1, Flag.PER_RESULT_MAX);
            case Event.ToolStarted e -> started(e);
            case Event.ToolReturned e -> answered(e.effect(), Effect.UseTool.class, Amount.ZERO);
            case Event.ToolRefused e -> assertThat(life(e.step())).isEqualTo(Life.RUNNING);
            case Event.StepSubmitted e -> move(e.step(), Life.RUNNING, Life.REVIEW);
            case Event.VerdictGiven e -> verdict(e);
            case Event.AttemptFailed e -> failed(e);
            case Event.StepStuck e -> move(e.step(), Life.OPEN, Life.STUCK);
            case Event.StepCompleted e -> completed(e);
            case Event.StepGivenUp e -> {
                ends(e.step());
                gaps.add(e.step());
            }
            case Event.StepAbandoned e -> abandoned(e.step());
            case Event.HumanAsked e -> {
                assertThat(asked.add(e.question().id()))
                        .as("a question is put once")
                        .isTrue();
                questions.put(e.question().id(), e.question());
            }
            case Event.HumanAnswered e -> closed(e);
            case Event.CallEdited e -> assertThat(life(e.step())).isEqualTo(Life.RUNNING);
            case Event.ReportDelivered e -> answered(e.effect(), Effect.Deliver.class, Amount.ZERO);
            case Event.MemoryProposed e -> answered(e.effect(), Effect.Propose.class, Amount.ZERO);
            case Event.TimerFired e -> fired(e);
            case Event.RunForked _, Event.RunPaused _, Event.RunResumed _, Event.RunSteered _ -> {}
            case Event.CancelRequested _, Event.FeedbackGiven _ -> {}
            case Event.RunEnded e -> ended(e);
        }
    }

    private void accepted(Event.PlanAccepted e) {
        assertThat(e.basedOn()).isEqualTo(revision);
        assertThat(e.revision()).isEqualTo(revision + 1);
        revision = e.revision();
        e.plan().steps().forEach(s -> {
            if (steps.getOrDefault(s.id(), Life.ENDED) == Life.ENDED && !done.contains(s.id())) {
                if (!gaps.contains(s.id())) steps.put(s.id(), Life.OPEN);
            }
            if (s.rubric().isEmpty()) rubrics.remove(s.id());
            else rubrics.add(s.id());
            if (s.forEach().isEmpty()) lists.remove(s.id());
            else lists.add(s.id());
        });
    }

    private void added(Event.StepAdded e) {
        assertThat(steps).as("a step is added once").doesNotContainKey(e.step().id());
        steps.put(e.step().id(), Life.OPEN);
        if (e.step().id().startsWith("replan-")) {
            assertThat(++replans).as("replans").isLessThanOrEqualTo(ladder.replans());
        }
    }

    private void expanded(Event.StepExpanded e) {
        assertThat(life(e.step())).isEqualTo(Life.OPEN);
        for (var item : e.items()) {
            String child = e.step() + "/" + item.text("key");
            if (!done.contains(child) && !gaps.contains(child)) {
                if (steps.getOrDefault(child, Life.ENDED) == Life.ENDED) steps.put(child, Life.OPEN);
            }
            if (rubrics.contains(e.step())) rubrics.add(child);
            else rubrics.remove(child);
        }
    }

    private void routed(Event.StepRouted e) {
        move(e.step(), Life.OPEN, Life.RUNNING);
        int before = attempts.getOrDefault(e.step(), 0);
        assertThat(e.attempt()).as("attempts count on").isEqualTo(before + 1);
        attempts.put(e.step(), e.attempt());
        boolean ownTry = pins.standsIn(e.agent()) && failures.getOrDefault(e.step() + " by " + e.agent(), 0) == 0;
        if (!ownTry) {
            assertThat(failures.getOrDefault(e.step(), 0)).as("failures").isLessThan(ladder.attemptsPerStep());
        }
        assertThat(failures.getOrDefault(e.step() + " by " + e.agent(), 0))
                .as("failures by %s", e.agent())
                .isLessThan(ladder.triesPerAgent());
        long running = steps.values().stream().filter(l -> l == Life.RUNNING).count();
        assertThat(running).as("attempts at once").isLessThanOrEqualTo(ladder.parallel());
    }

    private void requested(Event.Requested e) {
        Effect effect = e.effect();
        assertThat(effects.add(effect.id())).as("an effect is requested once").isTrue();
        switch (effect) {
            case Effect.Assemble _, Effect.Think _, Effect.Retry _ -> {
                assertThat(life(effect.step())).isEqualTo(Life.RUNNING);
                assertThat(open.values())
                        .as("one turn at a time")
                        .noneMatch(o -> o.effect().step().equals(effect.step())
                                && (o.effect() instanceof Effect.Think
                                        || o.effect() instanceof Effect.Retry
                                        || o.effect() instanceof Effect.Assemble));
            }
            case Effect.UseTool use -> {
                assertThat(life(effect.step())).isEqualTo(Life.RUNNING);
                if (use.effect() == EffectClass.IRREVERSIBLE) {
                    assertThat(approvals.remove(e.terms().approval()))
                            .as("an unused approval")
                            .isTrue();
                }
            }
            case Effect.Deliver _, Effect.Propose _ -> assertThat(done).contains(effect.step());
            case Effect.Wake _ -> {}
        }
        open.put(effect.id(), e);
        reserved = reserved.plus(e.terms().reserved());
        Amount out = spent.plus(reserved);
        Amount wanted = e.terms().reserved();
        Amount cap = budget.cap();
        // What was said to be used may be more than was reserved, but nothing is asked for on top of that.
        if (wanted.tokens() > 0) assertThat(out.tokens()).as("tokens").isLessThanOrEqualTo(cap.tokens());
        if (wanted.costMicros() > 0) assertThat(out.costMicros()).as("cost").isLessThanOrEqualTo(cap.costMicros());
        if (wanted.turns() > 0) assertThat(out.turns()).as("turns").isLessThanOrEqualTo(cap.turns());
    }

    private void lost(Event.EffectLost e) {
        Event.Requested was = known(open.get(e.effect()));
        assertThat(e.charged()).as("charged in full").isEqualTo(was.terms().reserved());
        boolean mayBeForgotten =
                !(was.effect() instanceof Effect.UseTool use) || use.effect().repeatable() || !begun.contains(use.id());
        assertThat(mayBeForgotten)
                .as("a call that has begun is never forgotten")
                .isTrue();
        answered(e.effect(), Effect.class, e.charged());
    }

    private void turnFailed(Event.TurnFailed e) {
        answered(e.effect(), Effect.Think.class, e.used());
        String attempt = e.step() + "@" + e.attempt();
        switch (e.then()) {
            case Event.Then.Ends _ -> {}
            case Event.Then.Corrects _ ->
                assertThat(corrected.add(attempt)).as("corrected once").isTrue();
            case Event.Then.Retries _ ->
                assertThat(retries.merge(attempt + "." + e.turn(), 1, Integer::sum))
                        .as("retries of a turn")
                        .isLessThanOrEqualTo(Retries.PER_TURN_MAX);
        }
    }

    private void fired(Event.TimerFired e) {
        Effect waited = known(open.get(e.effect())).effect();
        assertThat(waited instanceof Effect.Wake || waited instanceof Effect.Retry)
                .as("a wait")
                .isTrue();
        answered(e.effect(), Effect.class, Amount.ZERO);
    }

    private void answered(String id, Class<? extends Effect> kind, Amount used) {
        Event.Requested was = known(open.remove(id));
        assertThat(was.effect()).isInstanceOf(kind);
        reserved = reserved.minus(was.terms().reserved());
        excess = excess.plus(used.minus(was.terms().reserved()).notNegative());
        spent = spent.plus(used);
    }

    private void started(Event.ToolStarted e) {
        assertThat(open).containsKey(e.effect());
        assertThat(begun.add(e.effect())).as("a call begins once").isTrue();
    }

    private void verdict(Event.VerdictGiven e) {
        assertThat(life(e.step())).isEqualTo(Life.REVIEW);
        assertThat(e.attempt()).isEqualTo(attempts.get(e.step()));
        if (e.pass()) passed.put(e.step(), e.step() + "@" + e.attempt());
    }

    private void failed(Event.AttemptFailed e) {
        assertThat(life(e.step())).isIn(Life.RUNNING, Life.REVIEW);
        assertThat(e.attempt()).isEqualTo(attempts.get(e.step()));
        failures.merge(e.step(), 1, Integer::sum);
        failures.merge(e.step() + " by " + e.agent(), 1, Integer::sum);
        steps.put(e.step(), Life.OPEN);
        noneOpen(e.step());
    }

    private void completed(Event.StepCompleted e) {
        if (rubrics.contains(e.step()) && !lists.contains(e.step())) {
            assertThat(passed.get(e.step())).as("a passing verdict").isEqualTo(e.step() + "@" + e.attempt());
        }
        ends(e.step());
        assertThat(done.add(e.step())).as("a step completes once").isTrue();
    }

    private void ends(String step) {
        assertThat(life(step)).as("not ended before").isNotEqualTo(Life.ENDED);
        steps.put(step, Life.ENDED);
        noneOpen(step);
    }

    private void abandoned(String step) {
        done.remove(step);
        gaps.remove(step);
        failures.keySet().removeIf(k -> k.equals(step) || k.startsWith(step + " by "));
        steps.put(step, Life.ENDED);
        noneOpen(step);
    }

    /** Nothing is owed any more on behalf of a step, calls aside that have begun and cannot be repeated. */
    private void noneOpen(String step) {
        assertThat(open.values())
                .filteredOn(o -> o.effect().step().equals(step)
                        && !begun.contains(o.effect().id()))
                .as("owed for %s", step)
                .isEmpty();
        assertThat(questions.values())
                .filteredOn(q -> q.step().equals(step) && q.kind() != Question.Kind.OUTCOME)
                .filteredOn(q -> q.kind() != Question.Kind.PLAN)
                .as("asked for %s", step)
                .isEmpty();
    }

    private void closed(Event.HumanAnswered e) {
        Question question = known(questions.remove(e.question()));
        boolean leave = e.verdict() == Verdict.APPROVED || e.verdict() == Verdict.EDITED;
        if (question.kind() == Question.Kind.APPROVAL && leave) approvals.add(question.id());
        open.values().stream()
                .filter(o -> o.effect() instanceof Effect.Wake w && w.question().equals(e.question()))
                .map(o -> o.effect().id())
                .toList()
                .forEach(open::remove);
    }

    private void ended(Event.RunEnded e) {
        end = Optional.of(e);
        assertThat(open.keySet())
                .as("owed at the end")
                .allMatch(
                        o -> questions.values().stream().anyMatch(q -> q.about().equals(o)));
        assertThat(questions.values()).as("asked at the end").allMatch(q -> q.kind() == Question.Kind.OUTCOME);
        assertThat(e.status().ended()).isTrue();
        if (e.status() == RunStatus.DONE) assertThat(gaps).isEmpty();
        if (e.status() == RunStatus.GAPS)
            assertThat(gaps.stream().filter(e.reason()::contains))
                    .hasSizeGreaterThanOrEqualTo(Math.min(gaps.size(), Endings.NAMED_MAX));
    }

    private void money() {
        Amount out = spent.plus(reserved);
        Amount cap = budget.cap().plus(excess);
        assertThat(out.tokens()).as("tokens").isLessThanOrEqualTo(cap.tokens());
        assertThat(out.costMicros()).as("cost").isLessThanOrEqualTo(cap.costMicros());
        assertThat(out.turns()).as("turns").isLessThanOrEqualTo(cap.turns());
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) throw new AssertionError("answers what is not open");
        return value;
    }

    private Life life(String step) {
        return steps.getOrDefault(step, Life.ENDED);
    }

    private void move(String step, Life from, Life to) {
        assertThat(life(step)).isEqualTo(from);
        steps.put(step, to);
    }
}
