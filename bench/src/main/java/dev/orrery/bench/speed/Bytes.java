package dev.orrery.bench.speed;

import dev.orrery.kernel.Outcome;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;

/** What a run of a thousand calls leaves on the disk, beside what its calls brought. */
final class Bytes {
    static final String WORK = "journal-bytes-ratio";
    static final int CALLS = 1_000;

    /** A page of search results; {@link Outcome} names it by hash. */
    private static final int RESULT_WORDS = 2_000;

    private static final int CALLS_PER_TASK = 10;

    private Bytes() {}

    static Figure measure(Work.Room room) throws IOException, InterruptedException {
        double half = ratio(room.folder().resolve("bytes-half"), CALLS / 2).ratio();
        Weighed whole = ratio(room.folder().resolve("bytes"), CALLS);
        String detail = String.format(
                Locale.ROOT,
                "%.1f MB on the disk for %.1f MB of results; %.3f with half the calls",
                whole.stored() / 1e6,
                whole.content() / 1e6,
                half);
        return Figure.of(WORK, "ratio", new double[] {whole.ratio()}, "≤ 1.2", detail);
    }

    private record Weighed(long stored, long content) {
        double ratio() {
            return (double) stored / content;
        }
    }

    private static Weighed ratio(Path folder, int calls) throws IOException, InterruptedException {
        var content = new LongAdder();
        Plays.Play play = Plays.fanOut(calls / CALLS_PER_TASK, CALLS_PER_TASK);
        long empty;
        try (Stage stage = Stage.open(folder)) {
            stage.play("before", Plays.chain(1), _ -> {});
        }
        empty = size(folder);
        try (Stage stage = Stage.open(folder)) {
            stage.begin("calls", play);
            var actors = Stage.Actors.of(window -> Plays.turn(play, window), request -> {
                Json result = result(request.arguments().text("query"));
                content.add(JsonText.print(result).getBytes(StandardCharsets.UTF_8).length);
                return result;
            });
            stage.work("calls", actors, _ -> {});
        }
        return new Weighed(size(folder) - empty, content.sum());
    }

    /** Returns text that no other call returns. */
    private static Json result(String query) {
        var random = new Random(query.hashCode());
        var text = new StringBuilder();
        for (int i = 0; i < RESULT_WORDS; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return Json.object().with("query", query).with("text", text.toString());
    }

    private static final String[] WORDS = words();

    private static String[] words() {
        var random = new Random(7);
        var words = new String[5_000];
        for (int i = 0; i < words.length; i++) {
            var word = new StringBuilder();
            for (int n = 2 + random.nextInt(8); n > 0; n--) word.append((char) ('a' + random.nextInt(26)));
            words[i] = word.toString();
        }
        return words;
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("journal"))
                    .toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }
}
