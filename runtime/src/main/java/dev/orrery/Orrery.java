package dev.orrery;

import dev.orrery.OrreryException.Kind;
import dev.orrery.agent.AgentFiles;
import dev.orrery.agent.Roster;
import dev.orrery.context.MemoryRecall;
import dev.orrery.engine.Breakers;
import dev.orrery.engine.Engine;
import dev.orrery.engine.EngineException;
import dev.orrery.journal.Home;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.RunList;
import dev.orrery.journal.RunRow;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.WaitList;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Options;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.RunDecider;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import dev.orrery.learning.Feedback;
import dev.orrery.learning.FeedbackList;
import dev.orrery.learning.FeedbackReader;
import dev.orrery.learning.Learning;
import dev.orrery.learning.Observation;
import dev.orrery.learning.outcome.RunStory;
import dev.orrery.memory.Governance;
import dev.orrery.memory.JournaledMemory;
import dev.orrery.memory.LazyKnowledge;
import dev.orrery.memory.LazyVectors;
import dev.orrery.memory.Memory;
import dev.orrery.memory.lucene.LuceneEntries;
import dev.orrery.memory.onnx.E5Embedder;
import dev.orrery.memory.onnx.KeptVectors;
import dev.orrery.policy.StandardPolicy;
import dev.orrery.route.CapabilityRouter;
import dev.orrery.tool.Tool;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs goals, and shows what happened. One instance holds one home folder open; several, in several processes, may share
 * a home. Thread-safe.
 *
 * <pre>{@code
 * try (var orrery = Orrery.open(Config.at(Path.of(".orrery")))) {
 *     System.out.println(orrery.run("Compare the two products on licence", Path.of("docs")).report());
 * }
 * }</pre>
 */
public final class Orrery implements AutoCloseable {
    private static final int EVENTS_MAX = 1_000_000;

    private final Home home;
    private final SqliteJournal journal;
    private final Engine engine;
    private final RunDecider decider;
    private final Staffing staffing;
    private final LearningCommands learning;
    private final Memory memory;
    private final InstantSource clock;

    private Orrery(Config config) {
        this.clock = config.clock();
        this.home = Home.open(config.home());
        this.journal = SqliteJournal.open(home, projections());
        this.decider = new RunDecider(new StandardPolicy(), new CapabilityRouter());
        this.staffing = new Staffing(config);
        this.memory =
                new JournaledMemory(journal, Governance.REVIEW_ALL, new LuceneEntries(Optional.of(vectors())), clock);
        this.learning = new LearningCommands(new Learning(journal, StreamId.LOCAL, clock), this::review);
        var offices = new Reports(new Proposals(memory));
        this.engine = new Engine(
                journal,
                home,
                decider,
                new Engine.World(offices, Set.of(), home.folder().resolve("outputs"), clock));
    }

    /** Returns what a journal of ours keeps. */
    static List<Projection> projections() {
        var all = new ArrayList<Projection>(List.of(RunList.projection(), WaitList.projection(), new Breakers.Kept()));
        all.addAll(Learning.projections());
        all.addAll(JournaledMemory.projections());
        return all;
    }

    /** What a human rejected rests on this memory, so somebody should look at it again. */
    private void review(Observation.MemoryReview doubt) {
        String id = doubt.source().replaceFirst("^memory:", "").replaceFirst("@.*$", "");
        memory.flag(id, "run " + doubt.run() + " was rejected: " + doubt.why());
    }

    private LazyVectors vectors() {
        return new LazyVectors(() -> KeptVectors.open(home.folder(), E5Embedder.load()));
    }

    /**
     * Opens the home that {@code config} names, and creates it when it is not there.
     *
     * @throws OrreryException when it cannot be opened; the message says what to do
     */
    public static Orrery open(Config config) {
        try {
            return new Orrery(config);
        } catch (JournalException e) {
            throw failed(e);
        }
    }

    /** Runs {@code goal} over the documents in {@code knowledge} until it is over or waits for a human. */
    public RunOutcome run(String goal, Path... knowledge) {
        return run(RunRequest.of(goal, knowledge), _ -> {});
    }

    /**
     * Runs {@code request}. When a run with its id exists, no second one starts: it is joined, resumed, or its outcome
     * returned as it stands.
     *
     * @param listener is shown each event of the run once, in order, those that happened before included
     * @throws OrreryException when the request is malformed, or the run cannot go on; it stays as it is and can be
     *     resumed
     */
    public RunOutcome run(RunRequest request, Consumer<EventView> listener) {
        StreamId stream = stream(request.id().orElseGet(RunIds::fresh));
        Optional<RunState> known = engine.state(stream);
        if (known.isPresent()) {
            String goal = known.get().begun().goal();
            if (!goal.equals(request.goal())) {
                throw new OrreryException(
                        Kind.USAGE,
                        "run " + stream.id() + " has another goal (\"" + goal + "\"); take another --id, or resume it");
            }
            // Only whoever says resume lets a paused run go on.
            return known.get().status() == RunStatus.PAUSED
                    ? Views.outcome(known.get())
                    : work(stream, Optional.empty(), known.get().begun().options(), listener);
        }
        return work(stream, Optional.of(request), request.options(), listener);
    }

    /** Goes on with {@code run}, which was left or waits; returns its outcome when it is over already. */
    public RunOutcome resume(String run, Consumer<EventView> listener) {
        StreamId stream = stream(find(run));
        decisions().unpause(stream);
        return work(stream, Optional.empty(), state(stream).begun().options(), listener);
    }

    private RunOutcome work(
            StreamId stream, Optional<RunRequest> request, Options options, Consumer<EventView> listener) {
        try (LazyKnowledge knowledge = staffing.knowledge(options.knowledge(), home.folder())) {
            Map<String, Tool> tools = staffing.tools(knowledge);
            request.ifPresent(r -> begin(stream, r, options, tools));
            RunState state = state(stream);
            if (!state.ended()) {
                staffing.check(state.pins());
                // Reading the folders may take a while; the run is durable by now and can be resumed.
                knowledge.open();
            }
            Engine.Staff staff = staffing.staff(state.pins(), tools, new MemoryRecall(memory, clock));
            RunStatus status = engine.work(stream, staff, recorded -> listener.accept(view(recorded)));
            if (status.ended()) learning.afterRun();
            return Views.outcome(state(stream));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OrreryException(Kind.FAILED, "interrupted; say `orrery resume " + stream.id() + "` to go on", e);
        } catch (UncheckedIOException e) {
            throw new OrreryException(
                    Kind.FAILED,
                    e.getMessage() + "; put it right and say `orrery resume " + stream.id() + "` to go on",
                    e);
        } catch (JournalException | EngineException e) {
            throw failed(e);
        }
    }

    /** Begins the run. When another process begins it at the same moment, that one's beginning counts. */
    private void begin(StreamId stream, RunRequest request, Options options, Map<String, Tool> tools) {
        Pins pins = staffing.pins(learning.pinned(), tools);
        engine.tell(stream, new Command.Start(stream.id(), request.goal(), options, request.budget(), pins));
    }

    private Pins freshPins() {
        try (LazyKnowledge none = staffing.knowledge(List.of(), home.folder())) {
            return staffing.pins(learning.pinned(), staffing.tools(none));
        }
    }

    /** Returns all runs of this home, the newest first. */
    public List<RunSummary> runs() {
        return runList().all().stream().map(Orrery::summary).toList();
    }

    private RunList runList() {
        return new RunList(journal, StreamId.LOCAL);
    }

    static RunSummary summary(RunRow row) {
        RunStatus status = RunStatus.of(row.status());
        boolean waits = status == RunStatus.RUNNING && row.waiting() > 0;
        return new RunSummary(row.run(), row.goal(), waits ? RunStatus.WAITING : status, row.started(), row.updated());
    }

    /**
     * Returns the id of the run whose id is {@code prefix} or begins with it.
     *
     * @throws OrreryException when there is none, or several
     */
    public String find(String prefix) {
        stream(prefix);
        List<RunRow> rows = runList().withPrefix(prefix);
        if (rows.stream().anyMatch(r -> r.run().equals(prefix))) return prefix;
        if (rows.size() == 1) return rows.getFirst().run();
        throw new OrreryException(
                Kind.FAILED,
                rows.isEmpty()
                        ? "there is no run " + prefix + "; `orrery runs` lists them"
                        : "several runs begin with " + prefix + ": "
                                + String.join(
                                        ", ",
                                        rows.stream().limit(5).map(RunRow::run).toList()));
    }

    /** Returns {@code run} as a whole. */
    public RunView show(String run) {
        StreamId stream = stream(find(run));
        return Views.run(state(stream), recorded(stream));
    }

    /** Returns the events of {@code run} as they are stored. */
    public List<EventView> events(String run) {
        return recorded(stream(find(run))).stream().map(Orrery::view).toList();
    }

    private List<Recorded> recorded(StreamId stream) {
        try {
            return journal.read(stream, 0, EVENTS_MAX);
        } catch (JournalException e) {
            throw failed(e);
        }
    }

    private static EventView view(Recorded r) {
        return new EventView(
                r.stream().id(),
                r.seq(),
                r.event().type(),
                r.event().at(),
                r.event().body());
    }

    /**
     * Returns what the agent of {@code step} saw, exactly.
     *
     * @param attempt counts from 1; the last one when empty
     * @param turn counts from 1; the last one when empty
     */
    public WindowView context(String run, String step, Optional<Integer> attempt, Optional<Integer> turn) {
        StreamId stream = stream(find(run));
        return new SeenWindows(stream.id(), step, recorded(stream)).find(attempt, turn, journal.blobs());
    }

    /** Returns long-term memory. It is closed with this. */
    public Memory memory() {
        return memory;
    }

    /** Returns the agents that new runs have, native ones included, in the order in which equals are preferred. */
    public List<Roster.Member> agents() {
        return staffing.roster().members();
    }

    /** Reads the agent definitions at {@code path}, a folder or a file, and says what is wrong with them. */
    public AgentFiles.Reading check(Path path) {
        return staffing.read(path);
    }

    /** Returns checks of this home and this machine. */
    public Checkup checkup() {
        return new Checkup(home, staffing);
    }

    /** Returns what a human can decide while runs are under way. */
    public Decisions decisions() {
        return new Decisions(engine, journal, this::find, staffing);
    }

    /**
     * Records what a human says of the outcome of {@code run}, and what that leads to.
     *
     * @throws OrreryException when the run has not ended, or an edited copy is none of its report
     */
    public FeedbackTaken feedback(String run, Feedback feedback) {
        StreamId stream = stream(find(run));
        return switch (FeedbackReader.read(feedback, RunStory.of(recorded(stream)))) {
            case FeedbackReader.Reading.Refused refused -> throw new OrreryException(Kind.FAILED, refused.why());
            case FeedbackReader.Reading.Taken taken -> {
                tell(stream, new Command.GiveFeedback(taken.signal()));
                yield new FeedbackTaken(
                        stream.id(), taken.said(), learning.catchUp().made());
            }
        };
    }

    /** Returns what humans said of outcomes, over all runs, the oldest first. */
    public List<FeedbackList.Given> feedback() {
        return new FeedbackList(journal, StreamId.LOCAL).all();
    }

    /** Returns what runs have taught, for a human to decide on. */
    public LearningCommands learning() {
        return learning;
    }

    /**
     * Removes runs that are over for good, with the contents that only they name. Runs stay that others are copies of, and
     * those with a call of which nobody has said what became of it. What memory and learning know from a removed run's
     * events goes with it; accepted entries and learned versions stay.
     *
     * @throws OrreryException when one of them is in use; nothing was removed then
     */
    public PrunedRuns prune(PruneRequest request) {
        return new Pruner(journal, home, clock).prune(request);
    }

    /** Returns what can be done with the history of a run as a whole. */
    public HistoryCommands history() {
        return new HistoryCommands(journal, home, decider, engine, clock, this::freshPins);
    }

    private void tell(StreamId stream, Command command) {
        try {
            if (engine.tell(stream, command) instanceof Decision.Rejected rejected) {
                throw new OrreryException(Kind.FAILED, rejected.reason());
            }
        } catch (JournalException | EngineException e) {
            throw failed(e);
        }
    }

    private RunState state(StreamId stream) {
        try {
            return engine.state(stream).orElseThrow(() -> noRun(stream.id()));
        } catch (JournalException e) {
            throw failed(e);
        }
    }

    static StreamId stream(String id) {
        try {
            return StreamId.run(id);
        } catch (IllegalArgumentException e) {
            throw new OrreryException(Kind.USAGE, e.getMessage() == null ? "no valid run id" : e.getMessage(), e);
        }
    }

    static OrreryException noRun(String id) {
        return new OrreryException(Kind.FAILED, "there is no run " + id + "; `orrery runs` lists them");
    }

    static OrreryException failed(RuntimeException e) {
        return new OrreryException(Kind.FAILED, e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }

    /** Stops what is under way, which stays owed, and closes the home. */
    @Override
    public void close() {
        engine.close();
        memory.close();
        journal.close();
    }
}
