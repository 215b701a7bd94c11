package dev.orrery.cli;

import dev.orrery.Config;
import dev.orrery.Config.ModelWish;
import dev.orrery.EventView;
import dev.orrery.FeedbackTaken;
import dev.orrery.ForkRequest;
import dev.orrery.Forked;
import dev.orrery.OrreryException;
import dev.orrery.PlanView;
import dev.orrery.PruneRequest;
import dev.orrery.PrunedRuns;
import dev.orrery.RunOutcome;
import dev.orrery.RunRequest;
import dev.orrery.RunSummary;
import dev.orrery.RunView;
import dev.orrery.TriedModel;
import dev.orrery.Waiting;
import dev.orrery.WindowView;
import dev.orrery.agent.AgentFiles;
import dev.orrery.agent.Problem;
import dev.orrery.agent.Roster;
import dev.orrery.cli.session.Library;
import dev.orrery.engine.history.Replayed;
import dev.orrery.engine.history.RunImport.Imported;
import dev.orrery.engine.history.RunManifest;
import dev.orrery.journal.JournalCheck;
import dev.orrery.kernel.RunStatus;
import dev.orrery.learning.Feedback;
import dev.orrery.learning.FeedbackList;
import dev.orrery.learning.Proposal;
import dev.orrery.memory.Entry;
import dev.orrery.memory.EntryFinder;
import dev.orrery.memory.Governance;
import dev.orrery.memory.JournaledMemory;
import dev.orrery.memory.Memory;
import dev.orrery.memory.MemoryHits;
import dev.orrery.memory.MemoryQuery;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.testing.MemoryJournal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A library that holds the {@link Sample} run and lets it end as the test says. It remembers what it was told. */
final class FakeLibrary implements Library {
    final List<String> told = new ArrayList<>();
    final List<RunRequest> requests = new ArrayList<>();
    RunStatus ending = RunStatus.DONE;
    Optional<RuntimeException> breaksWith = Optional.empty();
    boolean closed;
    JournalCheck journal = new JournalCheck(2, 14, 9, 14, List.of());
    List<String> readingFaults = List.of();

    /** Opens this library, whatever is asked for. */
    final Source source = new Source() {
        @Override
        public Library open(Config config) {
            return FakeLibrary.this;
        }

        @Override
        public List<String> checkReading() {
            return readingFaults;
        }

        @Override
        public JournalCheck verifyJournal(Path home) {
            return journal;
        }
    };

    /** Memory as it is, but for the index: every live entry with a word of the query is found. */
    private final Memory memory = new JournaledMemory(
            new MemoryJournal(JournaledMemory.projections()),
            Governance.REVIEW_ALL,
            new WordFinder(),
            InstantSource.fixed(Sample.START));

    FakeLibrary() {
        memory.propose(Sample.proposedEntry());
    }

    private static final class WordFinder implements EntryFinder {
        @Override
        public MemoryHits find(MemoryQuery query, List<Entry> entries) {
            return new MemoryHits(
                    entries.stream()
                            .filter(e -> query.allows(e) && e.what().text().contains(query.text()))
                            .map(e -> new MemoryHits.Hit(e, 1))
                            .limit(query.limit())
                            .toList(),
                    false);
        }

        @Override
        public void close() {}
    }

    @Override
    public RunOutcome run(RunRequest request, Consumer<EventView> listener) {
        requests.add(request);
        return work(listener);
    }

    @Override
    public RunOutcome resume(String run, Consumer<EventView> listener) {
        told.add("resume " + find(run));
        return work(listener);
    }

    private RunOutcome work(Consumer<EventView> listener) {
        if (breaksWith.isPresent()) throw breaksWith.get();
        Sample.events().forEach(listener);
        return Sample.outcome(ending);
    }

    @Override
    public List<RunSummary> runs() {
        return List.of(Sample.summary());
    }

    @Override
    public PrunedRuns prune(PruneRequest request) {
        told.add("prune " + request.olderThan() + " " + request.keep() + " " + request.mode());
        return new PrunedRuns(List.of(Sample.summary()), request.mode() == PruneRequest.Mode.DRY_RUN ? 0 : 12);
    }

    @Override
    public String find(String prefix) {
        if (Sample.RUN.startsWith(prefix)) return Sample.RUN;
        throw failed("there is no run " + prefix + "; `orrery runs` lists them");
    }

    @Override
    public RunView show(String run) {
        find(run);
        return Sample.view();
    }

    @Override
    public List<EventView> events(String run) {
        find(run);
        return Sample.events();
    }

    @Override
    public WindowView context(String run, String step, Optional<Integer> attempt, Optional<Integer> turn) {
        if (attempt.orElse(1) > 1 || turn.orElse(1) > 2) throw failed("step " + step + " has no such turn");
        return Sample.window(step, step.equals("write") ? "Write the report." : "Find what the files say.");
    }

    @Override
    public void answer(String run, String text) {
        told.add("answer " + run + " " + text);
    }

    @Override
    public List<Waiting> waiting() {
        return List.of(Sample.question(), Sample.approval());
    }

    @Override
    public void approve(String run, String id) {
        told.add("approve " + run + " " + id);
    }

    @Override
    public void approve(String run, String id, Json arguments) {
        told.add("approve " + run + " " + id + " " + JsonText.print(arguments));
    }

    @Override
    public PlanView plan(String run) {
        Json plan = Json.object().with("steps", Json.of(List.of())).with("deliver", "write");
        return new PlanView(run, 2, false, plan, "1. write (write)\n");
    }

    @Override
    public int propose(String run, int basedOn, Json plan) {
        told.add("propose " + run + " " + basedOn + " " + JsonText.print(plan));
        return basedOn + 1;
    }

    @Override
    public void deny(String run, String id, String why) {
        told.add("deny " + run + " " + id + " " + why);
    }

    @Override
    public void resolve(String run, String call, Optional<Json> result) {
        told.add("resolve " + run + " " + call + " "
                + result.map(JsonText::print).orElse("did not"));
    }

    @Override
    public void pause(String run, String why) {
        told.add("pause " + run);
    }

    @Override
    public void steer(String run, String text) {
        told.add("steer " + run + " " + text);
    }

    @Override
    public void cancel(String run, String why) {
        if (ending.ended()) throw failed("run " + run + " is over; a command comes too late");
        told.add("cancel " + run);
    }

    @Override
    public FeedbackTaken feedback(String run, Feedback feedback) {
        told.add("feedback " + run + " " + feedback);
        return new FeedbackTaken(run, "understood", List.of(Sample.proposal()));
    }

    @Override
    public List<FeedbackList.Given> feedback() {
        return List.of(Sample.edited());
    }

    @Override
    public List<Proposal> learned() {
        return List.of(Sample.proposal());
    }

    @Override
    public Proposal learned(String id) {
        if (id.equals(Sample.proposal().id())) return Sample.proposal();
        throw failed("there is no proposal " + id);
    }

    @Override
    public Proposal acceptLearned(String id) {
        told.add("accept " + id);
        return learned(id);
    }

    @Override
    public Proposal rejectLearned(String id, String why) {
        told.add("reject " + id + " " + why);
        return learned(id);
    }

    @Override
    public Proposal rollBackLearned(String id) {
        told.add("rollback " + id);
        return learned(id);
    }

    @Override
    public List<Roster.Member> agents() {
        return List.of(Sample.agent());
    }

    @Override
    public AgentFiles.Reading check(Path definitions) {
        return definitions.toString().contains("faulty")
                ? new AgentFiles.Reading.Refused(
                        List.of(new Problem("faulty/x.md", 3, "'tool' is no key; did you mean 'tools'?")))
                : new AgentFiles.Reading.Loaded(List.of(), List.of());
    }

    @Override
    public JournalCheck checkJournal() {
        return journal;
    }

    @Override
    public TriedModel tryModel(ModelWish wish) {
        return Sample.triedModel();
    }

    @Override
    public Replayed replay(String run) {
        return new Replayed(run, 14, Hash.of("state"), Optional.empty());
    }

    @Override
    public Forked fork(String run, long seq, ForkRequest request) {
        told.add("fork " + run + " " + seq + " " + request.agents());
        return new Forked(request.id().orElse("rfork"), run, seq);
    }

    @Override
    public String retry(String run, String step, ForkRequest request) {
        told.add("retry " + run + " " + step);
        return request.id().orElse("rretry");
    }

    @Override
    public RunManifest exportRun(String run, Path file) {
        told.add("export " + run + " " + file);
        return new RunManifest(run, 14, 9, 9, Hash.of("head").hex());
    }

    @Override
    public Imported importRun(Path file) {
        told.add("import " + file);
        return new Imported(
                new RunManifest(Sample.RUN, 14, 9, 9, Hash.of("head").hex()), 14);
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public void close() {
        closed = true;
    }

    private static OrreryException failed(String message) {
        return new OrreryException(OrreryException.Kind.FAILED, message);
    }
}
