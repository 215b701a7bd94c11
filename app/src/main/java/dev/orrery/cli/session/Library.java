package dev.orrery.cli.session;

import dev.orrery.Checkup;
import dev.orrery.Config;
import dev.orrery.Config.ModelWish;
import dev.orrery.Decisions;
import dev.orrery.EventView;
import dev.orrery.FeedbackTaken;
import dev.orrery.ForkRequest;
import dev.orrery.Forked;
import dev.orrery.HistoryCommands;
import dev.orrery.LearningCommands;
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

/** What commands ask of the library. {@link OpenedLibrary} passes it on to {@link Orrery}; tests write their own. */
public interface Library extends AutoCloseable {
    /** How commands come by a library. */
    interface Source {
        /** Opens the library; see {@link Orrery#open}. */
        Library open(Config config);

        /** See {@link Checkup#reading}. */
        List<String> checkReading();

        /** See {@link Checkup#stored(Path)}. */
        JournalCheck verifyJournal(Path home);
    }

    /** See {@link Orrery#run(RunRequest, Consumer)}. */
    RunOutcome run(RunRequest request, Consumer<EventView> listener);

    /** See {@link Orrery#resume}. */
    RunOutcome resume(String run, Consumer<EventView> listener);

    /** See {@link Orrery#runs}. */
    List<RunSummary> runs();

    /** See {@link Orrery#prune}. */
    PrunedRuns prune(PruneRequest request);

    /** See {@link Orrery#find}. */
    String find(String prefix);

    /** See {@link Orrery#show}. */
    RunView show(String run);

    /** See {@link Orrery#events}. */
    List<EventView> events(String run);

    /** See {@link Orrery#context}. */
    WindowView context(String run, String step, Optional<Integer> attempt, Optional<Integer> turn);

    /** See {@link Decisions#answer}. */
    void answer(String run, String text);

    /** See {@link Decisions#waiting}. */
    List<Waiting> waiting();

    /** See {@link Decisions#approve(String, String)}. */
    void approve(String run, String id);

    /** See {@link Decisions#approve(String, String, Json)}. */
    void approve(String run, String id, Json arguments);

    /** See {@link Decisions#plan}. */
    PlanView plan(String run);

    /** See {@link Decisions#propose}. */
    int propose(String run, int basedOn, Json plan);

    /** See {@link Decisions#deny}. */
    void deny(String run, String id, String why);

    /** See {@link Decisions#resolve}. */
    void resolve(String run, String call, Optional<Json> result);

    /** See {@link Decisions#pause}. */
    void pause(String run, String why);

    /** See {@link Decisions#steer}. */
    void steer(String run, String text);

    /** See {@link Decisions#cancel}. */
    void cancel(String run, String why);

    /** See {@link Orrery#feedback(String, Feedback)}. */
    FeedbackTaken feedback(String run, Feedback feedback);

    /** See {@link Orrery#feedback()}. */
    List<FeedbackList.Given> feedback();

    /** See {@link LearningCommands#list}. */
    List<Proposal> learned();

    /** See {@link LearningCommands#show}. */
    Proposal learned(String id);

    /** See {@link LearningCommands#accept}. */
    Proposal acceptLearned(String id);

    /** See {@link LearningCommands#reject}. */
    Proposal rejectLearned(String id, String why);

    /** See {@link LearningCommands#rollback}. */
    Proposal rollBackLearned(String id);

    /** See {@link Orrery#agents}. */
    List<Roster.Member> agents();

    /** See {@link Orrery#check}. */
    AgentFiles.Reading check(Path definitions);

    /** See {@link Checkup#stored()}. */
    JournalCheck checkJournal();

    /** See {@link Checkup#model}. */
    TriedModel tryModel(ModelWish wish);

    /** See {@link HistoryCommands#replay}. */
    Replayed replay(String run);

    /** See {@link HistoryCommands#fork}. */
    Forked fork(String run, long seq, ForkRequest request);

    /** See {@link HistoryCommands#retry}. */
    String retry(String run, String step, ForkRequest request);

    /** See {@link HistoryCommands#export}. */
    RunManifest exportRun(String run, Path file);

    /** See {@link HistoryCommands#importRun}. */
    Imported importRun(Path file);

    /** See {@link Orrery#memory}. */
    Memory memory();

    @Override
    void close();
}
