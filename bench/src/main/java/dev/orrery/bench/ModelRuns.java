package dev.orrery.bench;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the main job with a real model and reports from the outside how each run ended: status, time, tokens, turns, repairs,
 * stand-ins by role, and how many statements of the report the cited lines support. Started by {@code bench/model-runs}.
 *
 * <pre>bench/model-runs --model openai:NAME --base-url URL [--runs N] GOAL FOLDER [GOAL FOLDER]…</pre>
 */
public final class ModelRuns {
    private final String model;
    private final String baseUrl;
    private final int runs;

    private ModelRuns(String model, String baseUrl, int runs) {
        this.model = model;
        this.baseUrl = baseUrl;
        this.runs = runs;
    }

    /** Runs what the arguments say; ends with status 2 when they are malformed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new TreeMap<>(Map.of("--runs", "1", "--base-url", ""));
        var rest = new ArrayList<String>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--") && i + 1 < arguments.length) options.put(arguments[i], arguments[++i]);
            else rest.add(arguments[i]);
        }
        String model = options.getOrDefault("--model", "");
        if (model.isEmpty() || rest.isEmpty() || rest.size() % 2 != 0) {
            System.err.println("usage: bench/model-runs --model openai:NAME [--base-url URL] [--runs N] GOAL FOLDER …");
            System.exit(2);
        }
        var job = new ModelRuns(
                model, options.getOrDefault("--base-url", ""), Integer.parseInt(options.getOrDefault("--runs", "1")));
        System.out.println(
                "| folder | run | status | s | tokens | turns | repairs | stand-ins | statements | supported | by the model |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < rest.size(); i += 2) {
            for (int run = 1; run <= job.runs; run++) job.run(rest.get(i), Path.of(rest.get(i + 1)), run);
        }
    }

    private void run(String goal, Path folder, int number) throws IOException, InterruptedException {
        // A home of its own, so that no run has an earlier one's memory.
        Path home = Files.createTempDirectory("orrery-model-run");
        long began = System.nanoTime();
        var command = new ArrayList<>(List.of(
                "./orrery",
                "--home",
                home.toString(),
                "run",
                goal,
                "--knowledge",
                folder.toString(),
                "--id",
                "run",
                "--model",
                model));
        if (!baseUrl.isEmpty()) command.addAll(List.of("--base-url", baseUrl));
        String report = output(command);
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        Json show = JsonText.parse(output(List.of("./orrery", "--home", home.toString(), "show", "run", "--json")));
        Files.writeString(home.resolve("report.md"), report);
        System.out.println(row(folder, number, seconds, show, SupportCheck.of(report, folder, standIns(show))));
        System.err.println("the run's home: " + home);
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    /** Returns the steps whose result is a stand-in's. */
    private static List<String> standIns(Json show) {
        return show.list("steps").stream()
                .filter(s -> s.flag("fallback"))
                .map(s -> s.text("step"))
                .toList();
    }

    private static String row(Path folder, int number, long seconds, Json show, SupportCheck check) {
        long repairs = show.list("steps").stream()
                .mapToLong(s -> s.number("repairs", 0))
                .sum();
        Map<String, Integer> roles = new TreeMap<>();
        show.list("steps").stream()
                .filter(s -> s.flag("fallback"))
                .forEach(s -> roles.merge(s.text("capability"), 1, Integer::sum));
        Json spent = show.at("spent").orElse(Json.object());
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %d | %d | %d | %d | %s | %d | %d | %d |",
                folder.getFileName(),
                number,
                show.text("status"),
                seconds,
                spent.number("tokens", 0),
                spent.number("turns", 0),
                repairs,
                roles.isEmpty() ? "none" : roles.toString().replaceAll("[{}]", ""),
                check.statements(),
                check.supported(),
                check.byModel());
    }
}
