package dev.orrery.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Knowledge that is read when it is first asked for, so that a run can begin before its folders are read. Thread-safe. */
public final class LazyKnowledge implements Knowledge {
    private final Supplier<Knowledge> source;
    private @Nullable Knowledge opened;

    /** Makes knowledge that comes from {@code source}, which is asked once at most. */
    public LazyKnowledge(Supplier<Knowledge> source) {
        this.source = source;
    }

    /** Reads the folders now, and returns what they hold. */
    public synchronized Knowledge open() {
        Knowledge now = opened;
        if (now == null) {
            now = source.get();
            opened = now;
        }
        return now;
    }

    @Override
    public List<KnowledgeFile> files() {
        return open().files();
    }

    @Override
    public Optional<KnowledgeFile> file(String path) {
        return open().file(path);
    }

    @Override
    public List<Unread> unread() {
        return open().unread();
    }

    @Override
    public KnowledgeHits search(KnowledgeQuery query) {
        return open().search(query);
    }

    @Override
    public synchronized void close() {
        if (opened != null) opened.close();
    }
}
