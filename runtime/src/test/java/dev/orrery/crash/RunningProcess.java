package dev.orrery.crash;

import dev.orrery.engine.Engine;
import dev.orrery.journal.Home;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.kernel.RunStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process that works on small runs, to be killed: it begins each, or goes on with it. Arguments: the home, a phase, how
 * often, a site, and the ids of the runs. What it says is described at {@link Said}.
 */
final class RunningProcess {
    private RunningProcess() {}

    public static void main(String[] arguments) throws Exception {
        var home = Home.open(Path.of(arguments[0]));
        List<String> runs = List.of(arguments).subList(4, arguments.length);
        Said.working(home, Failpoints.Place.of(arguments), journal -> work(home, journal, runs));
    }

    private static void work(Home home, SqliteJournal journal, List<String> runs) throws Exception {
        try (Engine engine = SmallRun.engine(journal, home);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (String run : runs) all.add(threads.submit(() -> work(engine, StreamId.run(run))));
            for (Future<?> one : all) one.get();
        }
    }

    private static Void work(Engine engine, StreamId run) throws InterruptedException {
        if (engine.state(run).isEmpty()) engine.tell(run, SmallRun.start(run.id()));
        Engine.Staff staff =
                SmallRun.staff((tool, request) -> Said.say("call " + request.run() + " " + tool + " " + request.key()));
        RunStatus status = engine.work(
                run,
                staff,
                e -> Said.event(run.id(), e.seq(), e.commit(), e.event().type()));
        Said.over(run.id(), status.toString());
        return null;
    }
}
