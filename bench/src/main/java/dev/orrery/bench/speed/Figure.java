package dev.orrery.bench.speed;

import dev.orrery.message.Json;
import java.util.Arrays;
import java.util.Locale;

/**
 * What was measured of one kind of work. The JSON form is what other programs read; it may only be added to.
 *
 * @param work the name in brackets of the row
 * @param median the middle one of what was measured
 * @param p95 nineteen of twenty were at most this; the median where there was only one
 * @param unit what the numbers count
 * @param samples how many there were
 * @param goal what is aimed at, in words
 * @param detail what else a reader of the number should know
 */
record Figure(String work, double median, double p95, String unit, int samples, String goal, String detail) {
    /** Makes a figure of many measurements, in any order. */
    static Figure of(String work, String unit, double[] measured, String goal, String detail) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Figure(work, at(sorted, 50), at(sorted, 95), unit, sorted.length, goal, detail);
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Returns the line that {@code --json} prints. */
    Json.Obj toJson() {
        return Json.object()
                .with("work", work)
                .with("median", Json.of(rounded(median)))
                .with("p95", Json.of(rounded(p95)))
                .with("unit", unit)
                .with("samples", samples)
                .with("goal", goal)
                .with("detail", detail);
    }

    /** Returns the row of the table. */
    String row() {
        return "| " + work + " | " + shown(median) + " | " + shown(p95) + " | " + unit + " | " + goal + " | " + detail
                + " |";
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static String shown(double value) {
        return value >= 1_000 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3f", value);
    }
}
