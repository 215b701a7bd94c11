package dev.orrery.cli;

import dev.orrery.EventView;
import dev.orrery.RunOutcome;
import dev.orrery.RunSummary;
import dev.orrery.RunView;
import dev.orrery.StepView;
import dev.orrery.TriedModel;
import dev.orrery.Waiting;
import dev.orrery.WindowView;
import dev.orrery.agent.Roster;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.Question;
import dev.orrery.kernel.RunStatus;
import dev.orrery.learning.Evidence;
import dev.orrery.learning.FeedbackList;
import dev.orrery.learning.Proposal;
import dev.orrery.message.Capability;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.model.Form;
import dev.orrery.model.Manner;
import dev.orrery.model.ModelException;
import dev.orrery.model.ModelName;
import dev.orrery.model.ModelProbe;
import dev.orrery.model.Price;
import dev.orrery.model.Provider;
import dev.orrery.model.Quirk;
import dev.orrery.model.ToolForm;
import dev.orrery.model.Usage;
import dev.orrery.plan.Plan;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run in all its views: what the guide shows and the tests print. */
public final class Sample {
    public static final String RUN = "r7f3a9k2";
    public static final String GOAL = "Compare Tarnwick and Copper Finch on scaling";
    public static final String REPORT = "# Scaling\n\n**Tarnwick:** One node serves 40 runs a second. [1]\n";
    public static final Instant START = Instant.parse("2026-11-24T10:15:30.250Z");
    public static final Plan.Gap GAP = new Plan.Gap("research/copper-finch", "Copper Finch was given up: no statement");

    private Sample() {}

    public static RunSummary summary() {
        return new RunSummary(RUN, GOAL, RunStatus.GAPS, START, START.plusSeconds(3));
    }

    public static RunOutcome outcome(RunStatus status) {
        return switch (status) {
            case DONE -> new RunOutcome(RUN, status, REPORT, "", List.of(), List.of());
            case GAPS -> new RunOutcome(RUN, status, REPORT, "", List.of(GAP), List.of());
            case WAITING -> new RunOutcome(RUN, status, "", "", List.of(), List.of(question(), approval()));
            case FAILED -> new RunOutcome(RUN, status, "", "no agent has the capability plan", List.of(), List.of());
            case CANCELLED -> new RunOutcome(RUN, status, "", "cancelled by the user", List.of(), List.of());
            case RUNNING, PAUSED -> new RunOutcome(RUN, status, "", "", List.of(), List.of());
        };
    }

    public static Proposal proposal() {
        return new Proposal(
                "l-4f0a9c",
                "route research/quick prefer research",
                Proposal.Kind.ROUTE,
                "research/quick",
                Json.object().with("prefer", "research").with("weight", 1).with("why", "quick passed 0 of 10 verdicts"),
                List.of(new Evidence(RUN, 17, "flagged research/tarnwick, attempt 1 of quick: nothing was found")),
                Proposal.Status.PROPOSED,
                0);
    }

    public static FeedbackList.Given edited() {
        Json.Obj change = Json.object()
                .with("change", "removed")
                .with("line", 3)
                .with("before", "**Tarnwick:** One node serves 40 runs a second. [1]")
                .with("after", "")
                .with("step", "research/tarnwick")
                .with("agent", "research");
        Json.Obj edit = Json.object().with("edit", "statements.dropped").with("text", "dropped 1 statement");
        Json.Obj signal = Json.object()
                .with("kind", "edited")
                .with("edits", Json.of(List.of(edit)))
                .with("changes", Json.of(List.of(change)))
                .with("changed", 1);
        return new FeedbackList.Given(RUN, 40, START.plusSeconds(60), signal);
    }

    public static Waiting question() {
        return new Waiting(RUN, "q1", Question.Kind.QUESTION, "Who are the competitors?", "", "", Optional.empty());
    }

    public static Waiting approval() {
        return new Waiting(
                RUN,
                "q2",
                Question.Kind.APPROVAL,
                "files.write {\"path\":\"notes.md\"}",
                Hash.of("arguments").hex(),
                "",
                Optional.of(START.plusSeconds(3600)));
    }

    public static RunView view() {
        return new RunView(
                RUN,
                GOAL,
                RunStatus.GAPS,
                "",
                START,
                Budget.DEFAULT,
                new Amount(41_200, 0, 31),
                List.of(
                        step("plan", "", "", "plan", "planner", "done", 1, new Amount(1_200, 0, 2), "", ""),
                        step("research", "", "", "research", "", "expanded", 0, Amount.ZERO, "", ""),
                        step(
                                "research/tarnwick",
                                "research",
                                "tarnwick",
                                "research",
                                "research",
                                "done",
                                1,
                                new Amount(12_000, 0, 5),
                                "passed by qa",
                                ""),
                        step(
                                "research/copper-finch",
                                "research",
                                "copper-finch",
                                "research",
                                "research",
                                "gap",
                                2,
                                new Amount(20_000, 0, 12),
                                "rejected by qa: two statements cite no line",
                                GAP.text()),
                        step("write", "", "", "write", "write", "done", 1, new Amount(8_000, 0, 12), "", "")),
                List.of(GAP),
                List.of(),
                List.of(new RunView.Flag("contradiction", "tarnwick/faq.html:3-3", "Two versions are named.")),
                "1. research (research), for each of Tarnwick, Copper Finch\n2. write (write), after research\n",
                "",
                REPORT);
    }

    /** A run whose researching model did not manage, so that its stand-in did the work. */
    public static RunView stoodIn() {
        var paid = new Amount(3_000, 10_000, 2);
        var step = new StepView(
                "research/tarnwick",
                "research",
                "tarnwick",
                "research",
                "research-native",
                "done",
                3,
                1,
                true,
                List.of(),
                new Amount(9_000, 20_000, 4),
                62_000,
                List.of(
                        new StepView.Try(1, "research", false, 1, paid, 31_000, "invalid: no JSON"),
                        new StepView.Try(2, "research", false, 1, paid, 31_000, "qa: no line is cited"),
                        new StepView.Try(3, "research-native", true, 2, new Amount(3_000, 0, 2), 0, "")),
                "passed by qa-native",
                "");
        RunView run = view();
        return new RunView(
                RUN,
                GOAL,
                RunStatus.DONE,
                "",
                START,
                Budget.DEFAULT,
                run.spent(),
                List.of(step),
                List.of(),
                List.of(),
                List.of(),
                run.plan(),
                "",
                REPORT);
    }

    /** What an agent with a model saw, and what was sent to the model. */
    public static WindowView asked() {
        WindowView view = window("research/tarnwick", "Find what the files say.");
        Json sent = Json.of(List.of(
                Json.object().with("role", "system").with("text", "You choose\nby number."),
                Json.object()
                        .with("role", "assistant")
                        .with("calls", Json.of(List.of(Json.object().with("tool", "knowledge.search"))))));
        return new WindowView(view.window(), view.hash(), Optional.of(sent));
    }

    private static StepView step(
            String id,
            String parent,
            String item,
            String capability,
            String agent,
            String status,
            int attempts,
            Amount spent,
            String verdict,
            String gap) {
        List<StepView.Try> tries = agent.isEmpty()
                ? List.of()
                : List.of(new StepView.Try(
                        attempts,
                        agent,
                        false,
                        (int) spent.turns(),
                        spent,
                        250,
                        gap.isEmpty() ? "" : "qa: two statements cite no line"));
        List<StepView.Input> inputs =
                List.of(new StepView.Input("goal", "goal", Hash.of(GOAL).hex()));
        return new StepView(
                id,
                parent,
                item,
                capability,
                agent,
                status,
                attempts,
                0,
                false,
                inputs,
                spent,
                250,
                tries,
                verdict,
                gap);
    }

    public static Roster.Member agent() {
        var card = new AgentCard(
                "careful-research",
                Set.of(Capability.RESEARCH),
                List.of("knowledge.search", "knowledge.read"),
                AgentCard.Origin.USER,
                Limits.DEFAULT,
                "Quote nothing that is older than a year.",
                Optional.empty(),
                List.of("tarnwick"));
        return new Roster.Member(card, "agents/careful-research.md", "Research that is strict about dates.");
    }

    /** A small server that knows JSON objects and no tools. */
    public static TriedModel triedModel() {
        var usage = Optional.of(new Usage(31, 0, 9));
        var shape = new ModelProbe.Answer("shape", true, "{\"colour\": \"green\"}", Optional.empty(), usage, 640);
        return new TriedModel(
                new ModelName(Provider.OPENAI, "qwen"),
                URI.create("http://127.0.0.1:8080/v1"),
                Price.FREE,
                new ModelProbe.Found(
                        List.of(
                                new ModelProbe.Answer("words", true, "Hello!", Optional.empty(), Optional.empty(), 310),
                                shape,
                                new ModelProbe.Answer(
                                        "tool",
                                        false,
                                        "HTTP 500",
                                        Optional.of(ModelException.Kind.TRANSIENT),
                                        Optional.empty(),
                                        90)),
                        new Manner(Form.OBJECT, Form.PROMPT, ToolForm.TEXT, Set.of(Quirk.FIXED_TEMPERATURE)),
                        false));
    }

    public static dev.orrery.memory.Proposal proposedEntry() {
        return new dev.orrery.memory.Proposal(
                "fact",
                "tarnwick",
                "One node serves 40 runs a second.",
                Json.object().with("subject", "Tarnwick").with("topic", "scaling"),
                Optional.empty(),
                Label.user("step:memory"),
                List.of("tarnwick/scaling.md:3-4"),
                "run:" + RUN + "/memory");
    }

    /** The events of a run that is planned, grows, fails once, and ends with a gap. */
    public static List<EventView> events() {
        return List.of(
                event(1, "run.started", "{\"goal\":\"" + GOAL + "\",\"options\":{\"planOnly\":false}}"),
                event(2, "step.added", "{\"step\":\"plan\",\"definition\":{\"id\":\"plan\"}}"),
                event(3, "step.routed", "{\"step\":\"plan\",\"attempt\":1,\"agent\":\"planner\"}"),
                event(
                        4,
                        "effect.requested",
                        "{\"effect\":\"e1\",\"step\":\"plan\",\"kind\":\"tool\",\"call\":{\"tool\":\"knowledge.search\","
                                + "\"arguments\":{\"query\":\"scaling\"}}}"),
                event(5, "turn.taken", "{\"step\":\"plan\",\"attempt\":1,\"turn\":1,\"used\":{\"tokens\":1200}}"),
                event(6, "step.completed", "{\"step\":\"plan\",\"attempt\":1,\"agent\":\"planner\"}"),
                event(
                        7,
                        "plan.accepted",
                        "{\"revision\":1,\"author\":\"planner\",\"plan\":{\"steps\":[{\"id\":\"research\"},"
                                + "{\"id\":\"write\"}]}}"),
                event(
                        8,
                        "step.expanded",
                        "{\"step\":\"research\",\"items\":[{\"key\":\"tarnwick\"},{\"key\":\"copper-finch\"}]}"),
                event(9, "step.routed", "{\"step\":\"research/tarnwick\",\"attempt\":1,\"agent\":\"research\"}"),
                event(10, "step.routed", "{\"step\":\"research/copper-finch\",\"attempt\":1,\"agent\":\"research\"}"),
                event(11, "step.submitted", "{\"step\":\"research/tarnwick\",\"attempt\":1}"),
                event(
                        12,
                        "attempt.failed",
                        "{\"step\":\"research/copper-finch\",\"attempt\":1,\"agent\":\"research\",\"kind\":\"qa\","
                                + "\"critique\":\"two statements cite no line\"}"),
                event(13, "step.routed", "{\"step\":\"research/copper-finch\",\"attempt\":2,\"agent\":\"second\"}"),
                event(14, "step.completed", "{\"step\":\"research/tarnwick\",\"attempt\":1,\"agent\":\"research\"}"));
    }

    public static EventView event(long seq, String type, String body) {
        return new EventView(RUN, seq, type, START.plusMillis(100 * seq), JsonText.parse(body));
    }

    public static WindowView window(String step, String instructions) {
        var window = new Window(
                RUN,
                step,
                1,
                2,
                "research",
                List.of(
                        section(Window.Part.ROLE, "role", "agent:research", Json.of("You quote what files say.")),
                        section(Window.Part.BRIEF, "instructions", "plan", Json.of(instructions)),
                        section(
                                Window.Part.INPUTS,
                                "subject",
                                "step:plan",
                                Json.object().with("name", "Tarnwick").with("folder", "tarnwick")),
                        section(
                                Window.Part.MEMORY,
                                "m4",
                                "memory:m4@2",
                                Json.object().with("kind", "rule").with("text", "Cover memory first."))),
                List.of(new Window.Excluded("tool:web.fetch", "the step does not need it")));
        return new WindowView(window, Hash.of(step));
    }

    private static Window.Section section(Window.Part part, String name, String source, Json content) {
        return new Window.Section(part, List.of(new Window.Item(name, source, new Value(content, Label.user(source)))));
    }
}
