package dev.orrery.cli.session;

import dev.orrery.Checkup;
import dev.orrery.Config;
import dev.orrery.Config.ModelWish;
import dev.orrery.EventView;
import dev.orrery.FeedbackTaken;
import dev.orrery.ForkRequest;
import dev.orrery.Forked;
import dev.orrery.Orrery;
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
import dev.orrery.agent.Roster;
import dev.orrery.engine.history.Replayed;
import dev.orrery.engine.history.RunImport.Imported;
import dev.orrery.engine.history.RunManifest;
import dev.orrery.journal.JournalCheck;
import dev.orrery.learning.Feedback;
import dev.orrery.learning.FeedbackList;
import dev.orrery.learning.Proposal;
import dev.orrery.memory.Memory;
import dev.orrery.message.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The real library. */
final class OpenedLibrary implements Library {
    /** Opens {@link Orrery}. */
    static final Source SOURCE = new Source() {
        @Override
        public Library open(Config config) {
            return new OpenedLibrary(Orrery.open(config));
        }

        @Override
        public List<String> checkReading() {
            return Checkup.reading();
        }

        @Override
        public JournalCheck verifyJournal(Path home) {
            return Checkup.stored(home);
        }
    };

    private final Orrery orrery;

    private OpenedLibrary(Orrery orrery) {
        this.orrery = orrery;
    }

    @Override
    public RunOutcome run(RunRequest request, Consumer<EventView> listener) {
        return orrery.run(request, listener);
    }

    @Override
    public RunOutcome resume(String run, Consumer<EventView> listener) {
        return orrery.resume(run, listener);
    }

    @Override
    public List<RunSummary> runs() {
        return orrery.runs();
    }

    @Override
    public PrunedRuns prune(PruneRequest request) {
        return orrery.prune(request);
    }

    @Override
    public String find(String prefix) {
        return orrery.find(prefix);
    }

    @Override
    public RunView show(String run) {
        return orrery.show(run);
    }

    @Override
    public List<EventView> events(String run) {
        return orrery.events(run);
    }

    @Override
    public WindowView context(String run, String step, Optional<Integer> attempt, Optional<Integer> turn) {
        return orrery.context(run, step, attempt, turn);
    }

    @Override
    public void answer(String run, String text) {
        orrery.decisions().answer(run, text);
    }

    @Override
    public List<Waiting> waiting() {
        return orrery.decisions().waiting();
    }

    @Override
    public void approve(String run, String id) {
        orrery.decisions().approve(run, id);
    }

    @Override
    public void approve(String run, String id, Json arguments) {
        orrery.decisions().approve(run, id, arguments);
    }

    @Override
    public PlanView plan(String run) {
        return orrery.decisions().plan(run);
    }

    @Override
    public int propose(String run, int basedOn, Json plan) {
        return orrery.decisions().propose(run, basedOn, plan);
    }

    @Override
    public void deny(String run, String id, String why) {
        orrery.decisions().deny(run, id, why);
    }

    @Override
    public void resolve(String run, String call, Optional<Json> result) {
        orrery.decisions().resolve(run, call, result);
    }

    @Override
    public void pause(String run, String why) {
        orrery.decisions().pause(run, why);
    }

    @Override
    public void steer(String run, String text) {
        orrery.decisions().steer(run, text);
    }

    @Override
    public void cancel(String run, String why) {
        orrery.decisions().cancel(run, why);
    }

    @Override
    public FeedbackTaken feedback(String run, Feedback feedback) {
        return orrery.feedback(run, feedback);
    }

    @Override
    public List<FeedbackList.Given> feedback() {
        return orrery.feedback();
    }

    @Override
    public List<Proposal> learned() {
        return orrery.learning().list();
    }

    @Override
    public Proposal learned(String id) {
        return orrery.learning().show(id);
    }

    @Override
    public Proposal acceptLearned(String id) {
        return orrery.learning().accept(id);
    }

    @Override
    public Proposal rejectLearned(String id, String why) {
        return orrery.learning().reject(id, why);
    }

    @Override
    public Proposal rollBackLearned(String id) {
        return orrery.learning().rollback(id);
    }

    @Override
    public List<Roster.Member> agents() {
        return orrery.agents();
    }

    @Override
    public AgentFiles.Reading check(Path definitions) {
        return orrery.check(definitions);
    }

    @Override
    public JournalCheck checkJournal() {
        return orrery.checkup().stored();
    }

    @Override
    public TriedModel tryModel(ModelWish wish) {
        return orrery.checkup().model(wish);
    }

    @Override
    public Replayed replay(String run) {
        return orrery.history().replay(run);
    }

    @Override
    public Forked fork(String run, long seq, ForkRequest request) {
        return orrery.history().fork(run, seq, request);
    }

    @Override
    public String retry(String run, String step, ForkRequest request) {
        return orrery.history().retry(run, step, request);
    }

    @Override
    public RunManifest exportRun(String run, Path file) {
        return orrery.history().export(run, file);
    }

    @Override
    public Imported importRun(Path file) {
        return orrery.history().importRun(file);
    }

    @Override
    public Memory memory() {
        return orrery.memory();
    }

    @Override
    public void close() {
        orrery.close();
    }
}
