package dev.orrery.memory.lucene;

import dev.orrery.memory.Knowledge;
import dev.orrery.memory.Knowledge.Unread;
import dev.orrery.memory.KnowledgeFile;
import dev.orrery.memory.document.Document;
import dev.orrery.memory.document.DocumentReader;
import dev.orrery.memory.document.Passages;
import dev.orrery.memory.document.Reading;
import dev.orrery.message.Hash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a folder's documents say, boilerplate included.
 *
 * @param files sorted by path
 * @param unread the documents that could not be parsed
 */
record Parsed(List<KnowledgeFile> files, List<Unread> unread) {
    private record Outcome(Optional<KnowledgeFile> file, Optional<Unread> unread) {}

    /** Parses {@code sources}, but for those that are among {@code earlier} with the same path and content. */
    static Parsed of(List<Source> sources, List<KnowledgeFile> earlier, Knowledge.Progress progress) {
        Map<String, KnowledgeFile> known =
                earlier.stream().collect(Collectors.toMap(KnowledgeFile::path, Function.identity(), (a, _) -> a));
        var reader = new DocumentReader();
        var done = new AtomicInteger();
        List<Outcome> outcomes = sources.parallelStream()
                .map(source -> {
                    Outcome outcome = parse(source, Optional.ofNullable(known.get(source.path())), reader);
                    progress.read(done.incrementAndGet(), sources.size());
                    return outcome;
                })
                .toList();
        return new Parsed(
                outcomes.stream().flatMap(o -> o.file().stream()).toList(),
                outcomes.stream().flatMap(o -> o.unread().stream()).toList());
    }

    private static Outcome parse(Source source, Optional<KnowledgeFile> known, DocumentReader reader) {
        if (source.bytes().isEmpty()) return unread(source.path(), "cannot be opened");
        Optional<KnowledgeFile> same = known.filter(k -> k.content().equals(source.content()));
        if (same.isPresent()) return new Outcome(same, Optional.empty());
        return switch (reader.read(source.path(), source.bytes().get())) {
            case Reading.Read read ->
                new Outcome(Optional.of(file(read.document(), source.content())), Optional.empty());
            case Reading.Skipped skipped -> unread(skipped.path(), skipped.reason());
        };
    }

    private static KnowledgeFile file(Document document, Hash content) {
        return new KnowledgeFile(document.path(), content, document.title(), document.version(), Passages.of(document));
    }

    private static Outcome unread(String path, String reason) {
        return new Outcome(Optional.empty(), Optional.of(new Unread(path, reason)));
    }
}
