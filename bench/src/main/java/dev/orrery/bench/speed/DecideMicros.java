package dev.orrery.bench.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The slowest kind of {@link Decisions}, in the largest run with the longest history. */
final class DecideMicros {
    static final String WORK = "decide-micros";

    private DecideMicros() {}

    static Figure measure(Work.Room room) throws IOException {
        Path log = room.folder().resolve("jmh.log");
        var options = new OptionsBuilder()
                .include("^" + Decisions.class.getName() + "\\.")
                .warmupTime(TimeValue.milliseconds(room.times(500, 2_000)))
                .measurementTime(TimeValue.milliseconds(room.times(300, 2_000)))
                .output(log.toString())
                .build();
        try {
            return figure(new Runner(options).run());
        } catch (RunnerException e) {
            throw new IOException("the measurement failed; see " + log, e);
        }
    }

    private static Figure figure(Collection<RunResult> results) {
        RunResult slowest = results.stream()
                .filter(r -> is(r, "10000", "1000"))
                .max(Comparator.comparingDouble(r -> percentile(r, 50)))
                .orElseThrow();
        String kind = slowest.getPrimaryResult().getLabel();
        double small = results.stream()
                .filter(r ->
                        is(r, "200", "2") && r.getPrimaryResult().getLabel().equals(kind))
                .mapToDouble(r -> percentile(r, 50))
                .findFirst()
                .orElseThrow();
        String detail = String.format(
                Locale.ROOT,
                "the slowest kind (%s) with 10,000 children after 1,000 turns; %.3f with 200 children after 2",
                kind,
                small);
        return new Figure(
                WORK,
                percentile(slowest, 50),
                percentile(slowest, 95),
                "µs",
                (int) slowest.getPrimaryResult().getSampleCount(),
                "≤ 10, no growth",
                detail);
    }

    private static boolean is(RunResult result, String children, String turns) {
        return result.getParams().getParam("children").equals(children)
                && result.getParams().getParam("turns").equals(turns);
    }

    private static double percentile(RunResult result, double percent) {
        return result.getPrimaryResult().getStatistics().getPercentile(percent);
    }
}
