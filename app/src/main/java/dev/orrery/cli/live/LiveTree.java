package dev.orrery.cli.live;

import dev.orrery.EventView;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Output;
import dev.orrery.cli.terminal.Style;
import dev.orrery.cli.terminal.Terminal;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Draws a run as a tree that changes in place, ten times a second. The run never waits for the screen. */
public final class LiveTree implements Progress {
    private static final long FRAME_MILLIS = 100;

    private final Terminal terminal;
    private final InstantSource clock;
    private final Painter painter;
    private final RunPicture picture = new RunPicture();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();
    private int read;
    private int toRead;
    private long beat;
    private boolean closed;

    private LiveTree(Output err, Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.painter = new Painter(err, Style.Colour.when(terminal.colour()));
    }

    /** Begins to draw on {@code err}, which is the screen of {@code terminal}. */
    public static LiveTree start(Output err, Terminal terminal, InstantSource clock) {
        var tree = new LiveTree(err, terminal, clock);
        Thread.ofVirtual().name("live-tree").start(tree::draw);
        return tree;
    }

    @Override
    public void event(EventView event) {
        lock.lock();
        try {
            picture.add(event);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void reading(int files, int of) {
        lock.lock();
        try {
            // Several threads report, so a smaller number may come after a larger one.
            read = of == toRead ? Math.max(read, files) : files;
            toRead = of;
        } finally {
            lock.unlock();
        }
    }

    private void draw() {
        try {
            while (!waited()) paint();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next frame; tells whether there is none. */
    private boolean waited() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(FRAME_MILLIS);
            while (!closed && left > 0) left = over.awaitNanos(left);
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Draws outside the lock, so that a screen that was stopped with Ctrl-S stops nothing else. */
    private void paint() {
        Terminal.Size size = terminal.size();
        List<Line> lines;
        lock.lock();
        try {
            lines = lines(size);
        } finally {
            lock.unlock();
        }
        painter.paint(lines, size);
    }

    private List<Line> lines(Terminal.Size size) {
        if (!picture.run().isEmpty()) return new Frame(picture, clock.instant(), beat++).lines(size.rows() - 1);
        return toRead == 0 || closed ? List.of() : List.of(Bar.of("reading documents", read, toRead));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) return;
            closed = true;
            over.signal();
        } finally {
            lock.unlock();
        }
        paint();
        painter.leave();
    }
}
