package dev.orrery.crash;

import dev.orrery.engine.Engine;
import dev.orrery.journal.Home;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.ThroughDriver;
import dev.orrery.kernel.RunStatus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process that works on small runs in a home, to be killed. Arguments: the home, a phase, how often, a site, and the ids
 * of the runs. It says, a line each:
 *
 * <pre>
 * event RUN SEQ COMMIT TYPE    it is durable
 * call RUN TOOL KEY            a tool is called: this line is its effect
 * at PHASE SITE                somebody is held there for ever
 * site TIMES SITE              so often somebody came to this site; said at the end
 * over RUN STATUS              the run is over or waits
 * </pre>
 */
final class KilledProcess {
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private KilledProcess() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var home = Home.open(Path.of(arguments[0]));
        var place = new Failpoints.Place(
                Failpoints.Phase.valueOf(arguments[1]), arguments[3], Integer.parseInt(arguments[2]));
        var sites = new ConcurrentHashMap<String, Integer>();
        var failpoints = new Failpoints(place, held -> say("at " + held), site -> sites.merge(site, 1, Integer::sum));
        try (var journal = ThroughDriver.open(home, SmallRun.LISTS, failpoints::around);
                Engine engine = SmallRun.engine(journal, home);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 4; i < arguments.length; i++) {
                var run = StreamId.run(arguments[i]);
                all.add(threads.submit(() -> work(engine, run)));
            }
            for (Future<?> one : all) one.get();
        }
        sites.forEach((site, times) -> say("site " + times + " " + site));
    }

    private static Void work(Engine engine, StreamId run) throws InterruptedException {
        if (engine.state(run).isEmpty()) engine.tell(run, SmallRun.start(run.id()));
        Engine.Staff staff =
                SmallRun.staff((tool, request) -> say("call " + request.run() + " " + tool + " " + request.key()));
        RunStatus status = engine.work(run, staff, KilledProcess::durable);
        say("over " + run.id() + " " + status);
        return null;
    }

    private static void durable(Recorded event) {
        say("event " + event.stream().id() + " " + event.seq() + " " + event.commit() + " "
                + event.event().type());
    }

    /** One write for one line, so that a kill leaves no half of one. */
    private static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
